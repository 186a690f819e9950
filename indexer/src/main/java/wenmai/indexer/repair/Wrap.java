package wenmai.indexer.repair;

import java.util.List;
import java.util.function.Predicate;

/**
 * The width a text is wrapped to (折行宽度).
 *
 * @param width in half-width columns, 0 where it is not wrapped
 * @param indents paragraphs begin further in than the lines that follow
 */
record Wrap(int width, boolean indents) {
  /** A text wrapped wider than this many half-width columns is not wrapped. */
  private static final int WIDEST_WRAP = 140;

  private static final int NARROWEST_WRAP = 20;
  private static final int FULL_LINES_OF_A_WRAPPED_TEXT = 3;

  /** A full line may be shorter than the widest by so much: words and figures are kept whole. */
  private static final double FULL = 0.82;

  /** Of the lines that do not end a sentence, so many must be full in a wrapped text. */
  private static final double SHARE_OF_FULL_LINES = 0.5;

  boolean isWrapped() {
    return width > 0;
  }

  /** Whether a line is as long as lines are in this text. */
  boolean fills(SetLine line) {
    return line.width() >= width * FULL;
  }

  /**
   * @param prose which lines tell whether the text is wrapped: rows of a table do not, however wide
   */
  static Wrap of(List<SetLine> lines, Predicate<SetLine> prose) {
    int[] widths =
        lines.stream().filter(line -> !line.isBlank()).mapToInt(SetLine::width).sorted().toArray();
    long indented = lines.stream().filter(line -> !line.isBlank() && line.indent() >= 2).count();
    long flush = widths.length - indented;
    boolean indents = indented >= 2 && flush >= 2;
    if (widths.length < FULL_LINES_OF_A_WRAPPED_TEXT + 1) {
      return new Wrap(0, indents);
    }
    // One line may hang over: a heading set wide, an address of a page.
    int width = widths[widths.length - 1 - Math.min(1, widths.length / 20)];
    if (width > WIDEST_WRAP || width < NARROWEST_WRAP) {
      return new Wrap(0, indents);
    }
    long full =
        lines.stream()
            .filter(line -> line.width() >= width * FULL)
            .filter(prose)
            .filter(line -> SetLine.SENTENCE_END.indexOf(line.last()) < 0)
            .count();
    long open =
        lines.stream()
            .filter(line -> !line.isBlank() && SetLine.SENTENCE_END.indexOf(line.last()) < 0)
            .count();
    boolean wrapped =
        full >= FULL_LINES_OF_A_WRAPPED_TEXT && full >= open * SHARE_OF_FULL_LINES / 1.5;
    return new Wrap(wrapped ? width : 0, indents);
  }
}
