package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Takes the text out of one file (提取): looks at what the file really is and hands it to the reader
 * for that format. Safe for use by many threads. Containers are not opened here.
 */
public final class Extractor implements AutoCloseable {
  private final Limits limits;
  private final TextReader text;
  private final HtmlReader html;
  private final TikaReader tika;

  private Extractor(Limits limits, Decoder decoder, HtmlRules rules) {
    this.limits = limits;
    this.text = new TextReader(decoder);
    this.html = new HtmlReader(decoder, rules);
    this.tika = new TikaReader(limits.textCharacters());
  }

  /**
   * @param config the configuration folder
   */
  public static Extractor create(Path config, Limits limits) {
    return new Extractor(
        limits, new Decoder(CommonCharacters.read(config)), HtmlRules.read(config));
  }

  /** What the file really is. */
  public static Format format(Path file, String name) throws IOException {
    return FormatSniffer.sniff(file, name);
  }

  /** The text of a file, or why there is none. Does not throw for anything a file may hold. */
  public Extraction extract(Path file, String name) {
    try {
      if (Files.size(file) > limits.fileBytes()) {
        return new Extraction.Rejected(RejectionCode.TOO_LARGE, (Files.size(file) >> 20) + " MB");
      }
      return read(file, name, FormatSniffer.sniff(file, name));
    } catch (NoSuchFileException e) {
      return Extraction.Rejected.of(RejectionCode.NOT_FOUND);
    } catch (AccessDeniedException e) {
      return Extraction.Rejected.of(RejectionCode.UNREADABLE);
    } catch (IOException e) {
      return new Extraction.Rejected(RejectionCode.UNREADABLE, Complaints.shortened(e));
    }
  }

  private Extraction read(Path file, String name, Format format) throws IOException {
    return switch (format) {
      case TEXT -> text.read(Files.readAllBytes(file));
      case EMPTY -> Extraction.Rejected.of(RejectionCode.EMPTY_FILE);
      case APPLE_DOUBLE -> Extraction.Rejected.of(RejectionCode.APPLE_DOUBLE);
      case OTHER -> Extraction.Rejected.of(RejectionCode.UNSUPPORTED);
      case HTML -> html.read(Files.readAllBytes(file));
      case PDF, OLE, OOXML, OPEN_DOCUMENT, OFD, RTF, MAIL, IMAGE -> tika.read(file, name);
      case ZIP -> new Extraction.Rejected(RejectionCode.DAMAGED, "ZIP");
      case SEVEN_ZIP, RAR, GZIP, JSON_LINES ->
          new Extraction.Rejected(RejectionCode.UNSUPPORTED, format.mediaType());
    };
  }

  @Override
  public void close() {}
}
