package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.indexer.layout.LayoutLine.Column;

/**
 * Puts the signs of one page in reading order (阅读顺序): lines from the top down; two columns one
 * after the other; rows of a table across; vertical writing from right to left.
 */
public final class PageLayout {
  /** Signs printed twice for boldness lie on each other to this part of their size. */
  private static final double ON_EACH_OTHER = 0.25;

  /** Columns have at least so many lines each. */
  private static final int LINES_OF_A_COLUMN = 4;

  /** Prose fills its column: the middle line of it is at least so wide. */
  private static final double FILL = 0.62;

  /** The gutter of two columns lies in this part of the width. */
  private static final double GUTTER_FROM = 0.3;

  private static final double GUTTER_TO = 0.7;

  private PageLayout() {}

  public static List<LayoutLine> lines(List<Glyph> glyphs) {
    List<Glyph> signs = once(glyphs);
    if (signs.isEmpty()) {
      return List.of();
    }
    List<List<Row>> heights = Row.of(isVertical(signs) ? turned(signs) : signs);
    double left = heights.stream().flatMap(List::stream).mapToDouble(Row::left).min().orElse(0);
    double right = heights.stream().flatMap(List::stream).mapToDouble(Row::right).max().orElse(0);
    Column page = new Column(0, left, right);
    Optional<Double> gutter = gutter(heights, page);
    return gutter.isPresent()
        ? inColumns(heights, page, gutter.get())
        : heights.stream().map(rows -> line(rows, page)).toList();
  }

