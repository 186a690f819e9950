package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;

/** Pages of PDFs as tests draw them, and what is read of them. */
abstract class PdfCase {
  static final String TESSERACT = "tesseract";
  static final float INCH = 72;
  static final PDRectangle PAGE = PDRectangle.A4;

  static final List<String> TEXT =
      List.of(
          "The committee heard the report on drinking water",
          "and asks the government to test it every month",
          "and to publish what was found in each village.");

  /**
   * What fonts without a way back to characters make of Chinese text, once more or less at random.
   */
  static final String JUNK =
      "cjXOuV!O!AjXb!=hWGrH s1cuDz+^ISQST]ys]kRr_8F+Ve "
          + "/SQST]Y'STlss1cAjXOuDD!V!!$O s!AjXb!=y s1cIzEE6QaYH "
          + "P\\RyTLP\\RyTOsY QQoRcuDz+#.#oXV>ncH/\\#(c+m [KeaDP'D,$/FZoIMoc:#ZNScVJM";

  @TempDir Path folder;

  static PDPage page(PDDocument document) {
    PDPage page = new PDPage(PAGE);
    document.addPage(page);
    return page;
  }

  /** The picture of a text, over which other words lie. */
  Path scan(List<String> over) throws IOException {
    Path file = folder.resolve("scan.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, picture(TEXT)),
            0,
            0,
            PAGE.getWidth(),
            PAGE.getHeight());
        write(content, over, 100, 12);
      }
      document.save(file.toFile());
    }
    return file;
  }

  static BufferedImage picture(List<String> text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, text, 600, 16);
      }
      return new PDFRenderer(document).renderImageWithDPI(0, 2 * INCH, ImageType.GRAY);
    }
  }

  static void write(PDPageContentStream content, List<String> lines, float y, float size)
      throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(FontName.HELVETICA), size);
    content.setLeading(size * 1.5f);
    content.newLineAtOffset(60, y);
    for (String line : lines) {
      content.showText(line);
      content.newLine();
    }
    content.endText();
  }

  String read(Path pdf, String tesseract) {
    return assertInstanceOf(Extraction.Extracted.class, parsed(pdf, tesseract)).text().text();
  }

  Extraction.Rejected refused(Path pdf, String tesseract) {
    return assertInstanceOf(Extraction.Rejected.class, parsed(pdf, tesseract));
  }

  Extraction parsed(Path pdf, String tesseract) {
    return new Parsers(
            new ParserSettings(TestSettings.config(), folder, tesseract, Limits.defaults()),
            () -> {})
        .parse(pdf, "scan.pdf", Format.PDF);
  }

  static void assumeTesseract() {
    assumeTrue(
        Ocr.find(TESSERACT, Duration.ofSeconds(30), () -> {}).isPresent(),
        "no tesseract with a Chinese model here");
  }
}
