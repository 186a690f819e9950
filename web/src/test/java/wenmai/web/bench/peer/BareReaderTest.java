package wenmai.web.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages and words that benchmarks count are those that files were written with. */
class BareReaderTest {
  @TempDir Path folder;

  @Test
  void aPdfHasItsPagesAndOnlySomeHaveATextLayer() throws IOException {
    Path file = folder.resolve("a.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage written = new PDPage();
      document.addPage(new PDPage());
      document.addPage(written);
      document.addPage(new PDPage());
      try (PDPageContentStream content = new PDPageContentStream(document, written)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.showText("minutes of the 76th meeting");
        content.endText();
      }
      document.save(file.toFile());
    }
    BarePdf pdf = new BarePdf();
    assertEquals(3, pdf.pages(file));
    assertEquals(List.of(false, true, false), pdf.textLayers(file));
    assertEquals("minutes of the 76th meeting", pdf.text(file).strip());
  }

  @Test
  void aDocxHasThePagesItsWriterCountedOrOne() throws IOException {
    BareDocx docx = new BareDocx();
    Path counted = docx("counted.docx", 7);
    assertEquals(7, docx.pages(counted));
    assertEquals("决议", docx.text(counted).strip());
    assertEquals(1, docx.pages(docx("uncounted.docx", 0)));
  }

  private Path docx(String name, int pages) throws IOException {
    Path file = folder.resolve(name);
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText("决议");
      if (pages > 0) {
        document.getProperties().getExtendedProperties().setPages(pages);
      }
      document.write(out);
    }
    return file;
  }

  @Test
  void anOfdHasThePagesItsDocumentNames() throws IOException {
    Path file = folder.resolve("a.ofd");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(
          zip,
          "Doc_0/Document.xml",
          """
          <ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages>
          <ofd:Page ID="1" BaseLoc="Pages/1.xml"/><ofd:Page ID="2" BaseLoc="/Doc_0/Pages/2.xml"/>
          </ofd:Pages></ofd:Document>\
          """);
      put(zip, "Doc_0/Pages/1.xml", "<Page><TextCode>第一页</TextCode></Page>");
      put(zip, "Doc_0/Pages/2.xml", "<Page><TextCode>第二页</TextCode></Page>");
      put(zip, "Doc_0/Pages/unnamed.xml", "<Page><TextCode>无</TextCode></Page>");
    }
    BareOfd ofd = new BareOfd();
    assertEquals(2, ofd.pages(file));
    assertEquals("第一页\n第二页\n", ofd.text(file));
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
