package wenmai.indexer.layout;

/**
 * A sign on a page (字符): usually one character.
 *
 * @param x left edge
 * @param y upper edge
 * @param width advance
 * @param size of the type; also the height
 */
public record Glyph(String text, double x, double y, double width, double size) {
  double right() {
    return x + width;
  }

  double middle() {
    return y + size / 2;
  }
}
