package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenmai.indexer.layout.LayoutLine.Column;

/**
 * Puts the signs of one page in reading order (阅读顺序): lines from the top down; two columns one
 * after the other; rows of a table across; vertical writing from right to left.
 */
public final class PageLayout {
  /** Signs printed twice for boldness lie on each other to this part of their size. */
  private static final double ON_EACH_OTHER = 0.25;

  private PageLayout() {}

  public static List<LayoutLine> lines(List<Glyph> glyphs) {
    List<Glyph> signs = once(glyphs);
    if (signs.isEmpty()) {
      return List.of();
    }
    List<List<Glyph>> lines = Cells.widened(Row.heights(isVertical(signs) ? turned(signs) : signs));
    double left = signs(lines).mapToDouble(Glyph::x).min().orElse(0);
    double right = signs(lines).mapToDouble(Glyph::right).max().orElse(0);
    Column page = new Column(0, left, right);
    Optional<Gutter> gutter = Gutter.of(lines, page);
    return gutter.isPresent()
        ? inColumns(lines, page, gutter.get())
        : lines.stream().map(line -> line(Row.parted(line), page)).toList();
  }

  private static Stream<Glyph> signs(List<List<Glyph>> lines) {
    return lines.stream().flatMap(List::stream).filter(sign -> !sign.text().isBlank());
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

  /** Whether the signs of a page are written downwards: most stand right below the one before. */
  public static boolean isVertical(List<Glyph> glyphs) {
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
                glyph.text(), glyph.y(), -glyph.x() - glyph.size(), glyph.height(), glyph.size()))
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

  /** Lines that run across the gutter part the page; between them the left column comes first. */
  private static List<LayoutLine> inColumns(List<List<Glyph>> lines, Column page, Gutter gutter) {
    List<LayoutLine> out = new ArrayList<>();
    List<List<Glyph>> band = new ArrayList<>();
    int columns = 0;
    for (List<Glyph> line : lines) {
      if (gutter.runsAcross(line)) {
        columns = flush(band, page, gutter, columns, out);
        out.add(line(Row.parted(line), page));
      } else {
        band.add(line);
      }
    }
    flush(band, page, gutter, columns, out);
    return out;
  }

  private static int flush(
      List<List<Glyph>> band, Column page, Gutter gutter, int columns, List<LayoutLine> out) {
    if (band.isEmpty()) {
      return columns;
    }
    List<List<Row>> left = band.stream().map(line -> Row.parted(gutter.left(line))).toList();
    List<List<Row>> right = band.stream().map(line -> Row.parted(gutter.right(line))).toList();
    double end =
        left.stream().flatMap(List::stream).mapToDouble(Row::right).max().orElse(gutter.left());
    double start =
        right.stream().flatMap(List::stream).mapToDouble(Row::left).min().orElse(gutter.right());
    add(left, new Column(columns + 1, page.left(), end), out);
    add(right, new Column(columns + 2, start, page.right()), out);
    band.clear();
    return columns + 2;
  }

  private static void add(List<List<Row>> lines, Column column, List<LayoutLine> out) {
    lines.stream()
        .filter(rows -> !rows.isEmpty())
        .map(rows -> line(rows, column))
        .forEach(out::add);
  }
}
