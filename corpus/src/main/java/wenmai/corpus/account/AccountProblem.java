package wenmai.corpus.account;

/** What was asked of the accounts cannot be done (账号问题); nothing has changed. */
public final class AccountProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  AccountProblem(Reason reason) {
    super(reason.explanation);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why not. */
  public enum Reason {
    BAD_NAME("bad-name", "a name is 1 to 64 letters, digits, dots, @, _ and -, and not owner"),
    BAD_ROLE("bad-role", "a role is reader, staff or admin"),
    WEAK_PASSWORD("weak-password", "a password has 8 to 256 characters and is not the name"),
    TAKEN("taken", "there is an account of that name"),
    ABSENT("absent", "there is no account of that name"),
    WRONG_PASSWORD("wrong-password", "the password is wrong"),
    OWN("own", "nobody removes their own account");

    private final String key;
    private final String explanation;

    Reason(String key, String explanation) {
      this.key = key;
      this.explanation = explanation;
    }

    public String key() {
      return key;
    }
  }
}
