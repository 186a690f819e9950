package wenmai.web.site;

/**
 * A request that cannot be answered as it is: its HTTP status, a key for programs and a sentence
 * for people.
 */
public final class RequestProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param status 400 to 499
   * @param detail in Chinese: what is wrong and what to do
   */
  public RequestProblem(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
