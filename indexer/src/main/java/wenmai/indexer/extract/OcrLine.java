package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.List;

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

  /**
   * Reads Tesseract's TSV: level page block par line word left top width height conf text.
   *
   * @param height of the page
   */
  static Ocr.Recognised parse(String tsv, int height) {
    List<OcrLine> lines = new ArrayList<>();
    Collector line = new Collector();
    double confidence = 0;
    double lineHeight = 0;
    int characters = 0;
    for (String row : (Iterable<String>) tsv.lines()::iterator) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length == COLUMNS && cells[0].equals(String.valueOf(LEVEL_LINE))) {
        lineHeight = Double.parseDouble(cells[9]);
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
      line.add(cells, certain, lineHeight);
      confidence += certain * cells[11].length();
      characters += cells[11].length();
    }
    line.flush(lines);
    return new Ocr.Recognised(
        List.copyOf(lines), characters == 0 ? 0 : confidence / characters, height);
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

    void add(String[] cells, double certain, double lineHeight) {
      double x = Double.parseDouble(cells[6]);
      double y = Double.parseDouble(cells[7]);
      double width = Double.parseDouble(cells[8]);
      double height = Double.parseDouble(cells[9]);
      if (!text.isEmpty() && x - right > lineHeight * CELL && !isSpaced(cells[11])) {
        text.append('\t');
        cell = text.length();
      } else if (!text.isEmpty() && needsBlank(cells[11], x - right, lineHeight)) {
        text.append(' ');
        cell = text.length();
      }
      text.append(cells[11]);
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + width);
      bottom = Math.max(bottom, y + height);
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
