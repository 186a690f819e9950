package wenmai.indexer.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.Tika;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import wenmai.indexer.layout.RawText;

/**
 * Reads office files through Apache Tika (办公文档). Files attached to mails come out; what is embedded
 * in documents is left alone.
 */
final class TikaReader {
  static final String TOOL = Tika.getString();

  private static final Set<String> MAILS = Set.of("message/rfc822", "application/vnd.ms-outlook");

  private final AutoDetectParser parser = new AutoDetectParser();
  private final int maxCharacters;
  private final Path scratch;
  private final AttachmentRoom room;

  /**
   * @param scratch for a while only
   * @param room for attachments of mails
   */
  TikaReader(int maxCharacters, Path scratch, AttachmentRoom room) {
    this.maxCharacters = maxCharacters;
    this.scratch = scratch;
    this.room = room;
  }

  Extraction read(Path file, String name, Format format) {
    Optional<Path> prepared = Optional.empty();
    try {
      if (format == Format.OOXML || format == Format.OPEN_DOCUMENT) {
        prepared = DocxPreparation.of(file, scratch);
      }
      return read(prepared.orElse(file), file, name, format, room.of(file));
    } catch (IOException e) {
      // Its parser says what is wrong with it.
      return read(file, file, name, format, room.of(file));
    } finally {
      prepared.ifPresent(TikaReader::delete);
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary file " + temporary, e);
    }
  }

  /**
   * @param file what the parser reads
   * @param original the file as it came
   */
  private Extraction read(
      Path file, Path original, String name, Format format, TakenOut attachments) {
    LineCollector lines = new LineCollector(maxCharacters);
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    boolean macros = false;
    Path labelled = format == Format.OOXML ? LabelledDocx.of(file, scratch) : null;
    try (TikaInputStream in = open(labelled == null ? file : labelled, format)) {
      parser.parse(in, handler(lines, original, format), metadata, context(metadata, attachments));
      if (format == Format.MAIL && !lines.text().hasText()) {
        attachments.discard();
        everyForm(file, lines, metadata, attachments);
      }
      macros = Macros.in(original, format);
    } catch (TikaException | SAXException | IOException | RuntimeException e) {
      boolean anything = lines.text().hasText() || attachments.hasFiles();
      if (!isMail(metadata) || !anything || isTooLong(e)) {
        attachments.discard();
        return refused(e);
      }
      attachments.tellDamaged(String.valueOf(attachments.parts().size() + 1), e);
    } finally {
      LabelledDocx.discard(labelled);
    }
    tellOfEmbedded(metadata, attachments);
    OleRemarks remarks = format == Format.OLE ? OleRemarks.of(original) : OleRemarks.none();
    RawText text =
        format == Format.OPEN_DOCUMENT
            ? OdfFurniture.marked(lines.text(), original)
            : remarks.cutFrom(lines.text());
    int pictures = PagePictures.in(original, format);
    if (!text.hasText() && attachments.parts().isEmpty() && pictures > 0) {
      return new Extraction.Rejected(RejectionCode.PAGE_PICTURES, pictures + " 幅");
    }
    if (!text.hasText() && attachments.parts().isEmpty()) {
      return Extraction.Rejected.of(RejectionCode.NO_TEXT);
    }
    return new Extraction.Extracted(
        mediaType(metadata),
        headed(text, metadata),
        properties(
            text,
            metadata,
            macros,
            pictures,
            (remarks.lines() + "\n" + lines.remarks()).strip(),
            original,
            format),
        TOOL,
        attachments.parts());
  }

  /** The form of a mail's text that its parser likes best may be none: an invitation. */
  private void everyForm(Path file, LineCollector lines, Metadata metadata, TakenOut attachments)
      throws IOException, SAXException, TikaException {
    RFC822Parser mails = new RFC822Parser();
    mails.setExtractAllAlternatives(true);
    try (TikaInputStream in = TikaInputStream.get(file)) {
      mails.parse(in, lines, metadata, context(metadata, attachments));
    }
  }

