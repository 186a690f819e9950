package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The lines of an office file that a change which nobody has accepted strikes out, or moves away
 * (修订中删去的文字), as far as they may mark the paper as secret: it bears the mark until somebody accepts
 * the change.
 */
final class StruckOut {
  private static final Set<String> GONE = Set.of("del", "moveFrom", "tracked-changes");
  private static final Set<String> ENDS_LINE = Set.of("p", "h", "change-info");
  private static final char IN_EVERY_MARK = '密';
  private static final int LONGEST_LINE = 200;
  private static final int MOST = 2_000;

  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder line = new StringBuilder();

  private StruckOut() {}

  /** One a line; empty where there are none. */
  static String lines(Path file, Format format) {
    return switch (format) {
      case OOXML -> read(file, "word/document.xml");
      case OPEN_DOCUMENT -> read(file, "content.xml");
      default -> "";
    };
  }

  private static String read(Path file, String part) {
    StruckOut struck = new StruckOut();
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      ZipEntry entry = zip.getEntry(part);
      if (entry != null) {
        try (InputStream in = zip.getInputStream(entry)) {
          struck.read(SafeXml.factory().createXMLStreamReader(in));
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return struck.lines.toString(); // the parser says what is wrong with it
    }
    return struck.lines.toString();
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    int gone = 0;
    while (xml.hasNext() && lines.length() < MOST) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> gone += GONE.contains(xml.getLocalName()) ? 1 : 0;
        case XMLStreamConstants.END_ELEMENT -> {
          gone -= GONE.contains(xml.getLocalName()) ? 1 : 0;
          if (ENDS_LINE.contains(xml.getLocalName())) {
            end();
          }
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (gone > 0 && line.length() <= LONGEST_LINE) {
            line.append(xml.getText());
          }
        }
        default -> {}
      }
    }
  }

  private void end() {
    if (line.length() <= LONGEST_LINE && line.indexOf(String.valueOf(IN_EVERY_MARK)) >= 0) {
      lines.append(line.toString().strip()).append('\n');
    }
    line.setLength(0);
  }
}
