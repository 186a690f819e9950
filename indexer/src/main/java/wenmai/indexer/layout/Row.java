package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Signs at one height that stand close together (一段横排): a line of a column, a cell of a table.
 *
 * @param glyphs from left to right, at least one
 */
record Row(List<Glyph> glyphs) {
  /** Two signs of one line may differ in height by so much of their size. */
  private static final double SAME_HEIGHT = 0.55;

  /** A wider gap, in sizes, parts cells or columns. */
  private static final double CELL_GAP = 1.8;

  private static final char FIRST_WIDE = '\u2e80';

  /** A gap, in sizes, that was a blank. */
  private static final double BLANK_GAP = 0.28;

  double left() {
    return glyphs.getFirst().x();
  }

  double right() {
    return glyphs.getLast().right();
  }

  double width() {
    return right() - left();
  }

  double top() {
    return glyphs.stream().mapToDouble(Glyph::y).min().orElse(0);
  }

  double middle() {
    return glyphs.stream().mapToDouble(Glyph::middle).average().orElse(0);
  }

  double size() {
    return glyphs.stream().mapToDouble(Glyph::size).max().orElse(0);
  }

  /**
   * Its text; where signs stand further apart than the others of the row, as in a line that is
   * stretched to the edge, and no blank was written, one is.
   */
  String text() {
    StringBuilder text = new StringBuilder();
    double usual = usualGap();
    Glyph last = glyphs.getFirst();
    for (Glyph glyph : glyphs) {
      double gap = glyph.x() - last.right();
      double size = Math.max(glyph.size(), last.size());
      if (gap > usual + size * BLANK_GAP && !endsBlank(text) && !glyph.text().isBlank()) {
        text.append(' ');
      }
      text.append(glyph.text());
      last = glyph;
    }
    return text.toString();
  }

  private double usualGap() {
    double[] gaps =
        IntStream.range(1, glyphs.size())
            .filter(i -> isWide(glyphs.get(i - 1)) && isWide(glyphs.get(i)))
            .mapToDouble(i -> glyphs.get(i).x() - glyphs.get(i - 1).right())
            .sorted()
            .toArray();
    return gaps.length == 0 ? 0 : Math.max(0, gaps[gaps.length / 2]);
  }

  /** A Chinese sign; Latin letters keep their distance in a stretched line. */
  private static boolean isWide(Glyph glyph) {
    return glyph.text().charAt(0) >= FIRST_WIDE;
  }

  private static boolean endsBlank(StringBuilder text) {
    return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
  }

  /** The signs of a page by their heights, from the top down; none of them is all blank. */
  static List<List<Glyph>> heights(List<Glyph> glyphs) {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::middle).thenComparingDouble(Glyph::x));
    List<List<Glyph>> heights = new ArrayList<>();
    List<Glyph> line = new ArrayList<>();
    double middle = 0;
    double size = 0;
    for (Glyph glyph : sorted) {
      double reach = Math.min(Math.max(size, 1e-6), glyph.size()) * SAME_HEIGHT;
      if (!line.isEmpty() && glyph.middle() - middle > reach) {
        heights.add(line);
        line = new ArrayList<>();
      }
      if (line.isEmpty() || glyph.size() > size) {
        middle = glyph.middle();
        size = glyph.size();
      }
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      heights.add(line);
    }
    heights.removeIf(signs -> signs.stream().allMatch(sign -> sign.text().isBlank()));
    return heights;
  }

  /** The signs of one height, parted at wide gaps. */
  static List<Row> parted(List<Glyph> line) {
    List<Glyph> sorted = new ArrayList<>(line);
    sorted.sort(Comparator.comparingDouble(Glyph::x));
    List<Row> rows = new ArrayList<>();
    List<Glyph> row = new ArrayList<>();
    double right = 0;
    for (Glyph glyph : sorted) {
      if (!row.isEmpty() && glyph.x() - right > glyph.size() * CELL_GAP) {
        add(row, rows);
        row = new ArrayList<>();
      }
      row.add(glyph);
      right = Math.max(right, glyph.text().isBlank() ? right : glyph.right());
    }
    add(row, rows);
    return rows;
  }

  private static void add(List<Glyph> row, List<Row> rows) {
    int from = 0;
    int to = row.size();
    while (from < to && row.get(from).text().isBlank()) {
      from++;
    }
    while (to > from && row.get(to - 1).text().isBlank()) {
      to--;
    }
    if (to > from) {
      rows.add(new Row(List.copyOf(row.subList(from, to))));
    }
  }
}
