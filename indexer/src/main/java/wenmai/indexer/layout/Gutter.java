package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wenmai.indexer.layout.LayoutLine.Column;

/**
 * The white strip between two columns of prose (栏间空白). It is looked for as what it is: a strip down
 * the page that line after line leaves free, however narrow compared with the blanks in the lines.
 *
 * @param left edge of the strip
 * @param right edge of the strip
 */
record Gutter(double left, double right) {
  /** Columns have at least so many lines each. */
  private static final int LINES_OF_A_COLUMN = 4;

  /** Prose fills its column: the middle line of it is at least so wide. */
  private static final double FILL = 0.62;

  /** The gutter of two columns lies in this part of the width. */
  private static final double FROM = 0.3;

  private static final double TO = 0.7;

  /** A gutter is at least so wide, in sizes of the type: signs of a line stand closer. */
  private static final double NARROWEST = 0.9;

  /** Places looked at, in the width of one sign. */
  private static final int STEPS = 8;

  /** A line that leaves less than so much of the strip free runs across it. */
  private static final double FREE = 0.6;

  /** The gutter of a page with such lines, if it has two columns. */
  static Optional<Gutter> of(List<List<Glyph>> lines, Column page) {
    double size = middleSize(lines);
    double step = size / STEPS;
    double from = page.left() + (page.right() - page.left()) * FROM;
    int steps = (int) Math.min(4_000, (page.right() - page.left()) * (TO - FROM) / step);
    Free free = new Free(Math.max(0, steps));
    for (List<Glyph> line : lines) {
      free.count(line, from, step);
    }
    int best = free.best();
    if (free.lines(best) < LINES_OF_A_COLUMN) {
      return Optional.empty();
    }
    int last = best;
    while (free.lines(last + 1) == free.lines(best)) {
      last++;
    }
    Gutter gutter = new Gutter(from + best * step, from + last * step + NARROWEST * size);
    return Optional.of(gutter).filter(found -> found.partsProse(lines, page));
  }

  private static double middleSize(List<List<Glyph>> lines) {
    double[] sizes =
        lines.stream().flatMap(List::stream).mapToDouble(Glyph::size).sorted().toArray();
    return sizes[sizes.length / 2];
  }

  /** For each place where a narrow strip may begin, how many lines stand free on either side. */
  private static final class Free {
    private static final int STRIP = (int) Math.ceil(NARROWEST * STEPS);

    private final int[] before;
    private final int[] after;

    Free(int places) {
      this.before = new int[places];
      this.after = new int[places];
    }

    /** Lines of one column may stand at other heights than those of the other. */
    int lines(int place) {
      return place < before.length ? Math.min(before[place], after[place]) : 0;
    }

    int best() {
      int best = 0;
      for (int i = 1; i < before.length; i++) {
        best = lines(i) > lines(best) ? i : best;
      }
      return best;
    }

    void count(List<Glyph> line, double from, double step) {
      int[] covered = new int[before.length + STRIP + 1];
      int first = Integer.MAX_VALUE;
      int last = Integer.MIN_VALUE;
      for (Glyph glyph : line) {
        if (!glyph.text().isBlank()) {
          int start = (int) Math.floor((glyph.x() - from) / step + 1e-6);
          int end = (int) Math.ceil((glyph.right() - from) / step - 1e-6);
          first = Math.min(first, end);
          last = Math.max(last, start);
          int begin = within(start, covered);
          Arrays.fill(covered, begin, Math.max(begin, within(end, covered)), 1);
        }
      }
      int signs = 0;
      for (int i = 0; i < STRIP; i++) {
        signs += covered[i];
      }
      for (int i = 0; i < before.length; i++) {
        before[i] += signs == 0 && first <= i ? 1 : 0;
        after[i] += signs == 0 && last >= i + STRIP ? 1 : 0;
        signs += covered[i + STRIP] - covered[i];
      }
    }
  }

  private static int within(int index, int[] array) {
    return Math.clamp(index, 0, array.length - 1);
  }

  /** Enough lines on both sides, which fill their columns and are no cells of a table. */
  private boolean partsProse(List<List<Glyph>> lines, Column page) {
    List<Row> before = new ArrayList<>();
    List<Row> after = new ArrayList<>();
    int across = 0;
    for (List<Glyph> line : lines) {
      List<Row> left = Row.parted(left(line));
      List<Row> right = Row.parted(right(line));
      if (runsAcross(line)) {
        across++;
        continue;
      }
      across += left.size() > 1 || right.size() > 1 ? 1 : 0;
      before.addAll(left);
      after.addAll(right);
    }
    return before.size() >= LINES_OF_A_COLUMN
        && after.size() >= LINES_OF_A_COLUMN
        && across * 2 <= before.size() + after.size()
        && fills(before, left - page.left())
        && fills(after, page.right() - right);
  }

  private static boolean fills(List<Row> rows, double width) {
    double[] widths = rows.stream().mapToDouble(Row::width).sorted().toArray();
    return widths[widths.length / 2] >= width * FILL;
  }

  /** The signs of a line before the middle of the strip. */
  List<Glyph> left(List<Glyph> line) {
    return line.stream().filter(glyph -> isLeft(glyph)).toList();
  }

  List<Glyph> right(List<Glyph> line) {
    return line.stream().filter(glyph -> !isLeft(glyph)).toList();
  }

  private boolean isLeft(Glyph glyph) {
    return glyph.x() + glyph.width() / 2 < (left + right) / 2;
  }

  /** Whether the line leaves too little of the strip free: a title, a table across the page. */
  boolean runsAcross(List<Glyph> line) {
    double end = left;
    double start = right;
    for (Glyph glyph : line) {
      if (!glyph.text().isBlank()) {
        if (isLeft(glyph)) {
          end = Math.max(end, glyph.right());
        } else {
          start = Math.min(start, glyph.x());
        }
      }
    }
    return start - end < (right - left) * FREE;
  }
}
