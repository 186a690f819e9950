package wenmai.corpus.upkeep;

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
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.store.Change;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.store.Waiting;

/**
 * Carries documents into an engine on as many threads as there are cores. A document that an engine
 * cannot take is noted and left out; what ails the engine as a whole goes on up. The one who feeds
 * sees to it that no two threads call {@link #bring} and {@link #await} at once.
 */
final class IndexFeed implements AutoCloseable {
  /** Documents replayed at a time, so that their futures take no memory to speak of. */
  private static final int REPLAY_CHUNK = 10_000;

  /**
   * Documents that may still be on their way when the next changes are heard of: enough that no
   * core waits for another's last long paper, few enough to take no memory to speak of.
   */
  private static final int MOST_UNDER_WAY = 64;

  private final Depot depot;
  private final Guard guard;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("index-", 0).factory());
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  private record UnderWay(DocumentId id, Future<?> bringing) {}

  IndexFeed(Depot depot) {
    this.depot = depot;
    this.guard = new Guard(depot);
  }

  /** Brings these changes in, of one document the last; returns before they are all in. */
  void bring(Engine engine, List<Change> changes) {
    Map<DocumentId, Change> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(id(change), change));
    boolean again = underWay.stream().anyMatch(former -> last.containsKey(former.id()));
    await(again ? 0 : MOST_UNDER_WAY); // of one document, the later change must come later
    last.forEach((id, change) ->
        underWay.add(new UnderWay(id, workers.submit(() -> bring(engine, change)))));
  }

  /** Waits until none is on its way; where one does not arrive, the failure is told once. */
  void await() {
    await(0);
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

  private void await(int left) {
    try {
      while (underWay.size() > left) {
        Waiting.forIt(underWay.removeFirst().bringing());
      }
    } catch (RuntimeException | Error e) {
      awaitWhateverComes();
      throw e;
    }
    guard.settle();
  }

  /** None may still be on its way when the same documents are brought in again. */
  private void awaitWhateverComes() {
    while (!underWay.isEmpty()) {
      Waiting.forTheEndOf(List.of(underWay.removeFirst().bringing()));
    }
  }

  /**
   * Brings an engine from one number of the journal to another, and commits it there. Into an
   * engine that nobody else feeds, it may do so beside the other calls.
   */
  void bringUp(Engine target, long from, long upTo) {
    List<Documents.Changed> docs =
        depot.read(session -> new Documents(session).changed(from, upTo));
    List<Future<?>> bringing = new ArrayList<>();
    for (Documents.Changed changed : docs) {
      bringing.add(
          workers.submit(() -> change(changed).ifPresent(change -> bring(target, change))));
      if (bringing.size() == REPLAY_CHUNK) {
        all(bringing);
        bringing.clear();
      }
    }
    all(bringing);
    guard.settle();
    target.commit(upTo);
  }

  /** Waits for all of them, also where one fails: none may go on beside what is brought in next. */
  private static void all(List<Future<?>> bringing) {
    try {
      bringing.forEach(Waiting::forIt);
    } finally {
      Waiting.forTheEndOf(bringing);
    }
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

  @Override
  public void close() {
    try {
      await();
    } finally {
      workers.shutdown();
    }
  }
}
