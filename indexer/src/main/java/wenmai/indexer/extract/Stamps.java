package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.LayoutLine.Column;
import wenmai.indexer.layout.PageLines;

/** Watermarks and notes (水印批注): they lie across the lines, so they come after them, each once. */
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
}
