package wenmai.web.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages and words that benchmarks count are those that files were written with. */
class BareReaderTest {
  @TempDir Path folder;

  private enum Content {
    WORDS,
    PICTURE,
    NOTHING
  }

  @Test
  void aPdfHasItsPages() throws IOException {
    Path file = pdf(Content.NOTHING, Content.WORDS, Content.PICTURE);
    assertEquals(3, new BarePdf().pages(file));
    assertEquals("minutes of the 76th meeting", new BarePdf().text(file).strip());
  }

  @Test
  void aScanHasPicturesThroughout() throws IOException {
    BarePdf pdf = new BarePdf();
    assertEquals(BarePdf.Layer.TEXT, pdf.layer(pdf(Content.WORDS, Content.WORDS)));
    assertEquals(BarePdf.Layer.PICTURES, pdf.layer(pdf(Content.PICTURE, Content.PICTURE)));
    assertEquals(BarePdf.Layer.MIXED, pdf.layer(pdf(Content.WORDS, Content.PICTURE)));
    assertEquals(BarePdf.Layer.MIXED, pdf.layer(pdf(Content.PICTURE, Content.NOTHING)));
  }

  private Path pdf(Content... pages) throws IOException {
    Path file = folder.resolve("a.pdf");
    try (PDDocument document = new PDDocument()) {
      for (Content content : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          draw(document, stream, content);
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void draw(PDDocument document, PDPageContentStream stream, Content content)
      throws IOException {
    switch (content) {
      case WORDS -> {
        stream.beginText();
        stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        stream.showText("minutes of the 76th meeting");
        stream.endText();
      }
      case PICTURE -> {
        BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
        stream.drawImage(LosslessFactory.createFromImage(document, image), 0, 0);
      }
      case NOTHING -> {}
    }
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
