package wenmai.indexer.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import wenmai.indexer.layout.PageLines;
import wenmai.indexer.layout.Pages;
import wenmai.indexer.layout.RawText;

/** Reads pictures of pages by OCR (图像文件); a TIFF may hold many. */
final class ImageReader {
  private static final long MOST_PIXELS = 120_000_000;
  private static final int MOST_PAGES = 500;

  /** What scanners use; pictures seldom tell. */
  private static final int DPI = 200;

  private final Optional<Ocr> ocr;
  private final OcrConfusions confusions;
  private final Pages pages;

  ImageReader(Optional<Ocr> ocr, OcrConfusions confusions, Predicate<String> beginsUnit) {
    this.ocr = ocr;
    this.confusions = confusions;
    this.pages = new Pages(beginsUnit);
  }

  Extraction read(Path file) {
    if (ocr.isEmpty()) {
      return Extraction.Rejected.of(RejectionCode.NEEDS_OCR);
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Extraction.Rejected.of(RejectionCode.UNSUPPORTED);
      }
      javax.imageio.ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return read(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.shortened(e));
    }
  }

  private Extraction read(javax.imageio.ImageReader reader) throws IOException {
    List<PageLines> lines = new ArrayList<>();
    double confidence = 0;
    int count = Math.min(reader.getNumImages(true), MOST_PAGES);
    for (int i = 0; i < count; i++) {
      if ((long) reader.getWidth(i) * reader.getHeight(i) > MOST_PIXELS) {
        return new Extraction.Rejected(
            RejectionCode.TOO_LARGE, reader.getWidth(i) + "×" + reader.getHeight(i));
      }
      BufferedImage image = reader.read(i);
      Ocr.Recognised recognised = ocr.orElseThrow().recognise(image, DPI);
      confidence += recognised.confidence();
      lines.add(new PageLines(i + 1, recognised.height(), OcrLayout.lines(recognised.lines())));
    }
    Set<Integer> all = lines.stream().map(PageLines::number).collect(Collectors.toSet());
    RawText text = confusions.marked(pages.text(lines, all), all);
    if (!text.hasText()) {
      return Extraction.Rejected.of(RejectionCode.NO_TEXT);
    }
    Map<String, String> properties = new TreeMap<>();
    properties.put("ocr:pages", count == 1 ? "1" : "1-" + count);
    properties.put("ocr:confidence", String.valueOf(Math.round(confidence / count)));
    String format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
    return new Extraction.Extracted("image/" + format, text, properties, ocr.orElseThrow().tool());
  }
}
