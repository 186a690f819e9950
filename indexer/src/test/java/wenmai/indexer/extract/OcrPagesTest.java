package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
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

  @Test
  void aPageWrittenDownwardsIsReadInColumnsFromTheRight() throws IOException {
    Ocr ocr = ocr();
    assumeTrue(ocr.tool().contains("chi_sim_vert+chi_tra_vert"), "no models for columns here");
    String simplified =
        words(ocr.recognise(downwards(List.of(SIMPLIFIED, "关于农村饮水安全", "工作情况的审议意见")), 200));
    assertTrue(simplified.lines().findFirst().orElse("").contains("代表大会常务委员会"), simplified);
    assertTrue(simplified.indexOf("农村饮水安全") < simplified.indexOf("审议意见"), simplified);
    String traditional =
        words(ocr.recognise(downwards(List.of("臺灣省議會定期大會決議", "本會審議省政府提案", "年度總預算案")), 200));
    assertTrue(traditional.contains("總預算案"), traditional);
    assertTrue(traditional.indexOf("大會決議") < traditional.indexOf("預算案"), traditional);
  }

  @Test
  void aPageThatLiesOnItsSideIsStillTurnedUpright() throws IOException {
    Ocr ocr = ocr();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lines.add(SIMPLIFIED + "关于农村饮水安全");
      lines.add("工作情况的审议意见已经会议通过");
    }
    BufferedImage page = PageTurn.clockwise(written(lines, 0), 90);
    String read = words(ocr.recognise(page, 200));
    assertTrue(read.contains("人民代表大会常务委员会关于"), read);
  }

  /** The first column stands at the right: the uppermost line of the page as it is turned. */
  @Test
  void columnsBecomeLinesInTheirOrder() {
    String tsv =
        "4\t1\t1\t1\t1\t0\t900\t100\t40\t300\t-1\t\n"
            + "5\t1\t1\t1\t1\t1\t900\t100\t40\t150\t90\t关于\n"
            + "5\t1\t1\t1\t1\t2\t900\t250\t40\t150\t90\t饮水\n"
            + "4\t1\t1\t1\t2\t0\t820\t100\t40\t300\t-1\t\n"
            + "5\t1\t1\t1\t2\t1\t820\t100\t40\t300\t90\t决定\n";
    Ocr.Recognised page = OcrLine.parseDownwards(tsv, 1000);
    assertEquals("关于饮水\n决定", words(page));
    assertEquals(1000, page.height());
    OcrLine first = page.lines().getFirst();
    assertEquals(List.of(100.0, 60.0, 400.0, 100.0), place(first));
    assertTrue(page.lines().getLast().top() > first.bottom());
    assertTrue(OcrLine.runDownwards(OcrLine.parse(tsv, 1000).lines()));
    assertFalse(OcrLine.runDownwards(page.lines()));
    assertFalse(OcrLine.runDownwards(List.of()));
  }

  private static List<Double> place(OcrLine line) {
    return List.of(line.left(), line.top(), line.right(), line.bottom());
  }

  /** Each line a column, the first at the right. */
  private static BufferedImage downwards(List<String> lines) {
    BufferedImage page = page();
    Graphics2D graphics = graphics(page, 0);
    graphics.setFont(font());
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < lines.get(i).length(); j++) {
        graphics.drawString(lines.get(i).substring(j, j + 1), WIDTH - 150 - i * 66, 90 + j * 40);
      }
    }
    graphics.dispose();
    return page;
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
