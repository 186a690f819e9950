package wenmai.corpus.reading;

import java.util.regex.Pattern;

/** How the words of a title are printed and what speaks against their being one. */
final class TitleWords {
  /* What follows a run of blanks is looked for from the first of them alone: from each, a title of
   * nothing but blanks would take the square of its length. */
  private static final Pattern MARKS = Pattern.compile("^[*#\\s]+|(?<![*\\s])[*\\s]+$");
  private static final Pattern BREAK =
      Pattern.compile("(?<![ \\t\\u3000\\u00a0])[ \\t\\u3000\\u00a0]*+\\R[\\s\\u3000\\u00a0]*+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern SINGLE =
      Pattern.compile("(?:^|[\\s\\u3000])\\p{IsHan}[\\s\\u3000]+\\p{IsHan}(?:$|[\\s\\u3000])");
  private static final Pattern SPREAD_END =
      Pattern.compile("\\p{IsHan}[\\s\\u3000]{1,8}\\p{IsHan}$");

  /** 评价：满意. */
  private static final Pattern LABELLED = Pattern.compile("^[\\u4e00-\\u9fff]{2,6}:.{1,12}$");

  private static final Pattern BAD_END = Pattern.compile("[:,;|>]$");
  private static final Pattern NO_HAN = Pattern.compile("[^\\u4e00-\\u9fff]*");

  private TitleWords() {}

  /**
   * One line. Blanks that only spread the words (公　　告) go; one that parts two halves stays, as do
   * those around other scripts.
   */
  static String printed(String words) {
    String line = BREAK.matcher(MARKS.matcher(words).replaceAll("")).replaceAll("");
    boolean spread = SINGLE.matcher(line).find() || SPREAD_END.matcher(line).find();
    return BLANKS.matcher(line).replaceAll(spread ? "" : " ");
  }

  static boolean isBalanced(CharSequence words) {
    int depth = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      depth += c == '《' || c == '(' ? 1 : c == '》' || c == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  /** What is taken off the score of a title for looking like something else. */
  static double blemishes(String compact) {
    double off = compact.length() < 4 ? 2 : 0;
    off += isBalanced(compact) ? 0 : 2;
    off += LABELLED.matcher(compact).find() ? 2 : 0;
    return off + (BAD_END.matcher(compact).find() || NO_HAN.matcher(compact).matches() ? 3 : 0);
  }
}
