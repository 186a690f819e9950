package wenmai.web.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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

  /** Whether each page has a text layer, in order. */
  public List<Boolean> textLayers(Path file) throws IOException {
    List<Boolean> layers = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        long letters =
            stripper.getText(document).codePoints().filter(Character::isLetterOrDigit).count();
        layers.add(letters >= LETTERS_OF_A_TEXT_LAYER);
      }
    }
    return layers;
  }
}
