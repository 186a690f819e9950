package wenmai.indexer.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Version;
import wenmai.indexer.layout.Glyph;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.PageLayout;
import wenmai.indexer.layout.PageLines;
import wenmai.indexer.layout.Pages;
import wenmai.indexer.layout.RawText;

/**
 * Reads a PDF page by page (版式文档): the text layer where there is a good one, else the picture of
 * the page by OCR.
 */
final class PdfReader {
  static final String TOOL = "pdfbox " + Version.getVersion();

  /** Fine enough for type of 9 points; finer takes longer and recognises no better. */
  private static final int DPI = 200;

  /** Pictures of larger pages are made coarser, so that memory holds out. */
  private static final double MOST_PIXELS = 24e6;

  /** Fewer letters than these are a stamp or a page number, no text layer. */
  private static final int LETTERS_OF_A_TEXT_LAYER = 12;

  private static final int MOST_PAGES = 5_000;

  private final GarbledLayer garbled;
  private final Signs signs;
  private final Optional<Ocr> ocr;
  private final OcrConfusions confusions;
  private final Pages pages;
  private final int maxCharacters;
  private final AttachmentRoom room;

  /**
   * @param room for files that came with a paper
   */
  PdfReader(
      CommonCharacters common,
      Signs signs,
      Optional<Ocr> ocr,
      OcrConfusions confusions,
      Predicate<String> beginsUnit,
      int maxCharacters,
      AttachmentRoom room) {
    this.room = room;
    this.garbled = new GarbledLayer(common);
    this.signs = signs;
    this.ocr = ocr;
    this.confusions = confusions;
    this.pages = new Pages(beginsUnit);
    this.maxCharacters = maxCharacters;
  }

