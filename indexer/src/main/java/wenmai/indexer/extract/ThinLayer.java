package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.LayoutLine.Column;

/**
 * A text layer of a line or two over the picture of a page (稀薄的文字层): a scanner's mark, a page
 * number, a stamp. It is no text of the page; but what it says it says exactly, so its words stand
 * in place of what OCR made of them.
 *
 * @param lines of the layer
 * @param height of the page, in the unit of its lines
 */
record ThinLayer(List<LayoutLine> lines, double height) {
  private static final int MOST_LINES = 3;
  private static final int MOST_LETTERS = 60;

  /** Words that OCR read with less may be the grain of a picture. */
  private static final double SURE = 60;

  /** So much that OCR reads beside the layer is a text. */
  private static final int LETTERS_OF_A_TEXT = 6;

  /** Much more than the layer is a text, however unsurely it was read. */
  private static final int TIMES_THE_LAYER = 3;

  /** What OCR makes of the layer's words still has such a part of their pairs of letters. */
  private static final double MISREAD = 0.4;

  /** Lines in this part of the page stand over its text, all others come after it. */
  private static final double UPPER = 0.2;

  ThinLayer {
    lines = List.copyOf(lines);
  }

  static ThinLayer none() {
    return new ThinLayer(List.of(), 1);
  }

  /** Whether this is as little as a mark or a page number. */
  boolean isThin() {
    return words().count() <= MOST_LINES && letters() <= MOST_LETTERS;
  }

  /** Its lines, one that is printed over and over once. */
  private Stream<String> words() {
    return lines.stream().map(line -> bare(line.text())).filter(word -> !word.isEmpty()).distinct();
  }

  private int letters() {
    return words().mapToInt(String::length).sum();
  }

  /** Whether OCR read so much beside the layer that the page is a picture of a text. */
  boolean isLessThan(Ocr.Recognised page) {
    int sure = 0;
    int all = 0;
    for (OcrLine line : page.lines()) {
      if (!isOfLayer(line, page.height())) {
        all += bare(line.text()).length();
        sure += line.confidence() >= SURE ? bare(line.text()).length() : 0;
      }
    }
    return letters() == 0 || sure >= LETTERS_OF_A_TEXT || all >= letters() * TIMES_THE_LAYER;
  }

  private boolean isOfLayer(OcrLine read, int pageHeight) {
    return lines.stream()
        .anyMatch(line -> has(read.text(), line) || isMisread(read, line, pageHeight));
  }

  private static boolean has(String read, LayoutLine line) {
    return bare(read).contains(bare(line.text()));
  }

  /** The words of the page: those that OCR read, with the layer's where it misread them. */
  List<LayoutLine> with(Ocr.Recognised page) {
    List<LayoutLine> upper = new ArrayList<>();
    List<LayoutLine> lower = new ArrayList<>();
    List<OcrLine> read = new ArrayList<>(page.lines());
    Set<String> said = new HashSet<>(Set.of(""));
    for (LayoutLine line : lines) {
      if (!said.add(bare(line.text())) || read.stream().anyMatch(ocr -> has(ocr.text(), line))) {
        continue;
      }
      read.removeIf(ocr -> isMisread(ocr, line, page.height()));
      (line.top() < height * UPPER ? upper : lower).add(placed(line, page.height()));
    }
    upper.addAll(OcrLayout.lines(read));
    upper.addAll(lower);
    return upper;
  }

  /** A column of its own, which no line of the page goes on into. */
  private LayoutLine placed(LayoutLine line, int pageHeight) {
    double scale = pageHeight / height;
    return new LayoutLine(
        line.text(),
        line.left() * scale,
        line.right() * scale,
        line.top() * scale,
        line.size() * scale,
        new Column(Integer.MAX_VALUE - lines.indexOf(line), 0, Double.MAX_VALUE));
  }

  /** Whether it stands where the line does and has some of its letters. */
  private boolean isMisread(OcrLine read, LayoutLine line, int pageHeight) {
    double scale = pageHeight / height;
    double middle = (read.top() + read.bottom()) / 2 / scale;
    double centre = (read.left() + read.right()) / 2 / scale;
    boolean there =
        Math.abs(middle - line.top() - line.size() / 2) <= line.size()
            && centre >= line.left() - line.size()
            && centre <= line.right() + line.size();
    String words = bare(line.text());
    String found = bare(read.text());
    long shared =
        IntStream.range(1, found.length())
            .filter(i -> words.contains(found.substring(i - 1, i + 1)))
            .count();
    return there && shared > 0 && shared >= (found.length() - 1) * MISREAD;
  }

  private static String bare(String words) {
    StringBuilder bare = new StringBuilder();
    words.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
    return bare.toString().toLowerCase(Locale.ROOT);
  }
}
