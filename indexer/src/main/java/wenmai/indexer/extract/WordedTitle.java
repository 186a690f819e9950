package wenmai.indexer.extract;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * A title that nothing in a page's build shows (正文上方的标题), told by its words. Pages set teasers of
 * other papers above their body that read alike, so it must be what the body speaks of.
 */
final class WordedTitle {
  private static final int LONGEST = 160;
  private static final int LINES_OF_A_TITLE = 4;

  /** So many letters of the body tell what it speaks of. */
  private static final int LETTERS_OF_A_BODY = 20_000;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern ABOUT = Pattern.compile("^.*(?:关于|關於)|的[^的]{1,8}$");

  /** A line that is no title: it ends or has an inner sign, a figure, a label. */
  private static final Pattern NO_TITLE = Pattern.compile("[0-9。，；、：:;,]");

  private static final int SHORTEST_OWN = 6;
  private static final int LONGEST_OWN = 40;

  private final HtmlLines lines;
  private final HtmlRules rules;

  WordedTitle(HtmlLines lines, HtmlRules rules) {
    this.lines = lines;
    this.rules = rules;
  }

  /**
   * The nearest line above the body that is its title; -1 where there is none, or where the body
   * begins with one of its own.
   *
   * @param first line of the body
   * @param top the highest line to look at
   * @param kept lines of the body
   */
  int above(int first, int top, BitSet kept) {
    if (hasOwn(first, kept)) {
      return -1;
    }
    String body = body(first, kept);
    for (int i = first - 1; i >= top; i--) {
      if (isWorded(i) && speaksOf(body, words(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasOwn(int first, BitSet kept) {
    int left = LINES_OF_A_TITLE;
    for (int i = first; i >= 0 && left-- > 0; i = kept.nextSetBit(i + 1)) {
      if (isWorded(i)) {
        return true;
      }
    }
    String words = words(first);
    return words.length() >= SHORTEST_OWN
        && words.length() <= LONGEST_OWN
        && !NO_TITLE.matcher(words).find();
  }

  private boolean isWorded(int index) {
    HtmlLines.Line line = lines.lines().get(index);
    String words = words(index);
    return words.length() <= LONGEST
        && line.linked() * 2 <= line.letters()
        && rules.worded().matcher(words).matches();
  }

  private String body(int first, BitSet kept) {
    StringBuilder body = new StringBuilder();
    for (int i = first; i >= 0 && body.length() < LETTERS_OF_A_BODY; i = kept.nextSetBit(i + 1)) {
      body.append(words(i)).append('\n');
    }
    return body.toString();
  }

  /** Whether the body has most pairs of letters of what the title is about. */
  private boolean speaksOf(String body, String title) {
    String subject = ABOUT.matcher(title).replaceAll("");
    int pairs = 0;
    int found = 0;
    for (String part : rules.anySubject().split(subject)) {
      for (int i = 2; i <= part.length(); i++) {
        pairs++;
        found += body.contains(part.substring(i - 2, i)) ? 1 : 0;
      }
    }
    return found * 2 >= pairs;
  }

  private String words(int index) {
    return BLANKS.matcher(lines.words(lines.lines().get(index))).replaceAll("");
  }
}
