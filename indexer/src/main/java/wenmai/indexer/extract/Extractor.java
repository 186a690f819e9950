package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Takes the text out of one file (提取): looks at what the file really is and hands it to the reader
 * for that format. What is merely decoded, plain text and Markdown, is read here; all that a
 * library parses, web pages too, goes to {@link ForeignParser}. Safe for use by many threads.
 */
public final class Extractor implements AutoCloseable {
  /** Text and web pages are read as a whole; larger ones are dumps. */
  private static final long LARGEST_TEXT = 200L << 20;

  private final Limits limits;
  private final TextReader text;
  private final ForeignParser foreign;

  /**
   * @param config the configuration folder
   * @param foreign for formats whose parsers are not ours; closed with this
   */
  public Extractor(Path config, Limits limits, ForeignParser foreign) {
    this.limits = limits;
    this.text = new TextReader(new Decoder(CommonCharacters.read(config)), limits.textCharacters());
    this.foreign = foreign;
  }

  /**
   * Whether the pictures of pages can be read by this program.
   *
   * @param tesseract its name or path
   */
  public static boolean canRecognise(String tesseract) {
    return Ocr.find(tesseract, Limits.OCR_TIME_PER_PAGE, () -> {}).isPresent();
  }

  /** What the file really is. */
  public static Format format(Path file, String name) throws IOException {
    return FormatSniffer.sniff(file, name);
  }

  /**
   * The text of a file, or the files in it, or why there is nothing. Does not throw for anything a
   * file may hold.
   *
   * @param name the file's own name, whatever the path is
   */
  public Extraction extract(Path file, String name) {
    try {
      long bytes = Files.size(file);
      if (bytes > limits.fileBytes()) {
        return new Extraction.Rejected(RejectionCode.TOO_LARGE, (bytes >> 20) + " MB");
      }
      return read(file, name, FormatSniffer.sniff(file, name), bytes);
    } catch (NoSuchFileException e) {
      return Extraction.Rejected.of(RejectionCode.NOT_FOUND);
    } catch (AccessDeniedException e) {
      return Extraction.Rejected.of(RejectionCode.UNREADABLE);
    } catch (IOException e) {
      return new Extraction.Rejected(RejectionCode.UNREADABLE, Complaints.shortened(e));
    }
  }

  private Extraction read(Path file, String name, Format format, long bytes) throws IOException {
    return switch (format) {
      case TEXT, MARKDOWN, HTML -> {
        if (bytes > Math.min(LARGEST_TEXT, limits.textCharacters() * 4L)) {
          yield new Extraction.Rejected(RejectionCode.TOO_LARGE, (bytes >> 20) + " MB");
        }
        yield format == Format.HTML
            ? foreign.parse(file, name, format)
            : text.read(Files.readAllBytes(file), format);
      }
      case EMPTY -> Extraction.Rejected.of(RejectionCode.EMPTY_FILE);
      case APPLE_DOUBLE -> Extraction.Rejected.of(RejectionCode.APPLE_DOUBLE);
      case OTHER, JSON_LINES ->
          new Extraction.Rejected(RejectionCode.UNSUPPORTED, format.mediaType());
      case ZIP -> new Extraction.Rejected(RejectionCode.DAMAGED, "ZIP");
      case PDF,
          OLE,
          OOXML,
          OPEN_DOCUMENT,
          OFD,
          OFD_BUNDLE,
          RTF,
          MAIL,
          TNEF,
          IMAGE,
          SEVEN_ZIP,
          RAR,
          TAR,
          GZIP ->
          foreign.parse(file, name, format);
    };
  }

  @Override
  public void close() {
    foreign.close();
  }
}
