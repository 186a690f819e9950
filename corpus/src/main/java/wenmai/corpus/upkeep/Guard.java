package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.store.StoreProblem;

/**
 * Lets no paper stop the upkeep of the others (逐件防护): where something about one paper fails, that
 * is noted and the rest goes on. What is wrong with the archive as a whole, as a full disk, still
 * stops everything. Safe for many threads.
 */
final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final Depot depot;
  private final Map<Failed, Throwable> failed = new ConcurrentHashMap<>();
  private final Set<Long> noted;

  Guard(Depot depot) {
    this.depot = depot;
    this.noted = ConcurrentHashMap.newKeySet();
    noted.addAll(depot.read(session -> new Setbacks(session).documents()));
  }

  private record Failed(long doc, Step step) {}

  /** What comes of it; nothing where it fails, which {@link #settle} writes down. */
  <T> Optional<T> attempt(Step step, long doc, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (StoreProblem ofTheWhole) {
      throw ofTheWhole;
    } catch (RuntimeException | StackOverflowError e) {
      note(step, doc, e);
      return Optional.empty();
    }
  }

  /** It failed elsewhere. */
  void note(Step step, long doc, Throwable failure) {
    LOG.error("document {}: {} cannot be worked out", doc, step.key(), failure);
    failed.put(new Failed(doc, step), failure);
  }

  /** The same for what is tried again later, and noted then. */
  static <T> Optional<T> attempt(Supplier<Optional<T>> work) {
    try {
      return work.get();
    } catch (StoreProblem ofTheWhole) {
      throw ofTheWhole;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("left for later", e);
      return Optional.empty();
    }
  }

  /** Documents of which anything is noted. */
  Set<Long> noted() {
    return Set.copyOf(noted);
  }

  /** A document is about to be worked out anew: what failed before is no longer so. */
  void forget(Session session, long doc) {
    if (noted.contains(doc)) {
      for (Step step : Step.values()) {
        if (step != Step.INDEX) {
          new Setbacks(session).clear(doc, step);
        }
      }
    }
  }

  /** A document is in the index after all. */
  void indexed(long doc) {
    if (noted.contains(doc)) {
      depot.<Object>write(session -> {
        new Setbacks(session).clear(doc, Step.INDEX);
        return session;
      });
    }
  }

  /** Writes down what failed, with what came of the others. */
  void settle(Session session) {
    settle(session, failed.keySet().stream().map(Failed::doc).toList());
  }

  /** Of these documents only: what came of others is written later. */
  void settle(Session session, Collection<Long> docs) {
    Set<Long> settled = Set.copyOf(docs);
    failed.forEach((each, failure) -> {
      if (!settled.contains(each.doc())) {
        return;
      }
      new Setbacks(session).note(each.doc(), each.step(), failure, depot.clock().instant());
      noted.add(each.doc());
      failed.remove(each, failure);
    });
  }

  /** The same by itself, where nothing else is written. */
  void settle() {
    if (!failed.isEmpty()) {
      depot.<Object>write(session -> {
        settle(session);
        return session;
      });
    }
  }
}
