package wenmai.indexer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import wenmai.corpus.text.TimeIsUp;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;

/**
 * Work done on all cores whose results are taken in the order it was handed in, by the thread that
 * handed it in. Only so much is under way at a time, so that memory does not grow with the run. A
 * reading that takes too long is refused, whether it ends or not, and the rest goes on.
 */
final class ReadingWindow implements AutoCloseable {
  private static final AtomicInteger THREADS = new AtomicInteger();

  /** Some files take a hundred times as long as others; this many are read ahead of a slow one. */
  private static final int AHEAD_PER_CORE = 8;

  /** How soon somebody who waits for a reading hears that the run is to stop. */
  private static final long LOOK_MILLIS = 250;

  /** The longest text there may be has so many bytes four times over. */
  private static final long BYTES_OF_A_LIMIT = 16L << 20;

  private static final int MOST_LIMITS = 5;

  private record Pending<T>(CompletableFuture<T> future, Consumer<T> then) {
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
  private final Duration limit;
  private final int size;
  private final ThreadPoolExecutor executor;
  private final ScheduledThreadPoolExecutor watchdog;
  private final Deque<Pending<?>> pending = new ArrayDeque<>();

  /**
   * @param limit of the processor's time for a reading; a long text may take some times as much
   * @param goOn called now and then while a reading is waited for; may throw to end that
   */
  ReadingWindow(int cores, Duration limit, Runnable goOn) {
    this.goOn = goOn;
    this.limit = limit;
    this.size = cores * AHEAD_PER_CORE;
    this.executor =
        new ThreadPoolExecutor(
            cores, cores, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ReadingWindow::thread);
    this.watchdog =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("reading-watchdog").daemon().unstarted(task));
    watchdog.setRemoveOnCancelPolicy(true);
    // what begins while this is closed is waited for by nobody
    watchdog.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  private static Thread thread(Runnable task) {
    return Thread.ofPlatform()
        .priority(Thread.MIN_PRIORITY)
        .name("reading-" + THREADS.incrementAndGet())
        .daemon()
        .unstarted(task);
  }

  /**
   * Hands in a reading; {@code then} gets its result, on this thread, after all that came before.
   *
   * @param bytes of what is read
   */
  void read(long bytes, Supplier<Reading> reading, Consumer<Reading> then) {
    Duration most = limit.multipliedBy(1 + Math.min(MOST_LIMITS - 1, bytes / BYTES_OF_A_LIMIT));
    CompletableFuture<Reading> future = new CompletableFuture<>();
    add(future, then);
    executor.execute(() -> read(most, reading, future));
  }

  private void read(Duration most, Supplier<Reading> reading, CompletableFuture<Reading> future) {
    Reading late =
        new Reading.Refused(
            new Extraction.Rejected(RejectionCode.READING_TIMEOUT, most.toSeconds() + " 秒"));
    ReadingWatch watch = new ReadingWatch(most, () -> replace(late, future));
    ScheduledFuture<?> watching =
        watchdog.scheduleWithFixedDelay(watch, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    try {
      Reading read = reading.get();
      boolean isLate = watch.end();
      future.complete(isLate && read instanceof Reading.Refused ? late : read);
    } catch (TimeIsUp e) {
      watch.end();
      future.complete(late);
    } catch (RuntimeException | Error e) {
      watch.end();
      future.completeExceptionally(e);
    } finally {
      watching.cancel(false);
    }
  }

  /** A thread that cannot be stopped is left to itself, and another one does its work. */
  private void replace(Reading late, CompletableFuture<Reading> future) {
    executor.setMaximumPoolSize(executor.getMaximumPoolSize() + 1);
    executor.setCorePoolSize(executor.getCorePoolSize() + 1);
    future.complete(late);
  }

  private <T> void add(CompletableFuture<T> future, Consumer<T> then) {
    while (pending.size() >= size) {
      pending.removeFirst().finish(goOn);
    }
    pending.addLast(new Pending<>(future, then));
  }

  /** Runs on this thread after all that came before. */
  void afterwards(Runnable then) {
    add(CompletableFuture.completedFuture(Boolean.TRUE), done -> then.run());
  }

  void drain() {
    while (!pending.isEmpty()) {
      pending.removeFirst().finish(goOn);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    watchdog.shutdownNow();
  }
}
