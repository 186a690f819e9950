package wenmai.indexer.extract;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns the picture of a page (转正页面). */
final class PageTurn {
  private PageTurn() {}

  /**
   * @param degrees 90, 180 or 270
   */
  static BufferedImage clockwise(BufferedImage image, int degrees) {
    boolean aside = degrees != 180;
    int width = aside ? image.getHeight() : image.getWidth();
    int height = aside ? image.getWidth() : image.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    turn.rotate(Math.toRadians(degrees));
    turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    Graphics2D graphics = turned.createGraphics();
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return turned;
  }
}
