package wenmai.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work on each of many things by as many threads as there are cores (并行), as peers do theirs. */
final class OnAllCores {
  private OnAllCores() {}

  /** Returns when all are done. */
  static <T> void each(List<T> things, Consumer<T> work) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("bare-", 0).factory())) {
      List<Future<?>> parts = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        int first = part;
        parts.add(
            pool.submit(() -> {
              for (int i = first; i < things.size(); i += threads) {
                work.accept(things.get(i));
              }
            }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
