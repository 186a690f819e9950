package wenmai.indexer.layout;

/**
 * A sign on a page (字符): usually one character.
 *
 * @param x left edge
 * @param y upper edge
 * @param width advance
 * @param size of the type
 * @param height what it takes of a line that runs downwards: its size, or its advance where it lies
 *     on its side, as figures in vertical writing do
 */
public record Glyph(String text, double x, double y, double width, double size, double height) {
  public Glyph(String text, double x, double y, double width, double size) {
    this(text, x, y, width, size, size);
  }

  double right() {
    return x + width;
  }

  double middle() {
    return y + size / 2;
  }
}
