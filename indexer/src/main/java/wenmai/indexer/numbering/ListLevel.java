package wenmai.indexer.numbering;

/**
 * One level of a list (编号级别).
 *
 * @param start the first number
 * @param restartAfter the number of levels above that make this one begin anew: {@link #BY_ALL} for
 *     every one, 0 for none (articles that go on through the chapters)
 * @param text the label, with {@code %n} for the number of the n-th level
 * @param legal whether all its numbers are written in plain figures, whatever their levels say
 * @param after what keeps it from the text
 */
public record ListLevel(
    int start, int restartAfter, NumberStyle style, String text, boolean legal, Gap after) {
  public static final int BY_ALL = -1;

  /** What stands between label and text (编号之后). */
  public enum Gap {
    TAB,
    SPACE,
    NOTHING
  }
}
