package wenmai.indexer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Looks from time to time at a thread that reads (读取计时): one that has used more of the processor
 * than it may is interrupted, which readers heed; one that does not heed it is given up.
 */
final class ReadingWatch implements Runnable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Whoever does not heed an interruption for as long again never will. */
  private static final int GIVEN_UP = 2;

  private final Thread thread;
  private final Duration limit;
  private final Runnable giveUp;
  private final long before;
  private boolean late;
  private boolean over;

  /**
   * Watches this very thread.
   *
   * @param giveUp runs once if it does not end
   */
  ReadingWatch(Duration limit, Runnable giveUp) {
    this.thread = Thread.currentThread();
    this.limit = limit;
    this.giveUp = giveUp;
    this.before = used();
  }

  /** What it has used of the processor; a reading waits for nothing but its parser. */
  private long used() {
    return Math.max(0, THREADS.getThreadCpuTime(thread.threadId()));
  }

  @Override
  public synchronized void run() {
    long nanos = over ? 0 : used() - before;
    if (nanos > limit.toNanos() && !late) {
      late = true;
      thread.interrupt();
    } else if (nanos > limit.multipliedBy(GIVEN_UP).toNanos()) {
      over = true;
      giveUp.run();
    }
  }

  /**
   * The reading has ended; whatever the thread does next is not interrupted.
   *
   * @return whether it took too long
   */
  synchronized boolean end() {
    over = true;
    if (late) {
      boolean told = Thread.interrupted(); // it may have ended before it heard
      assert !told || late;
    }
    return late;
  }
}
