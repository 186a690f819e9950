package wenmai.corpus.store;

/** A file's bytes are no longer those that were read from it; it is to be read again. */
public final class ChangedOriginal extends StoreProblem {
  private static final long serialVersionUID = 1L;

  ChangedOriginal(String sha256) {
    super(
        Reason.CHANGED,
        "the file changed while it was being taken in; take it in again (was " + sha256 + ")");
  }
}
