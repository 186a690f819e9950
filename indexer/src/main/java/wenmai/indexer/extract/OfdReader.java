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
  private final Pages pages;
  private final int maxCharacters;

  OfdReader(Signs signs, Optional<Ocr> ocr, Predicate<String> beginsUnit, int maxCharacters) {
    this.signs = signs;
    this.ocr = ocr;
    this.pages = new Pages(beginsUnit);
    this.maxCharacters = maxCharacters;
  }

  Extraction read(Path file) {
    try (OfdPackage ofd = OfdPackage.open(file)) {
      return read(ofd);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.shortened(e));
    }
  }

  private Extraction read(OfdPackage ofd) throws IOException, XMLStreamException {
    List<PageLines> lines = new ArrayList<>();
    List<String> recognised = new ArrayList<>();
    double confidence = 0;
    long characters = 0;
    int missed = 0;
    List<OfdPackage.PagePlace> places = ofd.pages();
    Set<String> notes = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(places.size(), MOST_PAGES); i++) {
      OfdPage page = ofd.page(places.get(i));
      PageLines read = new PageLines(i + 1, page.height(), PageLayout.lines(common(page.glyphs())));
      if (read.lines().isEmpty() && page.isPicture()) {
        Optional<Ocr.Recognised> words = recognise(ofd, page);
        if (words.isPresent()) {
          recognised.add(String.valueOf(i + 1));
          confidence += words.get().confidence();
          read = new PageLines(i + 1, words.get().height(), OcrLayout.lines(words.get().lines()));
        } else {
          missed++;
        }
      }
      lines.add(read);
      notes.addAll(ofd.notes(places.get(i)));
      characters += read.lines().stream().mapToInt(line -> line.text().length()).sum();
      if (characters > maxCharacters) {
        return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, maxCharacters + " 字");
      }
    }
    RawText text = pages.text(Stamps.after(lines, notes));
    if (!text.hasText()) {
      return missed > 0 && ocr.isEmpty()
          ? new Extraction.Rejected(RejectionCode.NEEDS_OCR, missed + " 页")
          : Extraction.Rejected.of(RejectionCode.NO_TEXT);
    }
    Map<String, String> properties = new TreeMap<>(ofd.properties());
    properties.put("pages", String.valueOf(places.size()));
    String tools = TOOL;
    if (!recognised.isEmpty()) {
      properties.put("ocr:pages", String.join(",", recognised));
      properties.put("ocr:confidence", String.valueOf(Math.round(confidence / recognised.size())));
      tools += "; " + ocr.map(Ocr::tool).orElse("");
    }
    if (missed > 0) {
      properties.put("ocr:missing", String.valueOf(missed));
    }
    return new Extraction.Extracted("application/ofd", text, properties, tools);
  }

  private List<Glyph> common(List<Glyph> glyphs) {
    return glyphs.stream()
        .map(sign ->
            new Glyph(signs.common(sign.text()), sign.x(), sign.y(), sign.width(), sign.size()))
        .toList();
  }

  /** The largest picture of a page, recognised. */
  private Optional<Ocr.Recognised> recognise(OfdPackage ofd, OfdPage page) throws IOException {
    Optional<byte[]> picture = ofd.picture(page);
    if (ocr.isEmpty() || picture.isEmpty()) {
      return Optional.empty();
    }
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.get()));
    return image == null ? Optional.empty() : Optional.of(ocr.get().recognise(image, DPI));
  }
}
