package wenmai.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
      AtomicInteger next =
          new AtomicInteger(); // some things take a hundred times as long as others
      for (int part = 0; part < threads; part++) {
        parts.add(
            pool.submit(() -> {
              for (int i; (i = next.getAndIncrement()) < things.size(); ) {
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
