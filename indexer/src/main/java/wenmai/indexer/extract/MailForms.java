package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The forms of a mail's text (邮件正文的各种格式, multipart/alternative) of which its reader is shown one:
 * what another says and that one does not is in the file and was not read.
 */
final class MailForms implements EmbeddedDocumentExtractor {
  /** Mailers leave out blanks, marks and addresses of links; words of Chinese they keep. */
  private static final Pattern NO_HAN = Pattern.compile("\\P{IsHan}+");

  /** Fewer characters are a label of a button or of a picture. */
  private static final int SHORTEST = 4;

  /** Forms that a mailer makes of one text. */
  private static final List<String> FORMS =
      List.of(
          "text/plain",
          "text/html",
          "text/rtf",
          "application/rtf",
          "text/enriched",
          "text/richtext");

  private static final char IN_EVERY_MARK = '密';
  private static final int MOST_LINES = 2_000;

  private final Parser parser;

  private MailForms(Parser parser) {
    this.parser = parser;
  }

  /**
   * The lines of all forms that the text does not hold; empty where every form says the same.
   *
   * @param parser for texts of the mail
   * @param read what was read of it
   */
  static String unread(Path file, Parser parser, String read, int most) {
    LineCollector lines = new LineCollector(most);
    RFC822Parser mails = new RFC822Parser();
    mails.setExtractAllAlternatives(true);
    ParseContext context = TikaReader.ofPages();
    context.set(EmbeddedDocumentExtractor.class, new MailForms(parser));
    try (TikaInputStream in = TikaInputStream.get(file)) {
      mails.parse(in, lines, new Metadata(), context);
    } catch (TikaException | SAXException | IOException | RuntimeException e) {
      // as far as it could be read; the reading of the mail itself says what is wrong with it
      return unread(lines.text().text(), read);
    }
    return unread(lines.text().text(), read);
  }

  private static String unread(String forms, String read) {
    String known = NO_HAN.matcher(read).replaceAll("");
    return forms
        .lines()
        .map(String::strip)
        .filter(line -> isNew(NO_HAN.matcher(line).replaceAll(""), known))
        .limit(MOST_LINES)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isNew(String han, String known) {
    boolean tells = han.length() >= SHORTEST || han.indexOf(IN_EVERY_MARK) >= 0;
    return tells && !known.contains(han);
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return FORMS.stream().anyMatch(lower::startsWith)
        && !isAttached(metadata)
        && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null;
  }

  /**
   * A part that calls itself inline is shown: many mailers say so of every form, without a name.
   */
  static boolean isAttached(Metadata metadata) {
    String disposition = metadata.get(Metadata.CONTENT_DISPOSITION);
    String lower = disposition == null ? "inline" : disposition.strip().toLowerCase(Locale.ROOT);
    return !lower.startsWith("inline") || lower.contains("filename");
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    try {
      parser.parse(
          stream,
          new EmbeddedContentHandler(new BodyContentHandler(handler)),
          metadata,
          TikaReader.ofPages());
    } catch (TikaException e) {
      return; // one of several forms
    }
  }
}
