package wenmai.web.render;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.Content;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Span;

/**
 * The text of a document as a list of blocks (正文): a block a line, with an anchor where a unit
 * begins and a link where it cites. One pass over text, outline and citations, all of which are in
 * order.
 */
public final class DocumentBody {

  /**
   * One block.
   *
   * @param style {@code title}, {@code chapter}, {@code article}, {@code heading} or {@code
   *     paragraph}
   * @param anchor the id of the unit that begins here, or empty
   * @param label what a link to it is called, or empty
   */
  public record Block(String style, String anchor, String label, TemplateHTMLOutputModel html) {}

  /**
   * What a link in the text says: its address, or empty for a paper that is not held, and its
   * title.
   */
  public record Link(String href, String title) {}

  private record Linked(Span span, Link link) {}

  private record Unit(int start, Division division) {}

  private final String text;
  private final List<Linked> links;
  private final List<Unit> units;

  private DocumentBody(String text, List<Linked> links, List<Unit> units) {
    this.text = text;
    this.links = links;
    this.units = units;
  }

  public static List<Block> of(
      Content content, List<Resolution> resolutions, Function<Resolution, Link> linker) {
    Utf16 utf16 = new Utf16(content.text());
    List<Linked> links = new ArrayList<>();
    resolutions.stream()
        .sorted(Comparator.comparing(resolution -> resolution.citation().place().span()))
        .forEach(resolution -> {
          CodePointSpan place = resolution.citation().place().span();
          Span span = Span.of(utf16.at(place.start()), utf16.at(place.end()));
          if (links.isEmpty() || links.getLast().span().end() <= span.start()) {
            links.add(new Linked(span, linker.apply(resolution)));
          }
        });
    Utf16 again = new Utf16(content.text());
    List<Unit> units =
        content.outline().divisions().stream()
            .sorted(Comparator.comparingInt((Division division) -> division.span().start()))
            .map(division -> new Unit(again.at(division.span().start()), division))
            .toList();
    return new DocumentBody(content.text(), links, units).blocks();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int unit = 0;
    int link = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      List<Division> begun = new ArrayList<>();
      for (; unit < units.size() && units.get(unit).start() < Math.max(end, start + 1); unit++) {
        begun.add(units.get(unit).division());
      }
      StringBuilder html = new StringBuilder(end - start + 32);
      int at = start;
      while (link < links.size() && links.get(link).span().start() < end) {
        Linked linked = links.get(link);
        int from = Math.max(at, linked.span().start());
        int to = Math.min(end, linked.span().end());
        html.append(Html.escape(text.substring(at, from)));
        appendLink(html, text.substring(from, to), linked.link());
        at = to;
        if (linked.span().end() > end) {
          break; // it goes on in the next line
        }
        link++;
      }
      html.append(Html.escape(text.substring(at, end)));
      if (!text.substring(start, end).isBlank()) {
        blocks.add(block(begun, html.toString().strip()));
      }
      start = end + 1;
    }
    return blocks;
  }

  private static void appendLink(StringBuilder html, String words, Link link) {
    if (words.isEmpty()) {
      return;
    }
    String title = Html.escape(link.title());
    if (link.href().isEmpty()) {
      html.append("<span class=\"wanted\" title=\"")
          .append(title)
          .append("\">")
          .append(Html.escape(words))
          .append("</span>");
    } else {
      html.append("<a class=\"cite\" href=\"")
          .append(Html.escape(link.href()))
          .append("\" title=\"")
          .append(title);
      html.append("\">").append(Html.escape(words)).append("</a>");
    }
  }

  private static Block block(List<Division> begun, String html) {
    if (begun.isEmpty()) {
      return new Block("paragraph", "", "", Html.finished(html));
    }
    Division first = begun.getFirst();
    String style =
        switch (first.level()) {
          case PART, CHAPTER, SECTION -> "chapter";
          case ARTICLE -> "article";
          case HEADING -> "heading";
          case PARAGRAPH, ITEM, SUBITEM -> "paragraph";
        };
    StringBuilder more = new StringBuilder();
    // A line may open several units (第一条 and its first paragraph); each keeps an anchor.
    begun.stream()
        .skip(1)
        .forEach(
            d -> more.append("<span id=\"").append(Html.escape(anchor(d))).append("\"></span>"));
    return new Block(style, anchor(first), first.label(), Html.finished(more + html));
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

  /** Converts rising code-point offsets to UTF-16 in one walk. */
  private static final class Utf16 {
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
  }
}
