package wenmai.corpus;

import java.util.List;

/** What a person wanted to do to a document cannot be done (处理不成); nothing has changed. */
public final class EditProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final List<String> details;

  EditProblem(Reason reason, String... details) {
    super(reason.key + " " + List.of(details));
    this.reason = reason;
    this.details = List.of(details);
  }

  public Reason reason() {
    return reason;
  }

  /** What it is about: a fact's name, the warnings that block. */
  public List<String> details() {
    return details;
  }

  /** Why not. */
  public enum Reason {
    /** There is no such document. */
    ABSENT("not-found"),
    /** There is no such matter. */
    NO_MATTER("no-matter"),
    /** There is no such fact, warning or state. */
    UNKNOWN("unknown"),
    /** The value is none of this fact's. */
    BAD_VALUE("bad-value"),
    /** That state does not come after this one. */
    BAD_STEP("bad-step"),
    /** A secrecy mark or personal data nobody has let pass. */
    BLOCKED("blocked"),
    /** The entry is none of this document's, or something else has been done since. */
    NOT_UNDOABLE("not-undoable"),
    /** The papers can be no steps of one matter: of another kind, or of another place. */
    NOT_JOINABLE("not-joinable"),
    /** Some of the matter's papers are to leave it, and some must stay. */
    NOT_DIVISIBLE("not-divisible");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
