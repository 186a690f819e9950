package wenmai.web.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDFBox's own stripper of text (版式文档). */
public final class BarePdf implements BareReader {
  /** Fewer letters than these are a stamp or a page number. */
  private static final int LETTERS_OF_A_TEXT_LAYER = 12;

  @Override
  public String name() {
    return "PDFBox PDFTextStripper";
  }

  @Override
  public int pages(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getNumberOfPages();
    }
  }

  @Override
  public String text(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** What all pages of a file consist of. */
  public enum Layer {
    TEXT,
    /** No text, but something drawn from outside the page's own lines, as scanners do. */
    PICTURES,
    MIXED
  }

  /**
   * What the pages consist of.
   *
   * @throws IOException if the file cannot be read
   */
  public Layer layer(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      int texts = 0;
      int pictures = 0;
      int count = document.getNumberOfPages();
      for (int page = 1; page <= count; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        if (isText(stripper.getText(document))) {
          texts++;
        } else if (hasPicture(document.getPage(page - 1))) {
          pictures++;
        }
      }
      return texts == count ? Layer.TEXT : pictures == count ? Layer.PICTURES : Layer.MIXED;
    }
  }

  private static boolean isText(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count() >= LETTERS_OF_A_TEXT_LAYER;
  }

  private static boolean hasPicture(PDPage page) {
    PDResources resources = page.getResources();
    return resources != null && resources.getXObjectNames().iterator().hasNext();
  }
}
