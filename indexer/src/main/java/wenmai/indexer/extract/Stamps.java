package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import wenmai.indexer.layout.Glyph;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.LayoutLine.Column;
import wenmai.indexer.layout.PageLayout;
import wenmai.indexer.layout.PageLines;

/**
 * Watermarks, stamps and text boxes (水印、图章、文本框批注): they lie over the lines, so they come after
 * them, each once; what stands above all lines of a page, as a mark of secrecy does, stays there.
 */
final class Stamps {
  /** A column of its own, which no line of the paper goes on into. */
  private static final int COLUMN = Integer.MAX_VALUE;

  private Stamps() {}

  static List<PageLines> after(List<PageLines> pages, Collection<String> stamps) {
    if (stamps.isEmpty() || pages.isEmpty()) {
      return pages;
    }
    PageLines last = pages.getLast();
    List<LayoutLine> lines = new ArrayList<>(last.lines());
    Column column = new Column(COLUMN, 0, Double.MAX_VALUE);
    double middle = last.height() / 2;
    stamps.forEach(stamp -> lines.add(new LayoutLine(stamp, 0, 0, middle, 1, column)));
    List<PageLines> out = new ArrayList<>(pages.subList(0, pages.size() - 1));
    out.add(new PageLines(last.number(), last.height(), lines));
    return out;
  }

  /** The lines of a page with those of the boxes over it. */
  static List<LayoutLine> withBoxes(List<LayoutLine> lines, List<List<Glyph>> boxes) {
    if (boxes.isEmpty()) {
      return lines;
    }
    double top = lines.stream().mapToDouble(LayoutLine::top).min().orElse(0);
    List<LayoutLine> out = new ArrayList<>();
    List<LayoutLine> below = new ArrayList<>();
    int column = COLUMN;
    for (List<Glyph> box : boxes) {
      column--;
      for (LayoutLine line : PageLayout.lines(box)) {
        Column own = new Column(column, line.column().left(), line.column().right());
        (line.top() + line.size() <= top ? out : below)
            .add(
                new LayoutLine(
                    line.text(), line.left(), line.right(), line.top(), line.size(), own));
      }
    }
    out.addAll(lines);
    out.addAll(below);
    return out;
  }
}
