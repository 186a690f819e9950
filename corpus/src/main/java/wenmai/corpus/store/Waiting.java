package wenmai.corpus.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting for work that another thread does, whose failure is one's own. */
public final class Waiting {
  private Waiting() {}

  public static <T> T forIt(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true; // what was begun is finished first: half a batch helps nobody
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default ->
            throw new StoreProblem(
                StoreProblem.Reason.FAILED,
                "work in the background failed",
                e,
                String.valueOf(e.getMessage()));
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
