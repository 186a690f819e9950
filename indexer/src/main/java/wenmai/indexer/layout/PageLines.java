package wenmai.indexer.layout;

import java.util.List;

/**
 * The lines of one page (一页).
 *
 * @param number from 1
 * @param height of the page, in the unit of its lines
 */
public record PageLines(int number, double height, List<LayoutLine> lines) {
  public PageLines {
    lines = List.copyOf(lines);
  }
}
