package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A recognised line (识别行) with its place on the image, in pixels.
 *
 * @param block which block of the page it belongs to
 * @param confidence mean over its words, in [0, 100]
 */
record OcrLine(
    String text,
    int block,
    double left,
    double top,
    double right,
    double bottom,
    double confidence) {

  private static final int COLUMNS = 12;

  /** A gap, in heights of the line, that was a blank and not a narrow sign. */
  private static final double BLANK = 1.1;

  /** A wider gap, in heights of the line, parts the cells of a table. */
  private static final double CELL = 1.8;

  private static final int LEVEL_LINE = 4;
  private static final int LEVEL_WORD = 5;

  /** A line so much higher than wide runs downwards. */
  private static final double DOWNWARDS = 1.5;

  /**
   * Reads Tesseract's TSV: level page block par line word left top width height conf text.
   *
   * @param height of the page
   */
  static Ocr.Recognised parse(String tsv, int height) {
    return parse(tsv, height, Box::of);
  }

  /**
   * The same of a page written downwards: as if it were turned so that its lines run across and the
   * first of them, at its right edge, is the uppermost.
   *
   * @param width of the page
   */
  static Ocr.Recognised parseDownwards(String tsv, int width) {
    return parse(tsv, width, cells -> Box.of(cells).turned(width));
  }

  private static Ocr.Recognised parse(String tsv, int height, Function<String[], Box> place) {
    List<OcrLine> lines = new ArrayList<>();
    Collector line = new Collector();
    double confidence = 0;
    double lineHeight = 0;
    int characters = 0;
    for (String row : (Iterable<String>) tsv.lines()::iterator) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length == COLUMNS && cells[0].equals(String.valueOf(LEVEL_LINE))) {
        lineHeight = place.apply(cells).height();
      }
      if (cells.length < COLUMNS || !cells[0].equals(String.valueOf(LEVEL_WORD))) {
        continue;
      }
      String key = cells[2] + "." + cells[3] + "." + cells[4];
      if (!key.equals(line.key)) {
        line.flush(lines);
        line = new Collector();
        line.key = key;
        line.block = Integer.parseInt(cells[2]);
      }
      double certain = Double.parseDouble(cells[10]);
      line.add(cells[11], place.apply(cells), certain, lineHeight);
      confidence += certain * cells[11].length();
      characters += cells[11].length();
    }
    line.flush(lines);
    return new Ocr.Recognised(
        List.copyOf(lines), characters == 0 ? 0 : confidence / characters, height);
  }

  /** Whether most of what stands in these lines runs downwards. */
  static boolean runDownwards(List<OcrLine> lines) {
    int all = 0;
    int downwards = 0;
    for (OcrLine line : lines) {
      boolean high = line.bottom - line.top > (line.right - line.left) * DOWNWARDS;
      all += line.text.length();
      downwards += high && line.text.length() > 1 ? line.text.length() : 0;
    }
    return downwards * 2 > all;
  }

  /** Where a word or a line stands. */
  private record Box(double x, double y, double width, double height) {
    static Box of(String[] cells) {
      return new Box(
          Double.parseDouble(cells[6]),
          Double.parseDouble(cells[7]),
          Double.parseDouble(cells[8]),
          Double.parseDouble(cells[9]));
    }

    Box turned(int pageWidth) {
      return new Box(y, pageWidth - x - width, height, width);
    }
  }

  private static final class Collector {
    private final StringBuilder text = new StringBuilder();
    private String key = "";
    private int block;
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right;
    private double bottom;
    private double confidence;
    private int words;

    /** Where what follows the last gap begins. */
    private int cell;

    void add(String word, Box box, double certain, double lineHeight) {
      if (!text.isEmpty() && box.x() - right > lineHeight * CELL && !isSpaced(word)) {
        text.append('\t');
        cell = text.length();
      } else if (!text.isEmpty() && needsBlank(word, box.x() - right, lineHeight)) {
        text.append(' ');
        cell = text.length();
      }
      text.append(word);
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.x() + box.width());
      bottom = Math.max(bottom, box.y() + box.height());
      confidence += certain;
      words++;
    }

    /** The letters of one word set wide (公　　告) are no cells. */
    private boolean isSpaced(String next) {
      return text.length() - cell == 1 && next.length() == 1;
    }

    /** Chinese words are not set apart, unless far. */
    private boolean needsBlank(String next, double gap, double height) {
      char before = text.charAt(text.length() - 1);
      boolean latin = !next.isEmpty() && isLatin(before) && isLatin(next.charAt(0));
      return latin || gap > height * BLANK;
    }

    private static boolean isLatin(char c) {
      return c < 0x250 && Character.isLetterOrDigit(c);
    }

    void flush(List<OcrLine> lines) {
      if (words > 0 && !text.toString().isBlank()) {
        lines.add(
            new OcrLine(
                text.toString().strip(), block, left, top, right, bottom, confidence / words));
      }
    }
  }
}
