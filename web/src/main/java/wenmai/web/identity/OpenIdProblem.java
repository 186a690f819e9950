package wenmai.web.identity;

/** Why an identity provider's answer lets nobody in. */
final class OpenIdProblem extends Exception {
  private static final long serialVersionUID = 1L;

  /** What it was. */
  enum Reason {
    /** The provider does not answer. */
    UNREACHABLE,
    /** The person or the provider said no. */
    DENIED,
    /** Nobody of this browser has begun it, or too long ago. */
    EXPIRED,
    /** The answer does not hold. */
    INVALID
  }

  private final Reason reason;

  OpenIdProblem(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  OpenIdProblem(Reason reason, Exception cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
