package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Figures and letters that are set in the cells of Chinese signs (全角格内的数字): each takes the width of
 * one, and the ground around it is no blank. Whether a page is set so shows where two of them stand
 * beside each other.
 */
final class Cells {
  /** From one sign to the next, in sizes, where each has a cell. */
  private static final double NARROWEST = 0.9;

  private static final double WIDEST = 1.3;

  /** Fewer pairs may be single letters with blanks between them. */
  private static final int PAIRS_TO_JUDGE = 3;

  /** For one pair that stands close there are so many in cells. */
  private static final int TIMES_THE_CLOSE = 8;

  private Cells() {}

  /** The same signs; those that have a cell each are as wide as it. */
  static List<List<Glyph>> widened(List<List<Glyph>> lines) {
    int cells = 0;
    int close = 0;
    for (List<Glyph> line : lines) {
      List<Glyph> sorted = sorted(line);
      for (int i = 1; i < sorted.size(); i++) {
        if (isNarrow(sorted.get(i - 1)) && isNarrow(sorted.get(i))) {
          double step = step(sorted.get(i - 1), sorted.get(i));
          cells += step >= NARROWEST && step <= WIDEST ? 1 : 0;
          close += step < NARROWEST ? 1 : 0;
        }
      }
    }
    return cells >= PAIRS_TO_JUDGE && cells >= close * TIMES_THE_CLOSE
        ? lines.stream().map(Cells::inCells).toList()
        : lines;
  }

  private static List<Glyph> inCells(List<Glyph> line) {
    List<Glyph> sorted = sorted(line);
    List<Glyph> wide = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Glyph sign = sorted.get(i);
      boolean room = i + 1 == sorted.size() || step(sign, sorted.get(i + 1)) >= NARROWEST;
      wide.add(
          isNarrow(sign) && room
              ? new Glyph(sign.text(), sign.x(), sign.y(), sign.size(), sign.size(), sign.height())
              : sign);
    }
    return wide;
  }

  private static List<Glyph> sorted(List<Glyph> line) {
    return line.stream().sorted(Comparator.comparingDouble(Glyph::x)).toList();
  }

  private static double step(Glyph sign, Glyph next) {
    return (next.x() - sign.x()) / Math.max(sign.size(), next.size());
  }

  /** A figure or a Latin letter of its own width. */
  private static boolean isNarrow(Glyph sign) {
    return sign.text().length() == 1
        && sign.text().charAt(0) < 0x80
        && Character.isLetterOrDigit(sign.text().charAt(0))
        && sign.width() < sign.size() * NARROWEST;
  }
}
