package wenmai.indexer.repair;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.text.TimeIsUp;

/**
 * A line with what its ends and its width tell (版面上的行).
 *
 * @param width in half-width columns, 0 for a blank line
 * @param indent of that in front
 */
record SetLine(int start, int end, int width, int indent, char first, char last) {
  static final String SENTENCE_END = "。！？；：…!?;:”』」";

  /** What is wider need not be measured. */
  private static final int WIDEST = 280;

  boolean isBlank() {
    return width == 0;
  }

  static List<SetLine> of(String text) {
    List<SetLine> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      TimeIsUp.check();
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(line(text, start, end));
      start = end + 1;
    }
    return lines;
  }

  private static SetLine line(String text, int start, int end) {
    int from = start;
    int indent = 0;
    while (from < end && TextLine.isBlank(text.charAt(from))) {
      indent += columns(text.charAt(from));
      from++;
    }
    int to = end;
    while (to > from && TextLine.isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return new SetLine(start, end, 0, 0, ' ', ' ');
    }
    int width = indent;
    for (int i = from; i < to && width <= WIDEST; i++) {
      width += columns(text.charAt(i));
    }
    return new SetLine(start, end, width, indent, text.charAt(from), text.charAt(to - 1));
  }

  static int columns(char c) {
    return c == '\u200b' ? 0 : c < 0x1100 ? 1 : 2;
  }
}
