package wenmai.corpus;

/**
 * A run of intake was asked to stop and did so (收录中止). What it had reported as durable is there;
 * the next run over the same paths goes on.
 */
public final class IntakeStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IntakeStopped() {
    super("stopped before the run ended; what had been accepted is safe, run it again");
  }
}
