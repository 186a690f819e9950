package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final Set<String> REMARKS =
      Set.of("comment", "annotation", "threadedComment", "cm");
  private static final Set<String> ENDS_LINE =
      Set.of("p", "h", "change-info", "comment", "threadedComment", "cm", "creator", "date");
  private static final char IN_EVERY_MARK = '密';
  private static final int LONGEST_LINE = 200;
  private static final int MOST = 2_000;

  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder line = new StringBuilder();

  private final Set<String> within;

  private StruckOut(Set<String> within) {
    this.within = within;
  }

  /** One a line; empty where there are none. */
  static String lines(Path file, Format format) {
    return switch (format) {
      case OOXML, OPEN_DOCUMENT -> read(file, GONE, false);
      case OLE -> marks(DocChanges.of(file).struck());
      case RTF -> marks(Revisions.rtf(file).struck());
      default -> "";
    };
  }

  /** The same of remarks that somebody made beside the text (批注). */
  static String remarks(Path file, Format format) {
    return format == Format.RTF ? marks(Revisions.rtf(file).remarks()) : read(file, REMARKS, true);
  }

  /** Of some lines those that may mark a paper. */
  static String marks(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> line.length() <= LONGEST_LINE && line.indexOf(IN_EVERY_MARK) >= 0)
        .limit(MOST / 2)
        .collect(Collectors.joining("\n"));
  }

  /**
   * @param within the elements whose words are looked for
   * @param ofRemarks whether those are looked for in the parts of remarks
   */
  private static String read(Path file, Set<String> within, boolean ofRemarks) {
    StruckOut struck = new StruckOut(within);
    OfficeParts.each(
        file,
        (name, part) -> {
          if (!name.startsWith("word/") || OfficeParts.isRemarks(name) == ofRemarks) {
            struck.read(part);
          }
        });
    return struck.lines.toString();
  }

  private void read(byte[] part) {
    try {
      read(SafeXml.factory().createXMLStreamReader(new ByteArrayInputStream(part)));
    } catch (XMLStreamException | RuntimeException e) {
      line.setLength(0); // the parser says what is wrong with it
    }
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    int gone = 0;
    while (xml.hasNext() && lines.length() < MOST) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT ->
            gone += within.contains(xml.getLocalName()) ? 1 : 0;
        case XMLStreamConstants.END_ELEMENT -> {
          gone -= within.contains(xml.getLocalName()) ? 1 : 0;
          if (ENDS_LINE.contains(xml.getLocalName())) {
            end();
          }
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (gone > 0) {
            add(xml.getText());
          }
        }
        default -> {}
      }
    }
  }

  /** Remarks of tables have the ends of their lines in the text. */
  private void add(String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      line.append(text, from, Math.min(end, from + LONGEST_LINE + 1));
      end();
      from = end + 1;
    }
    if (line.length() <= LONGEST_LINE) {
      line.append(text, from, text.length());
    }
  }

  private void end() {
    if (line.length() <= LONGEST_LINE && line.indexOf(String.valueOf(IN_EVERY_MARK)) >= 0) {
      lines.append(line.toString().strip()).append('\n');
    }
    line.setLength(0);
  }
}
