package wenmai.corpus.upkeep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.ArchiveSettings.Access;
import wenmai.corpus.ArchiveSettings.EngineOpener;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.store.Change;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;

/**
 * Keeps the index in step with the journal: what changes is fed to it, what a crash left out is
 * replayed on opening, and a new generation can be built beside the one in use. Safe for many
 * threads.
 */
public final class IndexKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

  private final Depot depot;
  private final EngineOpener opener;
  private final IndexFolder folder;
  private final IndexFeed feed;
  private volatile Engine engine;

  /* Whether something that the index was told of since the last commit did not arrive. */
  private boolean isLost;
  private long number;
  private long committed;

  private IndexKeeper(Depot depot, EngineOpener opener, Access access) {
    this.depot = depot;
    this.opener = opener;
    this.feed = new IndexFeed(depot);
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
    whole(() -> feed.bring(engine, changes));
    number = Math.max(number, upTo);
  }

  /**
   * Does what brings documents in. Where one does not arrive, the failure is told once, and what
   * has come since the last commit is brought in again by the next call.
   */
  private void whole(Runnable bringing) {
    boolean arrived = false;
    try {
      bringing.run();
      arrived = true;
    } finally {
      isLost |= !arrived;
    }
  }

  /** Makes everything brought in so far findable. */
  public synchronized void commit() {
    whole(feed::await);
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
    whole(this::replay);
  }

  private void replay() {
    if (isLost) {
      number = committed;
    }
    long last = journal();
    if (last > number) {
      LOG.info("bringing the index from journal number {} to {}", number, last);
      feed.bringUp(engine, number, last);
      number = last;
      committed = number;
    }
    isLost = false;
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
      feed.bringUp(next, reached, last);
      reached = last;
    }
    Engine former;
    synchronized (this) {
      commit();
      long last = journal();
      feed.bringUp(next, reached, last);
      reached = last;
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
    try {
      whole(feed::close);
    } finally {
      engine.close();
    }
  }
}
