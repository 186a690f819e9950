package wenmai.indexer.extract;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** All readers of formats whose parsers are not ours, in this very process (外来格式). */
public final class Parsers implements ForeignParser {
  private final TikaReader office;
  private final PdfReader pdf;
  private final OfdReader ofd;
  private final ImageReader images;
  private final Unpacker unpacker;

  /**
   * @param onPage runs whenever a page has been recognised: scans take their time
   */
  public Parsers(ParserSettings settings, Runnable onPage) {
    Limits limits = settings.limits();
    CommonCharacters common = CommonCharacters.read(settings.config());
    Optional<Ocr> ocr = Ocr.find(settings.tesseract(), limits.ocrTimePerPage(), onPage);
    Signs signs = Signs.read(settings.config());
    OcrConfusions confusions = OcrConfusions.read(settings.config());
    Pattern units =
        RuleLines.read(settings.config().resolve("repair/lines.txt")).anyOf("begins-unit");
    Predicate<String> beginsUnit = line -> units.matcher(line).lookingAt();
    this.office = new TikaReader(limits.textCharacters(), settings.scratch());
    this.pdf =
        new PdfReader(
            common,
            signs,
            ocr,
            confusions,
            beginsUnit,
            limits.textCharacters(),
            settings.scratch());
    this.ofd =
        new OfdReader(
            signs, ocr, confusions, beginsUnit, limits.textCharacters(), settings.scratch());
    this.images = new ImageReader(ocr, confusions, beginsUnit);
    this.unpacker = new Unpacker(settings.scratch(), limits);
  }

  @Override
  public Extraction parse(Path file, String name, Format format) {
    try {
      return switch (format) {
        case PDF -> pdf.read(file);
        case OFD -> ofd.read(file);
        case IMAGE -> images.read(file);
        case SEVEN_ZIP, RAR, TAR, GZIP, OFD_BUNDLE -> unpacker.unpack(file, name, format);
        case OLE, OOXML, OPEN_DOCUMENT, RTF, MAIL -> office.read(file, name, format);
        case TEXT, MARKDOWN, HTML, JSON_LINES, ZIP, APPLE_DOUBLE, EMPTY, OTHER ->
            new Extraction.Rejected(RejectionCode.UNSUPPORTED, format.mediaType());
      };
    } catch (StackOverflowError e) {
      return new Extraction.Rejected(RejectionCode.DAMAGED, "StackOverflowError");
    }
  }

  @Override
  public void close() {}
}
