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
import wenmai.indexer.extract.Limits;
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

  /** Pages of a scan take their time one after the other. */
  private static final int OCR_PAGES_OF_A_FILE = 400;

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
    Duration limit = limit(format);
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> watchdog =
        watchdogs.schedule(
            () -> {
              late.set(true);
              worker.kill();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      Extraction extraction = worker.parse(file, name, format);
      giveBack(worker);
      return extraction;
    } catch (IOException | RuntimeException e) {
      Extraction.Rejected why = why(worker, late.get(), limit);
      worker.close();
      return why;
    } finally {
      watchdog.cancel(false);
    }
  }

  private Extraction.Rejected why(WorkerProcess worker, boolean late, Duration limit) {
    if (late) {
      return new Extraction.Rejected(RejectionCode.TIMEOUT, limit.toSeconds() + " 秒");
    }
    worker.kill();
    int code = worker.exitCode();
    if (code == WorkerProcess.OUT_OF_MEMORY) {
      long megabytes = settings.limits().workerHeapBytes() >> 20;
      return new Extraction.Rejected(RejectionCode.OUT_OF_MEMORY, megabytes + " MB");
    }
    return new Extraction.Rejected(RejectionCode.PARSER_CRASHED, "退出码 " + code);
  }

  /** Formats that may need OCR get time for their pages on top. */
  private Duration limit(Format format) {
    Limits limits = settings.limits();
    return switch (format) {
      case PDF, OFD, IMAGE ->
          limits.time().plus(limits.ocrTimePerPage().multipliedBy(OCR_PAGES_OF_A_FILE));
      default -> limits.time();
    };
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
    return WorkerProcess.start(java, settings);
  }

  private void giveBack(WorkerProcess worker) {
    synchronized (idle) {
      if (!closed && worker.files() < FILES_OF_A_PROCESS) {
        idle.push(worker);
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
