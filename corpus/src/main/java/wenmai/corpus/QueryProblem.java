package wenmai.corpus;

/** A query that cannot be understood: what is wrong, where, and what to do. */
public final class QueryProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int position;

  /**
   * @param code a key of the message bundle, such as {@code unbalanced-bracket}
   * @param position in code points of the query, from 0
   */
  public QueryProblem(String code, int position, String message) {
    super(message);
    this.code = code;
    this.position = position;
  }

  public String code() {
    return code;
  }

  public int position() {
    return position;
  }
}
