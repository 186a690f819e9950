package wenmai.corpus;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Register;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.StoreUnavailable;
import wenmai.corpus.store.Waiting;
import wenmai.corpus.upkeep.Copies;
import wenmai.corpus.upkeep.Derivation;
import wenmai.corpus.upkeep.IndexKeeper;

/** Everything that follows from the records, kept in step with them while papers come in. */
final class Upkeep {
  /** Documents brought into the index between two commits of it during one long intake. */
  private static final int COMMIT_EVERY = 5_000;

  private final Depot depot;
  private final IndexKeeper index;
  private final Derivation derivation;
  private final ReentrantLock rounds = new ReentrantLock();
  private int uncommitted;

  /* Whether what was written last is written was not heard: the connection broke off. */
  private boolean unsure;
  private Future<?> advancing = CompletableFuture.completedFuture(null);

  Upkeep(Depot depot, IndexKeeper index, Derivation derivation) {
    this.depot = depot;
    this.index = index;
    this.derivation = derivation;
  }

  /**
   * Writes to the records and lets the index follow. One at a time, so that the index never carries
   * a number of the journal and lacks what an earlier one brought.
   *
   * @param onDurable runs as soon as it is on disk
   */
  synchronized void write(Function<Session, Register.Written> work, Runnable onDurable) {
    becomeSure();
    Register.Written written = written(work);
    onDurable.run();
    derivation.expect(written.changes());
    index.follow(written.changes(), written.lastNumber());
    uncommitted += written.changes().size();
    if (uncommitted >= COMMIT_EVERY) {
      commit();
    }
    if (advancing.isDone()) {
      Future<?> before = advancing;
      advancing = inBackground("upkeep", derivation::advance);
      Waiting.forIt(before); // a failure is told once, and does not stop what follows
    }
  }

  /**
   * Rounds of many writes of which none may begin before the one before is done; whoever else
   * writes does not wait for them.
   */
  void inTurn(Runnable round) {
    rounds.lock();
    try {
      round.run();
    } finally {
      rounds.unlock();
    }
  }

  private Register.Written written(Function<Session, Register.Written> work) {
    try {
      return depot.write(work);
    } catch (StoreUnavailable brokenOff) {
      unsure = true;
      throw brokenOff;
    }
  }

  /** The journal knows what was written. */
  private void becomeSure() {
    if (unsure) {
      index.catchUp();
      unsure = false;
    }
  }

  private static Future<?> inBackground(String name, Runnable work) {
    FutureTask<Boolean> task = new FutureTask<>(work, true);
    Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name(name).start(task);
    return task;
  }

  /**
   * Brings everything up to the records. Writing out the index keeps one core busy, and what
   * follows from the records does not wait for it.
   */
  synchronized void catchUp() {
    becomeSure();
    Future<?> committing = inBackground("index-commit", this::commit);
    try {
      Future<?> before = advancing;
      advancing = CompletableFuture.completedFuture(null);
      Waiting.forIt(before);
      derivation.catchUp();
    } finally {
      Waiting.forIt(committing);
    }
  }

  /** Works out what could not be before. */
  synchronized void tryAgain() {
    Waiting.forIt(advancing);
    derivation.tryAgain();
    derivation.catchUp();
  }

  /** Waits for what runs in the background. */
  synchronized void settle() {
    Waiting.forIt(advancing);
  }

  private void commit() {
    index.commit();
    uncommitted = 0;
  }

  /** Documents that are copies of others, as far as that has been worked out. */
  long duplicates() {
    return depot.read(session -> new Copies(session, Audience.INTERNAL).count());
  }
}
