package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages are set level before they are read, and are read in their own script. */
class OcrPagesTest {
  private static final int WIDTH = 1240;
  private static final int HEIGHT = 700;
  private static final String TRADITIONAL = "臺北市議會第十四屆第一次定期大會決議";
  private static final String SIMPLIFIED = "汀浦区人民代表大会常务委员会";

  @Test
  void aPageThatLeansIsFoundOutAndOneThatDoesNotIsLeftAlone() {
    assertEquals(3, Skew.degrees(bars(3)), 0.5);
    assertEquals(-2, Skew.degrees(bars(-2)), 0.5);
    BufferedImage level = bars(0);
    assertSame(level, Skew.level(level));
    assertEquals(0, Skew.degrees(Skew.level(bars(3))), 0.5);
  }

  @Test
  void whatHasNoLinesIsNotTurned() {
    BufferedImage blank = page();
    assertSame(blank, Skew.level(blank));
    BufferedImage dots = page();
    IntStream.range(0, 40_000)
        .forEach(i -> dots.setRGB(i * 7919 % WIDTH, (int) (i * 104_729L % HEIGHT), 0));
    assertSame(dots, Skew.level(dots));
  }

  @Test
  void aCleanPageInTraditionalScriptIsReadAsSuch() throws IOException {
    Ocr ocr = ocr();
    String traditional =
        words(ocr.recognise(written(List.of(TRADITIONAL, "本會審議市政府提送之年度總預算案"), 0), 200));
    assertTrue(traditional.contains("市議會"), traditional);
    String simplified =
        words(ocr.recognise(written(List.of(SIMPLIFIED, "关于农村饮水安全工作情况的审议意见"), 0), 200));
    assertTrue(simplified.contains("农村饮水安全"), simplified);
  }

  @Test
  void aPageThatLeansIsReadToTheEndsOfItsLines() throws IOException {
    String read = words(ocr().recognise(written(List.of(SIMPLIFIED, "关于农村饮水安全工作情况的审议意见"), 3), 200));
    assertTrue(read.contains("农村饮水安全工作情况"), read);
  }

  private static Ocr ocr() {
    Ocr ocr = Ocr.find("tesseract", Duration.ofSeconds(60), () -> {}).orElse(null);
    assumeTrue(ocr != null && ocr.tool().contains("chi_sim+chi_tra"), "both scripts are needed");
    assumeTrue(font().canDisplayUpTo(TRADITIONAL + SIMPLIFIED) < 0, "no font with Chinese here");
    return ocr;
  }

  private static Font font() {
    return new Font(Font.SERIF, Font.PLAIN, 36);
  }

  private static String words(Ocr.Recognised page) {
    return page.lines().stream().map(OcrLine::text).collect(Collectors.joining("\n"));
  }

  private static BufferedImage page() {
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.dispose();
    return page;
  }

  private static BufferedImage written(List<String> lines, double degrees) {
    BufferedImage page = page();
    Graphics2D graphics = graphics(page, degrees);
    graphics.setFont(font());
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), 150, 150 + i * 70);
    }
    graphics.dispose();
    return page;
  }

  /** Lines of words, as they look from afar. */
  private static BufferedImage bars(double degrees) {
    BufferedImage page = page();
    Graphics2D graphics = graphics(page, degrees);
    for (int line = 0; line < 9; line++) {
      for (int word = 0; word < 16; word++) {
        graphics.fillRect(150 + word * 60, 120 + line * 55, 45, 24);
      }
    }
    graphics.dispose();
    return page;
  }

  private static Graphics2D graphics(BufferedImage page, double degrees) {
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
    return graphics;
  }
}
