package wenmai.corpus.engine;

import java.time.Duration;

/**
 * Until when an answer is worth its work (期限). Whoever goes through many papers asks now and then
 * whether it is over, and then gives up: half an answer would be taken for a whole one.
 */
@FunctionalInterface
public interface Deadline {

  /** Asked by the thread that answers, often. */
  boolean isOver();

  /** There is all the time in the world. */
  static Deadline none() {
    return () -> false;
  }

  /** So long from now on. */
  static Deadline in(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() - end > 0;
  }

  /** So long from its start on; before that it is not over. */
  final class Countdown implements Deadline {
    private final Duration time;
    private volatile Deadline running = none();

    public Countdown(Duration time) {
      this.time = time;
    }

    public void start() {
      running = in(time);
    }

    @Override
    public boolean isOver() {
      return running.isOver();
    }
  }
}
