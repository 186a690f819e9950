package wenmai.indexer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** How soon somebody who waits for a reading hears that the run is to stop. */
  private static final long LOOK_MILLIS = 250;

  private record Pending<T>(Future<T> future, Consumer<T> then) {
    void finish(Runnable goOn) {
      while (!isOver()) {
        goOn.run();
      }
      then.accept(future.resultNow());
    }

    private boolean isOver() {
      try {
        T unused = future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a reading failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private final Runnable goOn;
  private final int size;
  private final ExecutorService executor;
  private final Deque<Pending<?>> pending = new ArrayDeque<>();

  /**
   * @param goOn called now and then while a reading is waited for; may throw to end that
   */
  ReadingWindow(int cores, Runnable goOn) {
    this.goOn = goOn;
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
      pending.removeFirst().finish(goOn);
    }
    pending.addLast(new Pending<>(executor.submit(work), then));
  }

  /** Runs on this thread after all that came before. */
  void afterwards(Runnable then) {
    submit(() -> Boolean.TRUE, done -> then.run());
  }

  void drain() {
    while (!pending.isEmpty()) {
      pending.removeFirst().finish(goOn);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
