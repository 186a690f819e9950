package wenmai.indexer.extract;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * By how much the lines of a page lean (页面倾斜). Where a page is looked at along its lines, ink and
 * blank stand apart most sharply.
 */
final class Skew {
  /** A page that was fed askew leans no further. */
  private static final double MOST_DEGREES = 6;

  private static final double STEP = 0.25;

  /** Tesseract reads lines that lean less. */
  private static final double LEAST_DEGREES = 0.9;

  /** The page is looked at as small as this. */
  private static final int WIDTH = 600;

  private static final int BLACK = 140;

  /** So much sharper the lines stand apart than in the page as it is; a picture has no lines. */
  private static final double SHARPER = 1.15;

  private static final int LEAST_INK = 200;

  /** A page with more ink is a picture. */
  private static final double MOST_INK = 0.35;

  private Skew() {}

  /** The page with its lines level; the very page where they are so, or where there are none. */
  static BufferedImage level(BufferedImage page) {
    double degrees = degrees(page);
    return Math.abs(degrees) < LEAST_DEGREES ? page : turned(page, -degrees);
  }

  /** How far its lines fall to the right; 0 where that cannot be told. */
  static double degrees(BufferedImage page) {
    int step = Math.max(1, page.getWidth() / WIDTH);
    int width = page.getWidth() / step;
    int height = page.getHeight() / step;
    int[] x = new int[width * height];
    int[] y = new int[width * height];
    int ink = 0;
    Raster raster = page.getRaster();
    boolean gray = raster.getNumBands() == 1 && raster.getSampleModel().getSampleSize(0) == 8;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int light =
            gray
                ? raster.getSample(column * step, row * step, 0)
                : light(page.getRGB(column * step, row * step));
        if (light < BLACK) {
          x[ink] = column;
          y[ink] = row;
          ink++;
        }
      }
    }
    if (ink < LEAST_INK || ink > width * height * MOST_INK) {
      return 0;
    }
    double best = 0;
    double level = sharpness(x, y, ink, width, height, 0);
    double most = level * SHARPER;
    for (double degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += STEP) {
      double sharp = sharpness(x, y, ink, width, height, degrees);
      if (sharp > most) {
        most = sharp;
        best = degrees;
      }
    }
    return best;
  }

  private static int light(int rgb) {
    return ((rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF)) / 10;
  }

  private static double sharpness(
      int[] x, int[] y, int ink, int width, int height, double degrees) {
    double fall = Math.tan(Math.toRadians(degrees));
    int margin = (int) Math.ceil(Math.abs(fall) * width) + 1;
    long[] rows = new long[height + 2 * margin];
    for (int i = 0; i < ink; i++) {
      rows[(int) Math.round(y[i] - x[i] * fall) + margin]++;
    }
    return Arrays.stream(rows).mapToDouble(row -> (double) row * row).sum();
  }

  private static BufferedImage turned(BufferedImage page, double degrees) {
    BufferedImage turned =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
    graphics.drawImage(page, 0, 0, null);
    graphics.dispose();
    return turned;
  }
}
