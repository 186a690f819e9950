package wenmai.corpus.upkeep;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.ArchiveSettings.Access;
import wenmai.corpus.ArchiveSettings.EngineOpener;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.store.Change;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.store.Waiting;

/**
 * Keeps the index in step with the journal: what changes is put into it by as many threads as there
 * are cores, what a crash left out is replayed on opening, and a new generation can be built beside
 * the one in use. Safe for many threads.
 */
public final class IndexKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

  /** Documents replayed between two commits, so that a long replay need not begin again. */
  private static final int REPLAY_CHUNK = 10_000;

  /**
   * Documents that may still be on their way when the next changes are heard of: enough that no
   * core waits for another's last long paper, few enough to take no memory to speak of.
   */
  private static final int MOST_UNDER_WAY = 64;

  private final Depot depot;
  private final EngineOpener opener;
  private final IndexFolder folder;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("index-", 0).factory());
  private final Guard guard;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();
  private volatile Engine engine;

  /* Whether something that the index was told of since the last commit did not arrive. */
  private boolean isLost;
  private long number;
  private long committed;

  private record UnderWay(DocumentId id, Future<?> bringing) {}

  private IndexKeeper(Depot depot, EngineOpener opener, Access access) {
    this.depot = depot;
    this.opener = opener;
    this.guard = new Guard(depot);
    this.folder = new IndexFolder(depot.folder().resolve("index"));
    String generation = folder.current().orElseGet(this::first);
    this.engine = opener.open(folder.path(generation), access);
    this.number = engine.journalNumber();
    this.committed = number;
  }

  /** Opens the index for the writer and brings it up to the journal. */
  public static IndexKeeper openForWriting(Depot depot, EngineOpener opener) {
    IndexKeeper keeper = new IndexKeeper(depot, opener, Access.WRITE);
    keeper.folder.tidy();
    keeper.replay();
    return keeper;
  }

  public static IndexKeeper openForReading(Depot depot, EngineOpener opener) {
    return new IndexKeeper(depot, opener, Access.READ);
  }

  /** The folder of the generation in use, of an archive that has one. */
  public static Path inUse(Path archive) {
    IndexFolder folder = new IndexFolder(archive.resolve("index"));
    return folder.path(folder.current().orElseThrow());
  }

  /** The folder of the index in use, whether or not there is one yet. */
  public static Path generation(Path archive) {
    IndexFolder folder = new IndexFolder(archive.resolve("index"));
    return folder.path(folder.current().orElse("g1"));
  }

  /** Makes the index again from the records, whatever has become of the one in use. */
  public static void makeAnew(Depot depot, EngineOpener opener) {
    IndexFolder folder = new IndexFolder(depot.folder().resolve("index"));
    folder.switchTo(folder.begin());
    openForWriting(depot, opener).close();
  }

  /** Takes the index away, so that the next opening makes it again. */
  public static void discard(Path archive) {
    new IndexFolder(archive.resolve("index")).discard();
  }

  /** Whether the journal has gone on without it. */
  public boolean isBehind() {
    return journal() > engine.journalNumber();
  }

  private String first() {
    String generation = folder.begin();
    folder.switchTo(generation);
    return generation;
  }

  /** The index as it is now, without a deadline; the caller closes it. */
  public EngineView view(Audience audience) {
    return view(audience, Deadline.none());
  }

  /** The index as it is now; the caller closes it. */
  @SuppressWarnings("ReferenceEquality") // it is the same engine exactly when none took its place
  public EngineView view(Audience audience, Deadline deadline) {
    Engine asked = engine;
    EngineView view = asked.view(audience, deadline);
    while (asked != engine) { // it was closed meanwhile, and may have shown nothing
      view.close();
      asked = engine;
      view = asked.view(audience, deadline);
    }
    return view;
  }

  /** Lets views opened from now on see what another process has committed. */
  public void refresh() {
    engine.refresh();
  }

  /** Whether the index was made by another analysis than this program's. */
  public boolean isOutdated() {
    return engine.writtenWith().filter(with -> !with.equals(engine.fingerprint())).isPresent();
  }

  /**
   * Brings these changes into the index; returns before they are all in.
   *
   * @param upTo journal number of the last of them
   */
  public synchronized void follow(List<Change> changes, long upTo) {
    if (isLost) {
      replay();
      return; // these changes are in the journal as well
    }
    Map<DocumentId, Change> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(id(change), change));
    boolean again = underWay.stream().anyMatch(former -> last.containsKey(former.id()));
    await(again ? 0 : MOST_UNDER_WAY); // of one document, the later change must come later
    Engine current = engine;
    last.forEach((id, change) ->
        underWay.add(new UnderWay(id, workers.submit(() -> bring(current, change)))));
    number = Math.max(number, upTo);
  }

  private static DocumentId id(Change change) {
    return switch (change) {
      case Change.Put put -> put.document().id();
      case Change.Remove remove -> remove.id();
    };
  }

  /* A document that the engine cannot take stays readable and is not found by searching; check
   * names it. Letting it stop the replay would shut the whole archive for the sake of one paper. */
  private void bring(Engine engine, Change change) {
    switch (change) {
      case Change.Put put -> {
        boolean in =
            guard
                .attempt(Step.INDEX, put.doc(), () -> IndexableDocument.of(put.document()))
                .filter(document -> put(engine, put.doc(), document))
                .isPresent();
        if (in) {
          guard.indexed(put.doc());
        } else {
          engine.remove(put.document().id());
        }
      }
      case Change.Remove remove -> engine.remove(remove.id());
    }
  }

  /** What ails the engine as a whole goes on up; gives whether it took this document. */
  private boolean put(Engine engine, long doc, IndexableDocument document) {
    try {
      engine.put(document);
      return true;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      guard.note(Step.INDEX, doc, e);
      return false;
    }
  }

  /**
   * Waits until no more than so many documents are on their way. Where one does not arrive, the
   * failure is told once, and what has come since the last commit is brought in again by the next
   * call.
   */
  private void await(int left) {
    try {
      while (underWay.size() > left) {
        Waiting.forIt(underWay.removeFirst().bringing());
      }
    } catch (RuntimeException | Error e) {
      isLost = true;
      awaitWhateverComes();
      throw e;
    }
    guard.settle();
  }

  /** None may still be on its way when the same documents are brought in again. */
  private void awaitWhateverComes() {
    while (!underWay.isEmpty()) {
      try {
        Waiting.forIt(underWay.removeFirst().bringing());
      } catch (RuntimeException e) {
        LOG.debug("failed as well", e);
      }
    }
  }

  /** Makes everything brought in so far findable. */
  public synchronized void commit() {
    await(0);
    if (isLost) {
      replay();
    } else if (number > committed) {
      engine.commit(number);
      committed = number;
    }
  }

  /** Brings in what the journal tells of and nobody told the index. */
  public synchronized void catchUp() {
    commit();
    replay();
  }

  private void replay() {
    if (isLost) {
      number = committed;
    }
    long last = journal();
    if (last > number) {
      LOG.info("bringing the index from journal number {} to {}", number, last);
      number = bringUp(engine, number, last);
      committed = number;
    }
    isLost = false;
  }

  /** Brings an engine from one number of the journal to another; gives the number it has then. */
  private long bringUp(Engine target, long from, long upTo) {
    List<Documents.Changed> docs =
        depot.read(session -> new Documents(session).changed(from, upTo));
    List<Future<?>> bringing = new ArrayList<>();
    for (Documents.Changed changed : docs) {
      bringing.add(
          workers.submit(() -> change(changed).ifPresent(change -> bring(target, change))));
      if (bringing.size() == REPLAY_CHUNK) {
        bringing.forEach(Waiting::forIt);
        bringing.clear();
      }
    }
    bringing.forEach(Waiting::forIt);
    guard.settle();
    target.commit(upTo);
    return upTo;
  }

  private Optional<Change> change(Documents.Changed changed) {
    long doc = changed.doc();
    return depot.read(session -> {
      Documents documents = new Documents(session);
      return documents
          .row(doc)
          .map(row ->
              Optional.of(row)
                  .filter(DocumentRow::isHeld)
                  .flatMap(held -> guard.attempt(Step.INDEX, doc, () -> documents.document(doc)))
                  .<Change>map(document -> new Change.Put(doc, changed.seq(), document))
                  .orElseGet(() -> new Change.Remove(row.id())));
    });
  }

  /**
   * Builds a new generation from the records beside the one in use, then brings it into use; the
   * former one is kept. Changes go on meanwhile.
   */
  public void rebuild() {
    String generation = folder.begin();
    Engine next = opener.open(folder.path(generation), Access.WRITE);
    long reached = 0;
    for (long last = journal(); last > reached; last = journal()) {
      reached = bringUp(next, reached, last);
    }
    Engine former;
    synchronized (this) {
      commit();
      long last = journal();
      reached = bringUp(next, reached, last);
      folder.switchTo(generation);
      former = engine;
      engine = next;
      number = reached;
      committed = reached;
    }
    former.close();
    folder.tidy();
  }

  /** Brings the generation before this one back into use. */
  public boolean switchBack() {
    Optional<String> previous = folder.previous();
    if (previous.isEmpty()) {
      return false;
    }
    Engine former;
    synchronized (this) {
      commit();
      Engine back = opener.open(folder.path(previous.get()), Access.WRITE);
      folder.switchTo(previous.get());
      former = engine;
      engine = back;
      number = back.journalNumber();
      committed = number;
      replay();
    }
    former.close();
    return true;
  }

  private long journal() {
    return depot.read(session -> new Documents(session).lastNumber());
  }

  @Override
  public synchronized void close() {
    await(0);
    workers.shutdown();
    engine.close();
  }
}