  Extraction read(Path file) {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMixed(64L << 20).streamCache)) {
      if (document.getNumberOfPages() == 0) {
        return new Extraction.Rejected(RejectionCode.DAMAGED, "0 页");
      }
      return read(document, room.of(file));
    } catch (InvalidPasswordException e) {
      return Extraction.Rejected.of(RejectionCode.ENCRYPTED);
    } catch (IOException | RuntimeException e) {
      return new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.shortened(e));
    }
  }

  private Extraction read(PDDocument document, TakenOut attached) throws IOException {
    GlyphCollector collector = new GlyphCollector(signs);
    PDFRenderer whole = new PDFRenderer(document);
    whole.setSubsamplingAllowed(true);
    PDFRenderer bare = new BarePages(document);
    List<PageLines> lines = new ArrayList<>();
    Tally tally = new Tally();
    int count = Math.min(document.getNumberOfPages(), MOST_PAGES);
    Iterator<PDPage> each = PdfPages.of(document);
    for (int i = 0; i < count && each.hasNext(); i++) {
      PDPage page = each.next();
      List<Glyph> glyphs = collector.collect(document, page);
      double height = page.getCropBox().getHeight();
      PageLines layer =
          new PageLines(
              i + 1, height, Stamps.withBoxes(PageLayout.lines(glyphs), collector.boxes()));
      Layer worth = worth(page, glyphs, layer, collector.isPicture());
      PageLines read =
          worth == Layer.TEXT
              ? layer
              : recognised(worth == Layer.THIN ? bare : whole, page, layer, tally, worth);
      lines.add(read);
      if (!collector.slanted().isBlank()) {
        tally.stamps.add(collector.slanted());
      }
      if (!collector.remarks().isBlank()) {
        tally.remarks.append(collector.remarks());
      }
      tally.characters += read.lines().stream().mapToInt(line -> line.text().length()).sum();
      if (tally.characters > maxCharacters) {
        return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, maxCharacters + " 字");
      }
    }
    PdfAttachments.take(document, lines.size(), attached);
    return result(document, lines, tally, attached);
  }

  private static final class Tally {
    private long characters;
    private int looked;

    /** Pages that show something of which nothing was recognised. */
    private int silent;

    private double confidence;
    private final UnreadPages missed = new UnreadPages();
    private final Set<String> stamps = new LinkedHashSet<>();
    private final List<Integer> recognised = new ArrayList<>();
    private final StringBuilder remarks = new StringBuilder();

    /** A page that only OCR could have read; what a layer says that is no garbage stays. */
    PageLines missed(PageLines layer, Layer worth) {
      if (worth == Layer.THIN) {
        missed.add(layer);
      } else {
        missed.add();
      }
      return worth == Layer.NONE ? new PageLines(layer.number(), layer.height(), List.of()) : layer;
    }

    /** OCR of pictures always finds a letter or two. */
    boolean isAlmostNothing(List<PageLines> lines) {
      return looked == lines.size() && characters < LETTERS_OF_A_TEXT_LAYER;
    }
  }

  private Extraction result(
      PDDocument document, List<PageLines> lines, Tally tally, TakenOut attached) {
    RawText text =
        confusions.marked(
            pages.text(Stamps.after(lines, tally.stamps), Set.copyOf(tally.recognised)),
            Set.copyOf(tally.recognised));
    int missed = tally.missed.count();
    boolean unread = missed == lines.size() && !tally.missed.tellAPaper();
    boolean nothing = !text.hasText() || tally.isAlmostNothing(lines) || unread;
    if (nothing && !attached.hasFiles()) {
      return missed > 0
          ? new Extraction.Rejected(RejectionCode.NEEDS_OCR, missed + " 页")
          : Extraction.Rejected.of(RejectionCode.NO_TEXT);
    }
    Map<String, String> properties = properties(document.getDocumentInformation());
    properties.put("pages", String.valueOf(document.getNumberOfPages()));
    if (missed > 0) {
      properties.put("ocr:missing", String.valueOf(missed));
    }
    if (tally.silent > 0) {
      properties.put("ocr:silent", String.valueOf(tally.silent));
    }
    if (!tally.remarks.isEmpty()) {
      properties.put("office:remarks", StruckOut.marks(tally.remarks.toString()));
    }
    String tools = TOOL;
    if (!tally.recognised.isEmpty()) {
      tools += "; " + ocr.map(Ocr::tool).orElse("");
      properties.put("ocr:pages", numbers(tally.recognised));
      properties.put(
          "ocr:confidence", String.valueOf(Math.round(tally.confidence / tally.recognised.size())));
    }
    return new Extraction.Extracted("application/pdf", text, properties, tools, attached.parts());
  }

  private static String numbers(List<Integer> pages) {
    return String.join(",", pages.stream().map(String::valueOf).toList());
  }

  /** What a page's text layer is worth. */
  private enum Layer {
    /** It is the text of the page. */
    TEXT,
    /** A few words over a picture, which may be of a text. */
    THIN,
    /** It may be junk: what the page shows decides. */
    DOUBTFUL,
    /** There is none, or one of garbage. */
    NONE
  }

  private Layer worth(PDPage page, List<Glyph> glyphs, PageLines lines, boolean picture) {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    long letters =
        glyphs.stream()
            .filter(g -> g.text().codePoints().anyMatch(Character::isLetterOrDigit))
            .count();
    if (garbled.is(text)) {
      return Layer.NONE;
    }
    if (letters == 0) {
      return PageImages.cover(page) || PageImages.isDrawn(page) ? Layer.NONE : Layer.TEXT;
    }
    if (letters < LETTERS_OF_A_TEXT_LAYER ? PageImages.cover(page) : picture && isThin(lines)) {
      return Layer.THIN;
    }
    if (picture && garbled.isMostlyNoWords(text)) {
      return Layer.DOUBTFUL;
    }
    return GarbledLayer.mayBeLatinJunk(words(lines)) ? Layer.DOUBTFUL : Layer.TEXT;
  }

  private static boolean isThin(PageLines page) {
    return new ThinLayer(page.lines(), page.height()).isThin();
  }

  private static boolean hasLetters(PageLines page) {
    return words(page).codePoints().filter(Character::isLetter).count() > 1;
  }

  private static String words(PageLines page) {
    return page.lines().stream().map(LayoutLine::text).collect(Collectors.joining("\n"));
  }

  /** The page as its picture shows it, or its layer where that tells more. */
  private PageLines recognised(
      PDFRenderer renderer, PDPage page, PageLines layer, Tally tally, Layer worth) {
    if (ocr.isEmpty()) {
      return tally.missed(layer, worth);
    }
    PDRectangle box = page.getCropBox();
    double points = (double) box.getWidth() * box.getHeight();
    int dpi = (int) Math.min(DPI, 72 * Math.sqrt(MOST_PIXELS / Math.max(points, 1)));
    try {
      BufferedImage image = renderer.renderImageWithDPI(layer.number() - 1, dpi, ImageType.GRAY);
      Ocr.Recognised recognised = ocr.get().recognise(image, dpi);
      tally.looked++;
      ThinLayer over =
          worth == Layer.THIN ? new ThinLayer(layer.lines(), layer.height()) : ThinLayer.none();
      PageLines read = new PageLines(layer.number(), recognised.height(), over.with(recognised));
      boolean layerTellsMore =
          worth == Layer.DOUBTFUL
              ? !GarbledLayer.isChinese(words(read))
                  || GarbledLayer.tells(words(layer), words(read))
              : !over.isLessThan(recognised);
      if (!hasLetters(read) && PageInk.is(image)) {
        tally.silent++;
      }
      if (layerTellsMore) {
        return layer;
      }
      tally.recognised.add(layer.number());
      tally.confidence += recognised.confidence();
      return read;
    } catch (IOException e) {
      return tally.missed(layer, worth);
    }
  }

  private static Map<String, String> properties(PDDocumentInformation information) {
    Map<String, String> properties = new TreeMap<>();
    put(properties, "dc:title", information.getTitle());
    put(properties, "dc:creator", information.getAuthor());
    put(properties, "dc:subject", information.getSubject());
    put(properties, "pdf:producer", information.getProducer());
    Optional.ofNullable(information.getCreationDate())
        .ifPresent(date -> put(properties, "dcterms:created", date.toInstant().toString()));
    Optional.ofNullable(information.getModificationDate())
        .ifPresent(date -> put(properties, "dcterms:modified", date.toInstant().toString()));
    return properties;
  }

  private static void put(
      Map<String, String> properties,
      String name,
      @org.jspecify.annotations.Nullable String value) {
    // Some printers write the bytes of the title as hexadecimal figures.
    if (value != null && !value.isBlank() && value.length() < 2000 && !value.startsWith("<")) {
      properties.put(name, value.strip());
    }
  }
}
