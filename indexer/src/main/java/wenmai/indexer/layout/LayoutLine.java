package wenmai.indexer.layout;

/**
 * A line of a page in reading order (版面行).
 *
 * @param left edge of the first sign
 * @param right edge of the last one
 * @param top upper edge
 * @param size of the type
 * @param column where it stands: lines of one column follow each other
 */
public record LayoutLine(
    String text, double left, double right, double top, double size, Column column) {

  /**
   * The column a line stands in.
   *
   * @param number distinguishes columns of one page
   */
  public record Column(int number, double left, double right) {}

  LayoutLine in(Column other) {
    return new LayoutLine(text, left, right, top, size, other);
  }
}
