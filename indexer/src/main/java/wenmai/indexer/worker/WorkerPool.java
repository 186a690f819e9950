package wenmai.indexer.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.ForeignParser;
import wenmai.indexer.extract.Format;
import wenmai.indexer.extract.ParserSettings;
import wenmai.indexer.extract.RejectionCode;

/**
 * A few parser processes (解析进程池), started when first needed. A process that takes longer than
 * allowed is killed, one that dies is replaced, and the file it had is reported; no other file
 * notices. Safe for use by many threads; more than there are processes wait.
 */
public final class WorkerPool implements ForeignParser {
  /** What a library leaks goes with the process. */
  private static final int FILES_OF_A_PROCESS = 1000;

  private static final long SECONDS_OF_REST = 30;

  /** A busy machine gives a process a part of its time only. */
  private static final int CLOCK_FACTOR = 5;

  private static final long LOOK_MILLIS = 250;

  /** A scan of some hundred pages takes its time: two hours with the usual limit. */
  private static final int ALTOGETHER_FACTOR = 120;

  private final JavaRuntime java;
  private final ParserSettings settings;
  private final Semaphore permits;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final ScheduledExecutorService watchdogs;
  private boolean closed;

  public WorkerPool(JavaRuntime java, ParserSettings settings, int processes) {
    this.java = java;
    this.settings = settings;
    this.permits = new Semaphore(processes);
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name("worker-watchdog").daemon().unstarted(task));
    executor.setRemoveOnCancelPolicy(true);
    this.watchdogs = executor;
  }

  @Override
  public Extraction parse(Path file, String name, Format format) {
    permits.acquireUninterruptibly();
    try {
      return parseWith(take(), file, name, format);
    } catch (IOException e) {
      return new Extraction.Rejected(RejectionCode.PARSER_CRASHED, String.valueOf(e.getMessage()));
    } finally {
      permits.release();
    }
  }

  private Extraction parseWith(WorkerProcess worker, Path file, String name, Format format) {
    Watch watch = new Watch(worker, settings.limits().time());
    ScheduledFuture<?> watching =
        watchdogs.scheduleWithFixedDelay(watch, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    try {
      Extraction extraction = worker.parse(file, name, format, watch::restart);
      giveBack(worker);
      return extraction;
    } catch (IOException | RuntimeException e) {
      Extraction.Rejected why = why(worker, watch);
      worker.close();
      return why;
    } finally {
      watching.cancel(false);
    }
  }

  /**
   * Looks at a process from time to time and kills it when it has had enough. A page of a scan that
   * is done gives it the same time again, but not without end.
   */
  private static final class Watch implements Runnable {
    private final WorkerProcess worker;
    private final Duration limit;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean late = new AtomicBoolean();
    private volatile Duration before;
    private volatile long sinceNanos = startNanos;

    Watch(WorkerProcess worker, Duration limit) {
      this.worker = worker;
      this.limit = limit;
      this.before = worker.processorTime();
    }

    void restart() {
      before = worker.processorTime();
      sinceNanos = System.nanoTime();
    }

    @Override
    public void run() {
      Duration used = worker.processorTime().minus(before);
      long now = System.nanoTime();
      boolean tooLong =
          now - sinceNanos > limit.multipliedBy(CLOCK_FACTOR).toNanos()
              || now - startNanos > limit.multipliedBy(ALTOGETHER_FACTOR).toNanos();
      if (used.compareTo(limit) > 0 || tooLong) {
        late.set(true);
        worker.kill();
      }
    }
  }

  private Extraction.Rejected why(WorkerProcess worker, Watch watch) {
    if (watch.late.get()) {
      return new Extraction.Rejected(RejectionCode.TIMEOUT, watch.limit.toSeconds() + " 秒");
    }
    worker.kill();
    int code = worker.exitCode();
    if (code == WorkerProcess.OUT_OF_MEMORY) {
      long megabytes = settings.limits().workerHeapBytes() >> 20;
      return new Extraction.Rejected(RejectionCode.OUT_OF_MEMORY, megabytes + " MB");
    }
    return new Extraction.Rejected(RejectionCode.PARSER_CRASHED, "退出码 " + code);
  }

  private WorkerProcess take() throws IOException {
    synchronized (idle) {
      if (closed) {
        throw new IOException("the pool is closed");
      }
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    WorkerProcess worker = WorkerProcess.start(java, settings);
    worker.awaitReady();
    return worker;
  }

  private void giveBack(WorkerProcess worker) {
    synchronized (idle) {
      if (!closed && worker.files() < FILES_OF_A_PROCESS) {
        idle.push(worker);
        ScheduledFuture<?> unused =
            watchdogs.schedule(
                () -> dismiss(worker, worker.files()), SECONDS_OF_REST, TimeUnit.SECONDS);
        return;
      }
    }
    worker.close();
  }

  /** Ends a process that has had no more to do for a while. */
  private void dismiss(WorkerProcess worker, int files) {
    synchronized (idle) {
      if (worker.files() != files || !idle.remove(worker)) {
        return;
      }
    }
    worker.close();
  }

  @Override
  public void close() {
    watchdogs.shutdownNow();
    synchronized (idle) {
      closed = true;
      idle.forEach(WorkerProcess::close);
      idle.clear();
    }
  }
}
