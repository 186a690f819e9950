package wenmai.corpus.store;

/**
 * The archive's database server cannot be reached now, or has just been started anew. What was
 * asked may be asked again; of what was to be written it is not known whether it was.
 */
public final class StoreUnavailable extends StoreProblem {
  private static final long serialVersionUID = 1L;

  StoreUnavailable(String message, Throwable cause, String server) {
    super(Reason.UNREACHABLE, message, cause, server);
  }
}
