package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Running heads and feet of an OpenDocument file (ODF 页眉页脚). Tika puts them before the text as if
 * they were its first lines; the styles of the file say which these are.
 */
final class OdfFurniture {
  private static final int MOST_BYTES = 16 << 20;

  /** Left, right and first pages of a few kinds have their own. */
  private static final int MOST_LINES = 60;

  private OdfFurniture() {}

  /** The same text with the heads and feet it begins with marked. */
  static RawText marked(RawText raw, Path file) {
    List<String> furniture;
    try {
      furniture = lines(file);
    } catch (IOException | XMLStreamException e) {
      return raw; // Tika has read it, so it has a text; heads stay in it
    }
    List<RawText.Mark> marks = new ArrayList<>();
    int start = 0;
    while (start < raw.text().length()) {
      int end = raw.text().indexOf('\n', start) + 1;
      if (end == 0 || !furniture.remove(bare(raw.text().substring(start, end)))) {
        break;
      }
      marks.add(new RawText.Mark(Span.of(start, end), "", Repair.Reason.BOILERPLATE));
      start = end;
    }
    marks.addAll(raw.marks().stream().filter(mark -> mark.span().start() >= end(marks)).toList());
    return new RawText(raw.text(), raw.pages(), marks);
  }

  private static int end(List<RawText.Mark> marks) {
    return marks.isEmpty() ? 0 : marks.getLast().span().end();
  }

  /** The paragraphs of all heads and feet. */
  private static List<String> lines(Path file) throws IOException, XMLStreamException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      ZipEntry styles = zip.getEntry("styles.xml");
      if (styles == null) {
        return new ArrayList<>();
      }
      try (InputStream in = zip.getInputStream(styles)) {
        byte[] bytes = in.readNBytes(MOST_BYTES);
        return lines(
            SafeXml.factory().createXMLStreamReader(new java.io.ByteArrayInputStream(bytes)));
      }
    }
  }

  private static List<String> lines(XMLStreamReader xml) throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    boolean inside = false;
    while (xml.hasNext() && lines.size() < MOST_LINES) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> inside |= isHeadOrFoot(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS -> line.append(inside ? xml.getText() : "");
        case XMLStreamConstants.END_ELEMENT -> {
          inside &= !isHeadOrFoot(xml.getLocalName());
          if (xml.getLocalName().equals("p") && !line.toString().isBlank()) {
            lines.add(bare(line.toString()));
            line.setLength(0);
          }
        }
        default -> {}
      }
    }
    return lines;
  }

  /** {@code header}, {@code footer}, and those of left and first pages. */
  private static boolean isHeadOrFoot(String element) {
    return element.startsWith("header") && !element.equals("header-style")
        || element.startsWith("footer") && !element.equals("footer-style");
  }

  private static String bare(String line) {
    return line.replaceAll("\\s+", "");
  }
}
