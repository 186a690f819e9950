package wenmai.indexer.repair;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.TimeIsUp;

/**
 * A line of a text under repair (行).
 *
 * @param start of the line in the text
 * @param end before its line end
 * @param words folded in script and width, trimmed, runs of blanks as one
 */
record TextLine(int start, int end, String words) {

  /**
   * A paragraph of a report has a few hundred characters; rules need not look at more of a line.
   */
  private static final int WORDS_AT_MOST = 400;

  static List<TextLine> of(String text, Folding folding) {
    List<TextLine> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      TimeIsUp.check();
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      int first = start;
      while (first < end && isBlank(text.charAt(first))) {
        first++;
      }
      String head = text.substring(first, Math.min(end, first + WORDS_AT_MOST));
      lines.add(new TextLine(start, end, squeezed(folding.fold(head))));
      start = end + 1;
    }
    return lines;
  }

  boolean isBlank() {
    return words.isEmpty();
  }

  /** Where the next line begins. */
  int next(String text) {
    return Math.min(text.length(), end + 1);
  }

  static boolean isBlank(char c) {
    return c == '\u200b' || c == '\ufeff' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String squeezed(String folded) {
    if (folded.indexOf(' ') < 0 && folded.indexOf('\t') < 0) {
      return folded.strip();
    }
    StringBuilder out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i) == '\t' ? ' ' : folded.charAt(i);
      if (c != ' ' || (!out.isEmpty() && out.charAt(out.length() - 1) != ' ')) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }
}
