package wenmai.corpus.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.structure.Marker.Style;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;

/**
 * Reads the structure of a text (编章节条款项；一、（一）1.) from its line starts, in one pass. Chinese and
 * Arabic numerals, both widths and both scripts are understood; a table of contents is not taken
 * for the body; marks of Markdown are passed over.
 */
public final class OutlineReader {
  /** A heading without a number is at most this long, and what follows it is longer. */
  private static final int LONGEST_HEADING = 36;

  private static final int SHORTEST_BODY_LINE = 50;

  /** A number may leave out this many before it still counts as one of the series. */
  private static final int LARGEST_GAP = 12;

  private static final String SENTENCE_END = "。；;：:！!？?…”』」）)〕》";

  private final String text;
  private final Numbering numbering;
  private final OutlineBuilder outline;
  private boolean quoted;
  private int lastEnd;
  private boolean bodySeen;
  private int tableOfContentsEnd;

  private OutlineReader(String text, Numbering numbering) {
    this.text = text;
    this.numbering = numbering;
    this.outline = new OutlineBuilder(text);
  }

  /** The structure of a whole text whose numbered points count as articles. */
  public static Outline read(String text) {
    return read(text, Span.of(0, text.length()), Numbering.POINTS_ARE_ARTICLES);
  }

  /**
   * The structure of a text.
   *
   * @param body where the document's own text stands, without heading, signature and what a page
   *     adds; no unit reaches beyond it
   */
  public static Outline read(String text, Span body, Numbering numbering) {
    OutlineReader reader = new OutlineReader(text, numbering);
    List<Span> lines = lines(text, body);
    reader.tableOfContentsEnd = TableOfContents.end(text, lines);
    for (int i = 0; i < lines.size(); i++) {
      TimeIsUp.check();
      Span next = i + 1 < lines.size() ? lines.get(i + 1) : Span.of(body.end(), body.end());
      reader.line(lines.get(i), next);
    }
    return reader.outline.build(reader.lastEnd);
  }

  private static List<Span> lines(String text, Span body) {
    List<Span> lines = new ArrayList<>();
    int at = body.start();
    while (at < body.end()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 || newline > body.end() ? body.end() : newline;
      int first = Marker.skipMarks(text, at, end);
      int last = end;
      while (last > first
          && (Marker.isBlank(text.charAt(last - 1)) || text.charAt(last - 1) == '*')) {
        last--;
      }
      if (first < last) {
        lines.add(Span.of(first, last));
      }
      at = end + 1;
    }
    return lines;
  }

  private void line(Span line, Span next) {
    if (line.start() < tableOfContentsEnd) {
      return;
    }
    Optional<Marker> marker = Marker.read(text, line.start(), line.end()).filter(this::counts);
    if (marker.isPresent()) {
      open(marker.get(), line);
    } else if (outline.inArticle()) {
      if (!quoted && endsSentence(lastEnd)) {
        outline.paragraph(line.start());
      }
    } else if (isPlainHeading(line, next)) {
      outline.open(Style.PLAIN, Level.HEADING, 0, label(line, line.start()), line.start(), lastEnd);
    }
    bodySeen |= line.length() >= SHORTEST_BODY_LINE;
    noteQuotes(line);
    lastEnd = line.end();
  }

  private void open(Marker marker, Span line) {
    Style style = marker.style();
    if (style.isDivision()) {
      Level level =
          switch (style) {
            case PART, SUBPART -> Level.PART;
            case CHAPTER -> Level.CHAPTER;
            default -> Level.SECTION;
          };
      outline.open(style, level, 0, label(line, marker.end()), line.start(), lastEnd);
    } else if (style == Style.ARTICLE) {
      outline.article(marker, lastEnd);
    } else if (outline.hasArticles() && outline.inArticle()) {
      outline.item(marker, lastEnd);
    } else if (numbering == Numbering.POINTS_ARE_ARTICLES && style != Style.FIRSTLY) {
      outline.point(marker, label(line, marker.end()), lastEnd);
    } else {
      outline.open(
          style, Level.HEADING, marker.number(), label(line, marker.end()), line.start(), lastEnd);
    }
  }

  private boolean counts(Marker marker) {
    if (marker.style().isDivision()) {
      return true;
    }
    int last = outline.lastNumber(marker.style());
    int number = marker.number();
    if (marker.style() == Style.ARTICLE) {
      boolean blankAfter =
          marker.end() == text.length() || Marker.isBlank(text.charAt(marker.end()));
      boolean follows = number == last + 1 || (number == last && marker.inserted() > 0);
      return !quoted && (follows || number == 1 || (blankAfter && number > last));
    }
    boolean follows = number > last && number <= last + LARGEST_GAP;
    if (quoted) {
      return outline.isTopStyle(marker.style()) && number == last + 1;
    }
    return number == 1 || follows;
  }

  /** Text between “ and ” that runs over lines is somebody else's: an amendment's new wording. */
  private void noteQuotes(Span line) {
    if (outline.hasArticles()) {
      return;
    }
    for (int i = line.end() - 1; i >= line.start(); i--) {
      char c = text.charAt(i);
      if (c == '“' || c == '”') {
        quoted = c == '“';
        return;
      }
    }
  }

  private boolean isPlainHeading(Span line, Span next) {
    if (numbering == Numbering.POINTS_ARE_ARTICLES
        || !bodySeen
        || line.length() < 4
        || line.length() > LONGEST_HEADING
        || next.length() < SHORTEST_BODY_LINE
        || !endsSentence(lastEnd)) {
      return false;
    }
    for (int i = line.start(); i < line.end(); i++) {
      if ("。；;：:！!？?|｜".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return Character.isIdeographic(text.codePointAt(line.start()))
        && Character.isLetterOrDigit(text.charAt(line.end() - 1));
  }

  private boolean endsSentence(int end) {
    return end == 0 || SENTENCE_END.indexOf(text.charAt(end - 1)) >= 0;
  }

  /** The number and, where it is short, what it heads: up to the first full stop. */
  private String label(Span line, int numberEnd) {
    int end = line.end();
    for (int i = numberEnd; i < line.end(); i++) {
      if ("。；;".indexOf(text.charAt(i)) >= 0) {
        end = i;
        break;
      }
    }
    boolean brief = end - numberEnd <= LONGEST_HEADING + 4;
    String number = text.substring(line.start(), numberEnd);
    if (!brief) {
      return number;
    }
    String words =
        text.substring(numberEnd, end)
            .strip()
            .replaceAll("(?<=\\p{IsHan})[\\s\\u3000\\u00a0]+(?=\\p{IsHan})", "");
    boolean apart = !number.isEmpty() && !words.isEmpty() && Marker.isBlank(text.charAt(numberEnd));
    return apart ? number + " " + words : number + words;
  }
}
