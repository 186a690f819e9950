package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The lines of text a visitor of a page sees (网页成行), each with the block it stands in and with how
 * much of it are links. A row of a table of data is a line with its cells apart by tabs; tables
 * that only lay out the page are taken apart.
 */
final class HtmlLines {

  /**
   * @param block the element it stands in
   * @param start in the text
   * @param end before the line end
   * @param linked characters that are links
   * @param letters letters and figures
   */
  record Line(Element block, int start, int end, int linked, int letters) {}

  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "head",
          "textarea",
          "option",
          "select",
          "input",
          "button",
          "svg",
          "map",
          "rt",
          "rp");

  /** Elements that end a line beside those Jsoup calls blocks. */
  private static final Set<String> LINE_ENDS = Set.of("br", "hr", "caption", "tr");

  /** A row whose cells hold more lays out the page. */
  private static final int LONGEST_ROW = 400;

  private final StringBuilder text = new StringBuilder();
  private final List<Line> lines = new ArrayList<>();

  private HtmlLines() {}

  static HtmlLines of(Element body) {
    HtmlLines lines = new HtmlLines();
    Collector collector = lines.new Collector(body);
    NodeTraversor.traverse(collector, body);
    collector.endLine();
    return lines;
  }

  String text() {
    return text.toString();
  }

  List<Line> lines() {
    return lines;
  }

  String words(Line line) {
    return text.substring(line.start(), line.end());
  }

  /** Whether a table row is one of data: some cells with words, not many, no table inside. */
  private static boolean isDataRow(Element row) {
    int[] letters = {0};
    int[] cells = {0};
    boolean[] inNewCell = {false};
    boolean[] layout = {false};
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof TextNode words && !words.isBlank()) {
            letters[0] += words.getWholeText().strip().length();
            cells[0] += inNewCell[0] ? 1 : 0;
            inNewCell[0] = false;
          } else if (node instanceof Element element) {
            inNewCell[0] |= isCell(element);
            layout[0] |= element.normalName().equals("table");
          }
          layout[0] |= letters[0] > LONGEST_ROW;
          return layout[0] ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        },
        row);
    return !layout[0] && cells[0] > 1;
  }

  private static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }

  private static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName())
        || element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
  }

  /** An {@code a} that has a name and no address is a place to go to, not a link. */
  private static boolean isLink(Element element) {
    boolean place = element.hasAttr("name") || element.hasAttr("id");
    return element.normalName().equals("a") && (element.hasAttr("href") || !place);
  }

  private final class Collector implements NodeVisitor {
    private Element block;
    private int lineStart;
    private int linked;
    private int links;
    private int linkEnd = -1;
    private int silent;
    private int dataRows;

    Collector(Element body) {
      this.block = body;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        if (silent == 0) {
          add(words.getWholeText());
        }
      } else if (node instanceof Element element) {
        if (isLink(element)) {
          links++;
          if (linkEnd == text.length()) {
            addBlank(); // two links side by side are two words to the eye
          }
        }
        if (isSilent(element)) {
          silent++;
        } else if (isCell(element) && dataRows > 0) {
          startCell();
        } else if (endsLine(element)) {
          breakLine();
          block = element;
          dataRows += element.normalName().equals("tr") && isDataRow(element) ? 1 : 0;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (isLink(element)) {
          links--;
          linkEnd = text.length();
        }
        if (isSilent(element)) {
          silent--;
        } else if (endsLine(element) && !(isCell(element) && dataRows > 0)) {
          dataRows -= element.normalName().equals("tr") && isDataRow(element) ? 1 : 0;
          breakLine();
          Element parent = element.parent();
          block = parent == null ? block : parent;
        }
      }
    }

    private boolean endsLine(Element element) {
      return LINE_ENDS.contains(element.normalName()) || element.isBlock() || isCell(element);
    }

    private void startCell() {
      if (text.length() > lineStart) {
        text.append('\t');
      }
    }

    /** Within a row of data a paragraph's end is a blank. */
    private void breakLine() {
      if (dataRows > 0) {
        addBlank();
      } else {
        endLine();
      }
    }

    private void add(String words) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i) == '\u00a0' ? ' ' : words.charAt(i);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
          addBlank();
        } else {
          text.append(c);
          linked += links > 0 && Character.isLetterOrDigit(c) ? 1 : 0;
        }
      }
    }

    private void addBlank() {
      if (text.length() > lineStart && !endsBlank()) {
        text.append(' ');
      }
    }

    private boolean endsBlank() {
      char last = text.charAt(text.length() - 1);
      return last == ' ' || last == '\t';
    }

    void endLine() {
      while (text.length() > lineStart && endsBlank()) {
        text.setLength(text.length() - 1);
      }
      int end = text.length();
      if (end > lineStart) {
        int letters =
            (int)
                text.substring(lineStart, end)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .count();
        lines.add(new Line(block, lineStart, end, linked, letters));
        text.append('\n');
      }
      lineStart = text.length();
      linked = 0;
    }
  }
}
