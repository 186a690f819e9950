package wenmai.corpus.store;

/**
 * The archive's files cannot be used: disk full, read-only, damaged, of another version, or held by
 * another process. The message says what to do.
 */
public class StoreProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreProblem(String message) {
    super(message);
  }

  public StoreProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
