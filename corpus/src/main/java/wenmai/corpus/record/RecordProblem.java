package wenmai.corpus.record;

/** A JSON record that is none: what is wrong with it and where. */
public final class RecordProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RecordProblem(String message) {
    super(message);
  }

  public RecordProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
