package wenmai.indexer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Work done on all cores whose results are taken in the order it was handed in, by the thread that
 * handed it in. Only so much is under way at a time, so that memory does not grow with the run.
 */
final class ReadingWindow implements AutoCloseable {
  private static final AtomicInteger THREADS = new AtomicInteger();

  /** Some files take a hundred times as long as others; this many are read ahead of a slow one. */
  private static final int AHEAD_PER_CORE = 8;

  private record Pending<T>(Future<T> future, Consumer<T> then) {
    void finish() {
      try {
        then.accept(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a reading failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private final int size;
  private final ExecutorService executor;
  private final Deque<Pending<?>> pending = new ArrayDeque<>();

  ReadingWindow(int cores) {
    this.size = cores * AHEAD_PER_CORE;
    this.executor =
        Executors.newFixedThreadPool(
            cores,
            task ->
                Thread.ofPlatform()
                    .priority(Thread.MIN_PRIORITY)
                    .name("reading-" + THREADS.incrementAndGet())
                    .daemon()
                    .unstarted(task));
  }

  /** Hands in work; {@code then} gets its result, on this thread, after all that came before. */
  <T> void submit(Callable<T> work, Consumer<T> then) {
    while (pending.size() >= size) {
      pending.removeFirst().finish();
    }
    pending.addLast(new Pending<>(executor.submit(work), then));
  }

  /** Runs on this thread after all that came before. */
  void afterwards(Runnable then) {
    submit(() -> Boolean.TRUE, done -> then.run());
  }

  void drain() {
    while (!pending.isEmpty()) {
      pending.removeFirst().finish();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