  /** Without signs that only thicken others. */
  private static List<Glyph> once(List<Glyph> glyphs) {
    List<Glyph> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Glyph glyph : glyphs) {
      if (glyph.text().isEmpty() || !(glyph.size() > 0)) {
        continue;
      }
      double step = glyph.size() * ON_EACH_OTHER;
      String place =
          glyph.text() + Math.round(glyph.x() / step) + "," + Math.round(glyph.y() / step);
      if (glyph.text().isBlank() || seen.add(place)) {
        kept.add(glyph);
      }
    }
    return kept;
  }

  /** Most signs stand right below the one before them. */
  private static boolean isVertical(List<Glyph> glyphs) {
    int below = 0;
    int beside = 0;
    for (int i = 1; i < glyphs.size(); i++) {
      Glyph last = glyphs.get(i - 1);
      Glyph next = glyphs.get(i);
      double size = Math.max(last.size(), next.size());
      boolean sameX = Math.abs(next.x() - last.x()) < size * 0.3;
      boolean sameY = Math.abs(next.y() - last.y()) < size * 0.3;
      if (sameX && next.y() > last.y() && next.y() - last.y() < size * 2.5) {
        below++;
      } else if (sameY && !sameX) {
        beside++;
      }
    }
    return below >= 8 && below > beside * 3;
  }

  /** Lines from right to left become lines from the top down. */
  private static List<Glyph> turned(List<Glyph> glyphs) {
    return glyphs.stream()
        .map(glyph ->
            new Glyph(
                glyph.text(), glyph.y(), -glyph.x() - glyph.size(), glyph.size(), glyph.size()))
        .toList();
  }

  private static LayoutLine line(List<Row> rows, Column column) {
    StringBuilder text = new StringBuilder(rows.getFirst().text());
    for (int i = 1; i < rows.size(); i++) {
      text.append(rows.size() > 2 || isCell(rows, i) ? '\t' : ' ').append(rows.get(i).text());
    }
    return new LayoutLine(
        text.toString(),
        rows.getFirst().left(),
        rows.getLast().right(),
        rows.stream().mapToDouble(Row::top).min().orElse(0),
        rows.stream().mapToDouble(Row::size).max().orElse(0),
        column);
  }

  /** Two entries beside each other, and not the letters of one word set wide (公　　告). */
  private static boolean isCell(List<Row> rows, int index) {
    return rows.get(index - 1).glyphs().size() > 1 || rows.get(index).glyphs().size() > 1;
  }

  /** The middle of the gap between two columns of prose, if the page has such. */
  private static Optional<Double> gutter(List<List<Row>> heights, Column page) {
    double width = page.right() - page.left();
    List<Double> starts =
        heights.stream()
            .flatMap(List::stream)
            .map(Row::left)
            .filter(
                x -> x > page.left() + width * GUTTER_FROM && x < page.left() + width * GUTTER_TO)
            .sorted()
            .toList();
    for (double start : starts) {
      if (isGutter(heights, page, start)) {
        return Optional.of(start);
      }
    }
    return Optional.empty();
  }

  private static boolean isGutter(List<List<Row>> heights, Column page, double x) {
    List<Row> left = new ArrayList<>();
    List<Row> right = new ArrayList<>();
    int across = 0;
    int both = 0;
    for (List<Row> rows : heights) {
      boolean crossed = rows.stream().anyMatch(row -> row.left() < x - 1e-6 && row.right() > x);
      List<Row> before = rows.stream().filter(row -> row.right() <= x).toList();
      List<Row> after = rows.stream().filter(row -> row.left() >= x - 1e-6).toList();
      across += crossed ? 1 : 0;
      if (!crossed) {
        both += !before.isEmpty() && !after.isEmpty() ? 1 : 0;
        if (before.size() > 1 || after.size() > 1) {
          across++; // cells of a table
        }
        left.addAll(before);
        right.addAll(after);
      }
    }
    return left.size() >= LINES_OF_A_COLUMN
        && right.size() >= LINES_OF_A_COLUMN
        && both * 2 >= Math.min(left.size(), right.size())
        && across * 2 <= left.size() + right.size()
        && fills(left, x - page.left())
        && fills(right, page.right() - x);
  }

  private static boolean fills(List<Row> rows, double width) {
    double[] widths = rows.stream().mapToDouble(Row::width).sorted().toArray();
    return widths[widths.length / 2] >= width * FILL;
  }

  /** Lines that cross the gutter part the page; between them the left column comes first. */
  private static List<LayoutLine> inColumns(List<List<Row>> heights, Column page, double gutter) {
    List<LayoutLine> out = new ArrayList<>();
    List<List<Row>> band = new ArrayList<>();
    int columns = 0;
    for (List<Row> rows : heights) {
      boolean crossed = rows.stream().anyMatch(row -> row.left() < gutter && row.right() > gutter);
      boolean alone = rows.size() == 1 && isCentred(rows.getFirst(), page);
      if (crossed || (alone && band.isEmpty())) {
        columns = flush(band, page, gutter, columns, out);
        out.add(line(rows, page));
      } else {
        band.add(rows);
      }
    }
    flush(band, page, gutter, columns, out);
    return out;
  }

  private static boolean isCentred(Row row, Column page) {
    double before = row.left() - page.left();
    double after = page.right() - row.right();
    return Math.abs(before - after) < row.size() * 2;
  }

  private static int flush(
      List<List<Row>> band, Column page, double gutter, int columns, List<LayoutLine> out) {
    if (band.isEmpty()) {
      return columns;
    }
    double end =
        band.stream()
            .flatMap(List::stream)
            .filter(row -> row.left() < gutter)
            .mapToDouble(Row::right)
            .max()
            .orElse(gutter);
    Column left = new Column(columns + 1, page.left(), end);
    Column right = new Column(columns + 2, gutter, page.right());
    for (Column column : List.of(left, right)) {
      for (List<Row> rows : band) {
        List<Row> own =
            rows.stream()
                .filter(row -> (row.left() < gutter) == column.equals(left))
                .sorted(Comparator.comparingDouble(Row::left))
                .toList();
        if (!own.isEmpty()) {
          out.add(line(own, column));
        }
      }
    }
    band.clear();
    return columns + 2;
  }
}
