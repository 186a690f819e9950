package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.Glyph;

/** A PDF of many pages is gone through once, whatever its tree of pages says of itself. */
class PdfPagesTest extends PdfCase {
  private static final int PAGES = 300;

  /** Counts how often it is asked for a page. */
  private static final class CountingKids extends COSArray {
    private int asked;

    @Override
    public COSBase getObject(int index) {
      asked++;
      return super.getObject(index);
    }
  }

  @Test
  void aPageIsNotLookedForAmongAllOthers() throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < PAGES; i++) {
        write(document, page(document), "Page " + i);
      }
      CountingKids kids = new CountingKids();
      COSArray plain = document.getPages().getCOSObject().getCOSArray(COSName.KIDS);
      plain.forEach(kids::add);
      document.getPages().getCOSObject().setItem(COSName.KIDS, kids);
      GlyphCollector collector = new GlyphCollector(Signs.read(TestSettings.config()));
      List<String> read = new ArrayList<>();
      for (Iterator<PDPage> each = PdfPages.of(document); each.hasNext(); ) {
        StringBuilder words = new StringBuilder();
        for (Glyph glyph : collector.collect(document, each.next())) {
          words.append(glyph.text());
        }
        read.add(words.toString().strip());
      }
      assertEquals(PAGES, read.size());
      assertEquals("Page 0", read.getFirst());
      assertEquals("Page 299", read.getLast());
      assertTrue(kids.asked <= 4 * PAGES, kids.asked + " times");
    }
  }

  @Test
  void pagesThatDoNotSayWhatTheyAreAreReadInTheirPlace() throws IOException {
    Path file = folder.resolve("untyped.pdf");
    try (PDDocument document = new PDDocument()) {
      for (String words : List.of("First page of words", "Second page of words", "Third of all")) {
        PDPage page = page(document);
        write(document, page, words);
        page.getCOSObject().removeItem(COSName.TYPE);
      }
      document.save(file.toFile());
    }
    String text = read(file, "no-such-program");
    assertTrue(text.indexOf("First") < text.indexOf("Second"), text);
    assertTrue(text.indexOf("Second") < text.indexOf("Third"), text);
  }

  @Test
  void pagesThatAreFewerThanTheTreeSaysAreRead() throws IOException {
    Path file = folder.resolve("fewer.pdf");
    try (PDDocument document = new PDDocument()) {
      write(document, page(document), "The only page there is");
      document.getPages().getCOSObject().setInt(COSName.COUNT, 7);
      document.save(file.toFile());
    }
    assertTrue(read(file, "no-such-program").contains("The only page there is"));
  }

  private static void write(PDDocument document, PDPage page, String words) throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      write(content, List.of(words), 700, 12);
    }
  }
}
