package wenmai.indexer.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLStreamException;
import wenmai.indexer.layout.Glyph;
import wenmai.indexer.layout.PageLayout;
import wenmai.indexer.layout.PageLines;
import wenmai.indexer.layout.Pages;
import wenmai.indexer.layout.RawText;

/**
 * Reads OFD (开放版式文档, GB/T 33190): the signs of each page's text objects with their places, so that
 * reading order, columns and running heads are found as in a PDF. Path data and ids are no text. A
 * page of pictures alone goes to OCR.
 */
final class OfdReader {
  private static final String TOOL = "wenmai ofd";
  private static final int DPI = 200;
  private static final int MOST_PAGES = 5_000;

  private final Signs signs;
  private final Optional<Ocr> ocr;
  private final OcrConfusions confusions;
  private final Pages pages;
  private final int maxCharacters;
  private final AttachmentRoom room;

  /**
   * @param room for files that came with a paper
   */
  OfdReader(
      Signs signs,
      Optional<Ocr> ocr,
      OcrConfusions confusions,
      Predicate<String> beginsUnit,
      int maxCharacters,
      AttachmentRoom room) {
    this.signs = signs;
    this.ocr = ocr;
    this.confusions = confusions;
    this.room = room;
    this.pages = new Pages(beginsUnit);
    this.maxCharacters = maxCharacters;
  }

  Extraction read(Path file) {
    try (OfdPackage ofd = OfdPackage.open(file, room.most())) {
      return read(ofd, room.of(file));
    } catch (OfdPackage.TooMuch e) {
      return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, String.valueOf(e.getMessage()));
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return OfdPackage.isEncrypted(file)
          ? Extraction.Rejected.of(RejectionCode.ENCRYPTED)
          : new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.shortened(e));
    }
  }

  private Extraction read(OfdPackage ofd, TakenOut attached)
      throws IOException, XMLStreamException {
    List<PageLines> lines = new ArrayList<>();
    Tally tally = new Tally();
    List<OfdPackage.PagePlace> places = ofd.pages();
    Set<String> notes = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(places.size(), MOST_PAGES); i++) {
      PageLines read = lines(ofd, ofd.page(places.get(i)), i + 1, tally);
      lines.add(read);
      notes.addAll(ofd.notes(places.get(i)));
      tally.characters += read.lines().stream().mapToInt(line -> line.text().length()).sum();
      if (tally.characters > maxCharacters) {
        return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, maxCharacters + " 字");
      }
    }
    RawText text =
        confusions.marked(
            pages.text(Stamps.after(lines, notes), Set.copyOf(tally.recognised)),
            Set.copyOf(tally.recognised));
    OfdAttachments.take(ofd, attached);
    boolean unread = tally.missed.count() == lines.size() && !tally.missed.tellAPaper();
    if ((!text.hasText() || unread) && attached.parts().isEmpty()) {
      return tally.nothing(ocr.isPresent());
    }
    Map<String, String> properties = new TreeMap<>(ofd.properties());
    properties.put("pages", String.valueOf(places.size()));
    String tools = TOOL;
    if (!tally.recognised.isEmpty()) {
      properties.put(
          "ocr:pages", String.join(",", tally.recognised.stream().map(String::valueOf).toList()));
      properties.put(
          "ocr:confidence", String.valueOf(Math.round(tally.confidence / tally.recognised.size())));
      tools += "; " + ocr.map(Ocr::tool).orElse("");
    }
    if (tally.missed.count() > 0) {
      properties.put("ocr:missing", String.valueOf(tally.missed.count()));
    }
    return new Extraction.Extracted("application/ofd", text, properties, tools, attached.parts());
  }

  private static final class Tally {
    private long characters;
    private double confidence;
    private final UnreadPages missed = new UnreadPages();
    private final List<Integer> recognised = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /** Why a file has no text. */
    Extraction.Rejected nothing(boolean recognises) {
      if (missed.count() > 0 && !recognises) {
        return new Extraction.Rejected(RejectionCode.NEEDS_OCR, missed.count() + " 页");
      }
      return unreadable.isEmpty()
          ? Extraction.Rejected.of(RejectionCode.NO_TEXT)
          : new Extraction.Rejected(RejectionCode.DAMAGED, unreadable.getFirst());
    }
  }

  /** The signs of a page, or where they are as good as none, what its picture shows. */
  private PageLines lines(OfdPackage ofd, OfdPage page, int number, Tally tally) {
    PageLines signs = new PageLines(number, page.height(), PageLayout.lines(common(page.glyphs())));
    ThinLayer layer = new ThinLayer(signs.lines(), page.height());
    boolean picture =
        signs.lines().isEmpty() ? page.isPicture() : page.isMostlyPicture() && layer.isThin();
    if (!picture) {
      return signs;
    }
    Optional<Ocr.Recognised> words = recognise(ofd, page, tally);
    if (words.isEmpty()) {
      tally.missed.add(signs);
      return signs;
    }
    if (!layer.isLessThan(words.get())) {
      return signs;
    }
    tally.recognised.add(number);
    tally.confidence += words.get().confidence();
    return new PageLines(number, words.get().height(), layer.with(words.get()));
  }

  private List<Glyph> common(List<Glyph> glyphs) {
    return glyphs.stream()
        .map(sign ->
            new Glyph(signs.common(sign.text()), sign.x(), sign.y(), sign.width(), sign.size()))
        .toList();
  }

  /** The largest picture of a page, recognised; one that cannot be read costs no other page. */
  private Optional<Ocr.Recognised> recognise(OfdPackage ofd, OfdPage page, Tally tally) {
    if (ocr.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> picture = ofd.picture(page);
      BufferedImage image =
          picture.isEmpty() ? null : ImageIO.read(new ByteArrayInputStream(picture.get()));
      return image == null ? Optional.empty() : Optional.of(ocr.get().recognise(image, DPI));
    } catch (IOException | RuntimeException e) {
      tally.unreadable.add(Complaints.shortened(e));
      return Optional.empty();
    }
  }
}