  private Extraction refused(Exception e) {
    if (isTooLong(e)) {
      return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, maxCharacters + " 字");
    }
    return switch (e) {
      case EncryptedDocumentException encrypted -> Extraction.Rejected.of(RejectionCode.ENCRYPTED);
      case ZeroByteFileException empty -> Extraction.Rejected.of(RejectionCode.EMPTY_FILE);
      default -> new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.shortened(e));
    };
  }

  private static boolean isTooLong(Exception e) {
    return WriteLimitReachedException.isWriteLimitReached(e);
  }

  private static boolean isMail(Metadata metadata) {
    return MAILS.contains(mediaType(metadata));
  }

  /** What a parser could not open of what is embedded, it says beside the text. */
  private static void tellOfEmbedded(Metadata metadata, TakenOut attachments) {
    for (String trace :
        metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM)) {
      attachments.refuse(
          String.valueOf(attachments.parts().size() + 1),
          new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.firstLine(trace)));
    }
  }

  private static ContentHandler handler(LineCollector lines, Path file, Format format) {
    List<DocLabels.Labelled> labels = format == Format.OLE ? DocLabels.of(file) : List.of();
    return labels.isEmpty() ? lines : new LabelHandler(lines, labels);
  }

  private static TikaInputStream open(Path file, Format format) throws IOException {
    boolean rtf = format == Format.RTF && Files.size(file) <= RtfPreparation.MOST_BYTES;
    return rtf
        ? TikaInputStream.get(RtfPreparation.of(Files.readAllBytes(file)))
        : TikaInputStream.get(file);
  }

  /** A mail's subject stands over its text, as its reader sees it. */
  private static RawText headed(RawText text, Metadata metadata) {
    String subject = metadata.get(TikaCoreProperties.SUBJECT);
    boolean mail = mediaType(metadata).equals("message/rfc822");
    return mail && subject != null && !subject.isBlank() && !text.text().contains(subject.strip())
        ? RawText.plain(subject.strip() + "\n" + text.text())
        : text;
  }

  private ParseContext context(Metadata metadata, TakenOut attachments) {
    ParseContext context = ofPages();
    context.set(Parser.class, parser); // the body of a mail is read by whoever reads its type
    context.set(
        EmbeddedDocumentExtractor.class, new Attachments(attachments, metadata, parser, ofPages()));
    OfficeParserConfig office = new OfficeParserConfig();
    office.setExtractMacros(false);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    context.set(OfficeParserConfig.class, office);
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    context.set(PDFParserConfig.class, pdf);
    return context;
  }

  /**
   * For the web page that a mail's text is: its parser drops lines and sections unless told
   * otherwise.
   */
  static ParseContext ofPages() {
    ParseContext context = new ParseContext();
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    return context;
  }

  private static String mediaType(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return type == null ? "application/octet-stream" : type.replaceAll(";.*", "").strip();
  }

  private Map<String, String> properties(
      RawText text,
      Metadata metadata,
      boolean macros,
      int pictures,
      String remarks,
      Path original,
      Format format) {
    Map<String, String> properties = new TreeMap<>();
    if (pictures > 0) {
      properties.put("office:page-pictures", String.valueOf(pictures));
    }
    if (format == Format.MAIL) {
      String other = MailForms.unread(original, parser, text.text(), maxCharacters);
      if (!other.isEmpty()) {
        properties.put("mail:other-form", other);
      }
    }
    if (macros) {
      properties.put("office:macros", "true");
    }
    if (Revisions.in(original, format)) {
      properties.put("office:revisions", "true");
      properties.put("office:struck", StruckOut.lines(original, format));
    }
    if (Revisions.remarksIn(original, format)) {
      properties.put("office:remarks", StruckOut.remarks(original, format));
    } else if (!remarks.isBlank()) {
      properties.put("office:remarks", StruckOut.marks(remarks));
    }
    for (String name : metadata.names()) {
      String value = metadata.get(name);
      if (value != null
          && !value.isBlank()
          && !name.startsWith("X-TIKA")
          && value.length() < 2000) {
        properties.put(name, value.strip());
      }
    }
    return properties;
  }
}
