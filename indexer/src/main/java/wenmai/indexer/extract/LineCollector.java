package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.exception.WriteLimitReachedException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Makes lines of text of the XHTML that Tika's parsers emit (成行): a paragraph is a line, a table
 * row is a line with its cells apart by tabs, running heads and feet are marked as furniture.
 */
final class LineCollector extends DefaultHandler {
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "table", "title", "br");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> SILENT = Set.of("head", "script", "style");

  private final int maxCharacters;
  private final StringBuilder text = new StringBuilder();
  private final List<RawText.Mark> furniture = new ArrayList<>();
  private int silent;
  private int furnitureDepth;
  private int furnitureStart;
  private int depth;
  private int cellDepth;

  LineCollector(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  RawText text() {
    return new RawText(text.toString(), List.of(), furniture);
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    depth++;
    if (SILENT.contains(localName)) {
      silent++;
    } else if (CELLS.contains(localName)) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\t');
      }
      cellDepth++;
    } else if (BLOCKS.contains(localName)) {
      endLine();
      if (furnitureDepth == 0 && isFurniture(attributes)) {
        furnitureDepth = depth;
        furnitureStart = text.length();
      }
    }
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    if (SILENT.contains(localName)) {
      silent--;
    } else if (CELLS.contains(localName)) {
      cellDepth--;
    } else if (BLOCKS.contains(localName)) {
      endLine();
      if (furnitureDepth == depth) {
        furnitureDepth = 0;
        if (text.length() > furnitureStart) {
          furniture.add(
              new RawText.Mark(
                  Span.of(furnitureStart, text.length()), "", Repair.Reason.BOILERPLATE));
        }
      }
    }
    depth--;
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (silent > 0) {
      return;
    }
    if (text.length() + length > maxCharacters) {
      throw new WriteLimitReachedException(maxCharacters);
    }
    for (int i = start; i < start + length; i++) {
      char c = chars[i];
      if (c == '\n' || c == '\r') {
        if (cellDepth == 0) {
          endLine();
        }
      } else if (c != '\t' || (!text.isEmpty() && text.charAt(text.length() - 1) != '\n')) {
        text.append(c);
      }
    }
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) {}

  /** A paragraph within a cell does not end the row. */
  private void endLine() {
    if (text.isEmpty() || text.charAt(text.length() - 1) == '\n') {
      return;
    }
    if (cellDepth > 0) {
      if (text.charAt(text.length() - 1) != ' ' && text.charAt(text.length() - 1) != '\t') {
        text.append(' ');
      }
    } else {
      text.append('\n');
    }
  }

  private static boolean isFurniture(Attributes attributes) {
    String kind = attributes.getValue("class");
    if (kind == null) {
      return false;
    }
    String lower = kind.toLowerCase(Locale.ROOT);
    return lower.equals("header") || lower.equals("footer");
  }
}
