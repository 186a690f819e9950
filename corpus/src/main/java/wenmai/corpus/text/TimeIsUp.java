package wenmai.corpus.text;

/**
 * A text took longer to go through than it may (限时已到). Whoever set the time interrupts the thread;
 * whoever goes through a text step by step asks, so that no reading is without end.
 */
public final class TimeIsUp extends RuntimeException {
  private static final long serialVersionUID = 1;

  private TimeIsUp() {
    super("interrupted while reading a text", null, false, false);
  }

  /**
   * Asked at each step through a text whose number grows with it.
   *
   * @throws TimeIsUp if the thread has been interrupted
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new TimeIsUp();
    }
  }
}
