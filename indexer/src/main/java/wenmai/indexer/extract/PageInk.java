package wenmai.indexer.extract;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Whether the picture of a page shows more than paper (版面有无墨迹): the back of a scanned sheet does
 * not.
 */
final class PageInk {
  /** Edges and holes of paper lie outside. */
  private static final double MARGIN = 0.1;

  /** Dust is less; two lines of type are more. */
  private static final double LEAST = 0.004;

  private static final int DARK = 128;
  private static final int STEP = 2;

  private PageInk() {}

  /**
   * @param gray of one band
   */
  static boolean is(BufferedImage gray) {
    Raster pixels = gray.getRaster();
    int left = (int) (gray.getWidth() * MARGIN);
    int top = (int) (gray.getHeight() * MARGIN);
    long dark = 0;
    long looked = 0;
    for (int y = top; y < gray.getHeight() - top; y += STEP) {
      for (int x = left; x < gray.getWidth() - left; x += STEP) {
        dark += pixels.getSample(x, y, 0) < DARK ? 1 : 0;
        looked++;
      }
    }
    return dark > looked * LEAST;
  }
}
