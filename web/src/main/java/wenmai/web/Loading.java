package wenmai.web;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Rules on their way (预读): read on the other core while this one opens the archive. */
final class Loading<T> {
  private final FutureTask<T> task;

  private Loading(FutureTask<T> task) {
    this.task = task;
  }

  static <T> Loading<T> begin(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("wenmai-rules").start(task);
    return new Loading<>(task);
  }

  /** Something that is read where it is needed, if it has not been by then. */
  static void begin(Runnable work) {
    Thread.ofPlatform().daemon().name("wenmai-words").start(work);
  }

  /**
   * What was read, once it is.
   *
   * @throws RuntimeException the reading's own, which names the file and the place
   */
  T value() {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rules were read", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException problem
          ? problem
          : new IllegalStateException(e.getCause());
    }
  }
}
