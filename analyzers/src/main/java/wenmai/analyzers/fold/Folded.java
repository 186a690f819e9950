package wenmai.analyzers.fold;

/**
 * A folded text (折叠后的文本) and the way back: for each of its UTF-16 units the stretch of the source
 * that it stands for.
 *
 * @param text the folded characters, invisible ones left out
 * @param starts for each unit of {@code text}, where its source character starts
 * @param ends for each unit of {@code text}, where its source character ends
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; two parallel columns of one table
public record Folded(String text, int[] starts, int[] ends) {

  /** Where in the source a stretch of the folded text that begins at {@code at} begins. */
  public int sourceStart(int at) {
    return starts[at];
  }

  /**
   * Where in the source a stretch of the folded text that ends before {@code at} ends: behind its
   * last visible character, never behind the blanks that follow it. {@code at} is 1 or more.
   */
  public int sourceEnd(int at) {
    return ends[at - 1];
  }
}
