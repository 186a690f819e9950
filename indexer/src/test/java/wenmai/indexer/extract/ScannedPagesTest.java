package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.junit.jupiter.api.Test;
import wenmai.indexer.extract.Extraction.Part;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.LayoutLine.Column;
import wenmai.indexer.layout.PageLines;

/** Which pages are read by their picture, and what of their text layer stays. */
class ScannedPagesTest extends PdfCase {
  @Test
  void aLineOfTextOverThePictureOfAPageIsNoTextLayer() throws IOException {
    Path scan = scan(List.of("Scanned by CamScanner"));
    assertEquals(RejectionCode.NEEDS_OCR, refused(scan, "no-such-program").code());
    assumeTesseract();
    String text = read(scan, TESSERACT);
    assertTrue(text.contains("drinking water"), text);
    assertEquals(text.indexOf("CamScanner"), text.lastIndexOf("CamScanner"), text);
  }

  @Test
  void whatTheLineSaysStaysWhereThePictureDoesNotShowIt() throws IOException {
    assumeTesseract();
    Path scan = folder.resolve("hidden.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, picture(TEXT)),
            0,
            0,
            PAGE.getWidth(),
            PAGE.getHeight());
        content.setRenderingMode(org.apache.pdfbox.pdmodel.graphics.state.RenderingMode.NEITHER);
        write(content, List.of("archive number 2023-118-0042"), 40, 12);
      }
      document.save(scan.toFile());
    }
    String text = read(scan, TESSERACT);
    assertTrue(text.contains("drinking water"), text);
    assertTrue(text.contains("archive number 2023-118-0042"), text);
  }

  @Test
  void aWatermarkThatIsLaidOverTheLinesIsNotReadIntoThem() throws IOException {
    assumeTesseract();
    Path scan = folder.resolve("watermark.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, picture(TEXT)),
            0,
            0,
            PAGE.getWidth(),
            PAGE.getHeight());
        write(content, List.of("INTERNAL 2023-09-01", "INTERNAL 2023-09-01"), 598, 22);
      }
      document.save(scan.toFile());
    }
    String text = read(scan, TESSERACT);
    assertTrue(text.contains(TEXT.get(0)), text);
    assertTrue(text.contains("INTERNAL 2023-09-01"), text);
    assertEquals(text.indexOf("INTERNAL"), text.lastIndexOf("INTERNAL"), "once is enough");
  }

  @Test
  void whatAPdfCarriesAlongComesOut() throws IOException {
    Path pdf = folder.resolve("carrier.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, TEXT, 600, 12);
      }
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile("folder/list.txt");
      file.setEmbeddedFile(
          new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'a', 'b'})));
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("list", file));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
      pin.setFile(file);
      page.setAnnotations(List.of(pin));
      document.save(pdf.toFile());
    }
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, parsed(pdf, "no-such-program"));
    assertEquals(List.of("list.txt"), read.attachments().stream().map(Part::name).toList());
    Part.Whole part = assertInstanceOf(Part.Whole.class, read.attachments().getFirst());
    assertEquals("ab", Files.readString(part.file()));
  }

  @Test
  void aPageOfTextOverAPictureKeepsItsText() throws IOException {
    assertEquals(
        String.join("\n", TEXT) + "\n",
        read(scan(TEXT), "no-such-program").replaceAll("(?m)^ ", ""));
  }

  @Test
  void aFewWordsBesideASmallEmblemAreTheTextOfTheirPage() throws IOException {
    Path title = folder.resolve("title.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(
                document, new BufferedImage(600, 600, BufferedImage.TYPE_BYTE_GRAY)),
            200,
            600,
            80,
            80);
        write(content, List.of("Report on drinking water"), 400, 20);
      }
      document.save(title.toFile());
    }
    assertEquals("Report on drinking water\n", read(title, "no-such-program"));
  }

  @Test
  void aShortPaperOnAColouredGroundIsKeptWhereNothingCanRecogniseIt() throws IOException {
    Path notice =
        scan(List.of("Notice of the third session", "to be held on 18 May", "in the town hall"));
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, parsed(notice, "no-such-program"));
    assertTrue(read.text().text().contains("town hall"), read.text().text());
    assertEquals("1", read.properties().get("ocr:missing"));
  }

  @Test
  void marksOverScansAreNoPaperHoweverManyPagesBearThem() {
    UnreadPages pages = new UnreadPages();
    for (int i = 1; i <= 9; i++) {
      pages.add(
          new PageLines(
              i,
              800,
              List.of(
                  line("本件由档案管理系统生成仅供第三次常务委员会会议审议使用请勿外传谢谢合作 " + i), line("第 " + i + " 页 共 9 页"))));
    }
    assertFalse(pages.tellAPaper());
    pages.add(new PageLines(10, 800, List.of(line("扫描全能王 创建"), line("Scanned by CamScanner"))));
    assertFalse(pages.tellAPaper());
    pages.add(new PageLines(11, 800, List.of(line("平江区人民代表大会常务委员会公告定于五月召开区第十六届人大常委会第二次会议"))));
    assertTrue(pages.tellAPaper());
  }

  private static LayoutLine line(String text) {
    return new LayoutLine(text, 0, 100, 20, 10, new Column(0, 0, 600));
  }

  @Test
  void theLayersWordsStandInPlaceOfWhatOcrMadeOfThem() {
    Column column = new Column(0, 0, 600);
    ThinLayer layer =
        new ThinLayer(
            List.of(
                new LayoutLine("第3号", 500, 540, 20, 10, column),
                new LayoutLine("扫描全能王 创建", 40, 160, 780, 12, column)),
            800);
    assertTrue(layer.isThin());
    Ocr.Recognised page =
        new Ocr.Recognised(
            List.of(
                new OcrLine("关于饮水安全的决定", 1, 100, 200, 1000, 240, 90),
                new OcrLine("扫描全能主创建", 2, 80, 1560, 320, 1590, 70)),
            90,
            1600);
    assertTrue(layer.isLessThan(page));
    assertEquals(
        List.of("第3号", "关于饮水安全的决定", "扫描全能王 创建"),
        layer.with(page).stream().map(LayoutLine::text).toList());
    Ocr.Recognised grain =
        new Ocr.Recognised(List.of(new OcrLine("人一丨", 1, 100, 200, 1000, 240, 20)), 20, 1600);
    assertFalse(layer.isLessThan(grain), "a picture without letters is no text");
  }

  @Test
  void aPageThatShowsSomethingOfWhichNothingIsRecognisedIsToldOf() throws IOException {
    assumeTesseract();
    assertEquals("1", silent(blot(true)));
    assertEquals("", silent(blot(false)), "the back of a sheet is empty");
  }

  @Test
  void paperWithDustAndDarkEdgesShowsNothing() throws IOException {
    assertTrue(PageInk.is(blot(true)));
    assertTrue(PageInk.is(picture(TEXT)));
    BufferedImage paper = blot(false);
    for (int y = 0; y < paper.getHeight(); y++) {
      paper.setRGB(0, y, 0);
      paper.setRGB(paper.getWidth() / 2, y / 100 * 100, 0);
    }
    assertFalse(PageInk.is(paper));
  }

  private String silent(BufferedImage second) throws IOException {
    Path file = folder.resolve("two.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage first = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, first)) {
        write(content, TEXT, 600, 12);
      }
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, second),
            0,
            0,
            PAGE.getWidth(),
            PAGE.getHeight());
      }
      document.save(file.toFile());
    }
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, parsed(file, TESSERACT));
    return read.properties().getOrDefault("ocr:silent", "");
  }

  /** Paper, with a blot on it or without. */
  private static BufferedImage blot(boolean isThere) {
    BufferedImage image = new BufferedImage(600, 850, BufferedImage.TYPE_BYTE_GRAY);
    java.awt.Graphics2D graphics = image.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(java.awt.Color.BLACK);
    if (isThere) {
      graphics.fillRoundRect(150, 300, 300, 250, 200, 200);
    }
    graphics.dispose();
    return image;
  }
}
