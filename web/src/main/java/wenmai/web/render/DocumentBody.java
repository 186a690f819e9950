package wenmai.web.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wenmai.corpus.document.Content;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Span;

/**
 * The text of a document as a list of blocks (正文): a block a line, with an anchor where a unit
 * begins. One pass over text, outline and annotations, all of which are in order.
 */
public final class DocumentBody {

  /**
   * One block.
   *
   * @param style {@code title}, {@code number}, {@code signature}, {@code chapter}, {@code
   *     article}, {@code heading} or {@code paragraph}
   * @param anchor the id of the unit that begins here, or empty
   * @param label what a link to it is called, or empty
   * @param page of the original that begins here, or 0
   */
  public record Block(String style, String anchor, String label, int page, Markup html) {}

  private record Unit(int start, Division division) {}

  private record PageStart(int start, int number) {}

  private record SetLine(Span span, Annotations.Line line) {}

  private final String text;
  private final List<Unit> units;
  private final List<SetLine> lines;
  private final MarkedText marked;
  private final List<PageStart> pages;
  private int unit;
  private int page;

  private DocumentBody(
      String text,
      List<Unit> units,
      List<SetLine> lines,
      List<PageStart> pages,
      MarkedText marked) {
    this.pages = pages;
    this.text = text;
    this.units = units;
    this.lines = lines;
    this.marked = marked;
  }

  public static List<Block> of(Content content, Annotations annotations) {
    String text = content.text();
    Utf16 utf16 = new Utf16(text);
    List<Unit> units =
        content.outline().divisions().stream()
            .sorted(Comparator.comparingInt(division -> division.span().start()))
            .map(division -> new Unit(utf16.at(division.span().start()), division))
            .toList();
    List<SetLine> lines =
        annotations.lines().stream().map(line -> new SetLine(utf16.at(line.span()), line)).toList();
    List<PageStart> pages =
        content.pages().stream()
            .map(page -> new PageStart(utf16.at(page.span().start()), page.number()))
            .toList();
    return new DocumentBody(text, units, lines, pages, MarkedText.of(text, annotations)).blocks();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      List<Division> begun = begunBefore(Math.max(end, start + 1));
      Span line = strip(start, end);
      if (!line.isEmpty()) {
        blocks.add(block(line, begun, pageBefore(line.end())));
      }
      start = end + 1;
    }
    return blocks;
  }

  /** The last page that begins before this place and has not been told of; 0 where none does. */
  private int pageBefore(int end) {
    int begun = 0;
    for (; page < pages.size() && pages.get(page).start() < end; page++) {
      begun = pages.get(page).number();
    }
    return begun;
  }

  private List<Division> begunBefore(int end) {
    List<Division> begun = new ArrayList<>();
    for (; unit < units.size() && units.get(unit).start() < end; unit++) {
      begun.add(units.get(unit).division());
    }
    return begun;
  }

  private Span strip(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return Span.of(start, end);
  }

  private Block block(Span line, List<Division> begun, int begunPage) {
    StringBuilder html = new StringBuilder(line.length() + 64);
    // A line may open several units (第一条 and its first paragraph); each keeps an anchor.
    begun.stream()
        .skip(1)
        .forEach(
            d -> html.append("<span id=\"").append(Html.escape(anchor(d))).append("\"></span>"));
    String style = style(line, begun);
    int lead = style.equals("heading") ? leadEnd(line) : line.end();
    if (lead < line.end()) {
      html.append("<b>");
      marked.append(Span.of(line.start(), lead), html);
      html.append("</b>");
      marked.append(Span.of(lead, line.end()), html);
      style = "paragraph";
    } else {
      marked.append(line, html);
    }
    String anchor = begun.isEmpty() ? "" : anchor(begun.getFirst());
    String label = begun.isEmpty() ? "" : begun.getFirst().label();
    return new Block(style, anchor, label, begunPage, new Markup(html.toString()));
  }

  /** Where the heading ends in a line that goes on with its paragraph; else the line's end. */
  private int leadEnd(Span line) {
    int stop = text.indexOf('。', line.start());
    return stop >= 0 && stop + 1 < line.end() ? stop + 1 : line.end();
  }

  private String style(Span line, List<Division> begun) {
    if (!begun.isEmpty()) {
      return switch (begun.getFirst().level()) {
        case PART, CHAPTER, SECTION -> "chapter";
        case ARTICLE -> "article";
        case HEADING -> "heading";
        case PARAGRAPH, ITEM, SUBITEM -> "paragraph";
      };
    }
    for (SetLine set : lines) {
      boolean here = set.line().whole() ? set.span().equals(line) : set.span().overlaps(line);
      if (here) {
        return switch (set.line().style()) {
          case TITLE -> "title";
          case NUMBER -> "number";
          case SIGNATURE -> line.start() > text.length() / 2 ? "signature" : "number";
        };
      }
    }
    return "paragraph";
  }

  /** The id of a unit on its page. */
  public static String anchor(Division division) {
    return division.article().map(article -> "a" + article).orElse("s" + division.span().start());
  }

  /** Whether a unit belongs in a table of contents. */
  public static boolean inOutline(Division division) {
    return division.level() != Level.PARAGRAPH
        && division.level() != Level.ITEM
        && division.level() != Level.SUBITEM;
  }

  /** Converts code-point offsets to UTF-16; rising ones in one walk. */
  static final class Utf16 {
    private final String text;
    private int codePoint;
    private int unit;

    Utf16(String text) {
      this.text = text;
    }

    int at(int target) {
      if (target < codePoint) {
        codePoint = 0;
        unit = 0;
      }
      unit = text.offsetByCodePoints(unit, target - codePoint);
      codePoint = target;
      return unit;
    }

    Span at(CodePointSpan span) {
      int start = at(span.start());
      return Span.of(start, at(span.end()));
    }
  }
}
