package wenmai.corpus.store;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waiting for work that another thread does, whose failure is one's own. */
public final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  private Waiting() {}

  /** Until all are over, however they end. */
  public static void forTheEndOf(List<? extends Future<?>> futures) {
    for (Future<?> future : futures) {
      try {
        var unused = forIt(future);
      } catch (RuntimeException | Error e) {
        LOG.debug("ended after the work it was for had failed", e);
      }
    }
  }

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
