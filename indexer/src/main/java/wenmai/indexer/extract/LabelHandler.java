package wenmai.indexer.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Puts the labels of a Word file before its paragraphs as Tika emits them, in place of Tika's own
 * (补入自动编号). Where a paragraph is not the expected one, all that follows is left as it comes.
 */
final class LabelHandler extends ContentHandlerDecorator {
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre");
  private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<DocLabels.Labelled> paragraphs;
  private int next;
  private int depth;
  private int furniture;
  private boolean atStart;
  private boolean afterForeign;
  private boolean lost;

  LabelHandler(ContentHandler handler, List<DocLabels.Labelled> paragraphs) {
    super(handler);
    this.paragraphs = paragraphs;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    depth++;
    super.startElement(uri, localName, name, attributes);
    String kind = attributes.getValue("class");
    if (furniture == 0
        && localName.equals("div")
        && ("header".equals(kind) || "footer".equals(kind))) {
      furniture = depth;
    } else if (furniture == 0 && PARAGRAPHS.contains(localName)) {
      atStart = !lost && next < paragraphs.size();
      next++;
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    furniture = furniture == depth ? 0 : furniture;
    depth--;
    if (PARAGRAPHS.contains(localName)) {
      atStart = false;
      afterForeign = false;
    }
    super.endElement(uri, localName, name);
  }

  @Override
  public void characters(char[] signs, int start, int length) throws SAXException {
    if (!atStart || length == 0) {
      super.characters(signs, start, length);
      return;
    }
    DocLabels.Labelled paragraph = paragraphs.get(next - 1);
    String text = new String(signs, start, length);
    if (!afterForeign && !paragraph.foreign().isEmpty() && text.equals(paragraph.foreign())) {
      afterForeign = true; // not passed on: the label comes with the text
      return;
    }
    atStart = false;
    boolean expected = afterForeign || paragraph.foreign().isEmpty();
    lost = !expected || !bare(paragraph.text()).contains(bare(text));
    String label = lost ? (afterForeign ? paragraph.foreign() : "") : paragraph.label();
    super.characters(label.toCharArray(), 0, label.length());
    super.characters(signs, start, length);
  }

  /** Tika writes breaks of lines, hyphens and signs of control otherwise. */
  private static String bare(String text) {
    return OTHER_SIGNS.matcher(text).replaceAll("");
  }
}
