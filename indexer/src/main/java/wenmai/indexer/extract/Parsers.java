package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** All readers of formats whose parsers are not ours, in this very process (外来格式). */
public final class Parsers implements ForeignParser {
  private final TikaReader office;
  private final TnefReader parcels;
  private final Unpacker unpacker;
  private final HtmlReader html;
  private final Supplier<Optional<Ocr>> ocr;
  private final ParserSettings settings;
  private PageReaders pages;

  /**
   * @param onPage runs whenever a page has been recognised: scans take their time
   */
  public Parsers(ParserSettings settings, Runnable onPage) {
    Limits limits = settings.limits();
    this.settings = settings;
    this.ocr = () -> Ocr.find(settings.tesseract(), limits.ocrTimePerPage(), onPage);
    AttachmentRoom room = AttachmentRoom.of(settings.scratch(), limits);
    this.office = new TikaReader(limits.textCharacters(), settings.scratch(), room);
    Decoder decoder = new Decoder(CommonCharacters.read(settings.config()));
    this.parcels = new TnefReader(office, decoder, limits.textCharacters(), room);
    this.html = new HtmlReader(decoder, HtmlRules.read(settings.config()), limits.textCharacters());
    this.unpacker = new Unpacker(settings.scratch(), limits);
    this.pages = PageReaders.of(settings, ocr.get());
  }

  /** Readers of what has pages, with OCR where it is on the machine. */
  private record PageReaders(PdfReader pdf, OfdReader ofd, ImageReader images, boolean hasOcr) {
    static PageReaders of(ParserSettings settings, Optional<Ocr> ocr) {
      int most = settings.limits().textCharacters();
      CommonCharacters common = CommonCharacters.read(settings.config());
      Signs signs = Signs.read(settings.config());
      OcrConfusions confusions = OcrConfusions.read(settings.config());
      Pattern units =
          RuleLines.read(settings.config().resolve("repair/lines.txt")).anyOf("begins-unit");
      AttachmentRoom room = AttachmentRoom.of(settings.scratch(), settings.limits());
      Predicate<String> beginsUnit = line -> units.matcher(line).lookingAt();
      return new PageReaders(
          new PdfReader(common, signs, ocr, confusions, beginsUnit, most, room),
          new OfdReader(signs, ocr, confusions, beginsUnit, most, room),
          new ImageReader(ocr, confusions, beginsUnit),
          ocr.isPresent());
    }
  }

  @Override
  public Extraction parse(Path file, String name, Format format) {
    try {
      return switch (format) {
        case PDF -> pages().pdf().read(file);
        case OFD -> pages().ofd().read(file);
        case IMAGE -> pages().images().read(file);
        case SEVEN_ZIP, RAR, TAR, GZIP, OFD_BUNDLE -> unpacker.unpack(file, name, format);
        case TNEF -> parcels.read(file);
        case OLE, OOXML, OPEN_DOCUMENT, RTF, MAIL -> office.read(file, name, format);
        case HTML -> html.read(Files.readAllBytes(file));
        case TEXT, MARKDOWN, JSON_LINES, ZIP, APPLE_DOUBLE, EMPTY, OTHER ->
            new Extraction.Rejected(RejectionCode.UNSUPPORTED, format.mediaType());
      };
    } catch (IOException e) {
      return new Extraction.Rejected(RejectionCode.UNREADABLE, Complaints.shortened(e));
    } catch (StackOverflowError e) {
      return new Extraction.Rejected(RejectionCode.DAMAGED, "StackOverflowError");
    }
  }

  /** OCR may come onto the machine while a site runs that has its parsers ready. */
  private PageReaders pages() {
    if (!pages.hasOcr()) {
      ocr.get().ifPresent(found -> pages = PageReaders.of(settings, Optional.of(found)));
    }
    return pages;
  }

  @Override
  public void close() {}
}
