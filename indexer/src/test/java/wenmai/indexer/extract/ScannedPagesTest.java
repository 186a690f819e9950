package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;
import wenmai.indexer.extract.Extraction.Part;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.LayoutLine.Column;
import wenmai.indexer.layout.PageLines;

/** Which pages are read by their picture, and what of their text layer stays. */
class ScannedPagesTest {
  private static final String TESSERACT = "tesseract";
  private static final float INCH = 72;
  private static final PDRectangle PAGE = PDRectangle.A4;

  private static final List<String> TEXT =
      List.of(
          "The committee heard the report on drinking water",
          "and asks the government to test it every month",
          "and to publish what was found in each village.");

  /**
   * What fonts without a way back to characters make of Chinese text, once more or less at random.
   */
  private static final String JUNK =
      "cjXOuV!O!AjXb!=hWGrH s1cuDz+^ISQST]ys]kRr_8F+Ve "
          + "/SQST]Y'STlss1cAjXOuDD!V!!$O s!AjXb!=y s1cIzEE6QaYH "
          + "P\\RyTLP\\RyTOsY QQoRcuDz+#.#oXV>ncH/\\#(c+m [KeaDP'D,$/FZoIMoc:#ZNScVJM";

  @TempDir Path folder;

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
  void specksThatAMachineTookForLettersAreNoWords() {
    GarbledLayer layer = new GarbledLayer(CommonCharacters.read(TestSettings.config()));
    assertTrue(layer.isMostlyNoWords("`.i乚ロ1ii~凵.|`冂凵^li^'~丿^^'l..丿乚i丨,丶冂 口'丿丿囗^l口乚 ,丿凵',i|亅`"));
    for (String text :
        List.of(
            "汀浦区人民代表大会常务委员会关于加强农村饮水安全工作的决定",
            "臺北市議會第十四屆第一次定期大會決議",
            "任命：程岚、何启明、沈砚秋、綦毓琨为书记员。",
            "1,234.5 12.3% 99 (45.2) 2023-05-18",
            "heard the report on drinking water")) {
      assertFalse(layer.isMostlyNoWords(text), text);
    }
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
  void aTextLayerOfLatinJunkIsNotTakenForAText() throws IOException {
    Path pdf = folder.resolve("junk.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, List.of(JUNK.split(" ")), 700, 12);
      }
      document.save(pdf.toFile());
    }
    assertEquals(RejectionCode.NEEDS_OCR, refused(pdf, "no-such-program").code());
  }

  @Test
  void wordsNumbersCodesAndAddressesAreNoJunk() {
    assertTrue(GarbledLayer.mayBeLatinJunk(JUNK));
    for (String text :
        List.of(
            "The Standing Committee of the People's Congress (hereinafter \"the Committee\") heard"
                + " the report on 18 May 2023; it adopted Resolution No. 12/2023 on GDP growth.",
            "1,234.5 12.3% 99 (45.2) 2023-05-18 A1 B2 C3 GB/T33190-2016 ISO9001:2015 45% 1,000,000"
                + " -12.5 H2O PM2.5 CO2 3,456.78 901.2 34.5% 6,789 0.12 3.45 67.8 901 2.34 567",
            "HJ-2023-001 LY2023A15 YC-B-12 QX2023-12-05 A12345 G60 S32 DN300 PE100 2.5m2 30kV 110kV"
                + " YJV22-8.7/15-3*95 HJ-2023-002 LY2023A16 YC-B-13",
            "http://www.npc.gov.cn/npc/c30834/202305/a1b2c3d4e5.shtml"
                + " https://example.com/index.php?id=12&name=abc https://example.com/a/b/c.html")) {
      assertFalse(GarbledLayer.mayBeLatinJunk(text), text);
    }
    assertFalse(GarbledLayer.mayBeLatinJunk("x1+x2=3*y^2 a=b*c/d"), "too little to tell");
    assertTrue(GarbledLayer.isChinese("关于饮水安全情况的报告，采用 ISO 标准"));
    assertFalse(GarbledLayer.isChinese("for (int i = 0; i < n; i++)"));
  }

  @Test
  void pagesOfCodesAreTheirText() throws IOException {
    List<String> codes =
        IntStream.range(0, 28)
            .mapToObj(i ->
                "9133010" + i % 9 + "MA" + i % 7 + "K" + i % 5 + "R" + i % 3 + "T" + i % 8 + "X")
            .toList();
    assertFalse(GarbledLayer.mayBeLatinJunk(String.join("\n", codes)));
    assertFalse(GarbledLayer.mayBeLatinJunk("a3f09b77c1d24e58\n0c9e8d7f6a5b4c3d ".repeat(9)));
    GarbledLayer layer = new GarbledLayer(CommonCharacters.read(TestSettings.config()));
    assertFalse(layer.isMostlyNoWords(String.join("\n", codes)));
    Path pdf = folder.resolve("codes.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, codes, 780, 12);
      }
      document.save(pdf.toFile());
    }
    for (String tesseract : List.of("no-such-program", TESSERACT)) {
      assertEquals(String.join("\n", codes) + "\n", read(pdf, tesseract));
    }
  }

  @Test
  void aDoubtfulPageStaysAsItIsWhereNothingCanRecogniseIt() throws IOException {
    Path pdf = folder.resolve("doubtful.pdf");
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : List.of(TEXT, List.of(JUNK.split(" ")))) {
        PDPage page = page(document);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          write(content, lines, 700, 12);
        }
      }
      document.save(pdf.toFile());
    }
    Extraction.Extracted read =
        assertInstanceOf(Extraction.Extracted.class, parsed(pdf, "no-such-program"));
    assertTrue(read.text().text().contains(JUNK.split(" ")[0]), read.text().text());
    assertEquals("1", read.properties().get("ocr:missing"));
  }

  @Test
  void aLayerThatHasWhatThePictureShowsIsRightInItsCodesToo() {
    String layer = "aB3!x9Q#zK 汀江市水务公司 pQ7$m2W 棠州市公交公司";
    assertTrue(GarbledLayer.tells(layer, "aB3lx9Q 汀江市水务公司 pO7Sm2W 党州市公交公司"));
    assertFalse(GarbledLayer.tells(JUNK, "汀江市水务公司关于供水的报告"));
    assertFalse(GarbledLayer.tells(layer, "for (int i = 0; i < n; i++)"));
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

  private static PDPage page(PDDocument document) {
    PDPage page = new PDPage(PAGE);
    document.addPage(page);
    return page;
  }

  /** The picture of a text, over which other words lie. */
  private Path scan(List<String> over) throws IOException {
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

  private static BufferedImage picture(List<String> text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, text, 600, 16);
      }
      return new PDFRenderer(document).renderImageWithDPI(0, 2 * INCH, ImageType.GRAY);
    }
  }

  private static void write(PDPageContentStream content, List<String> lines, float y, float size)
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

  private String read(Path pdf, String tesseract) {
    return assertInstanceOf(Extraction.Extracted.class, parsed(pdf, tesseract)).text().text();
  }

  private Extraction.Rejected refused(Path pdf, String tesseract) {
    return assertInstanceOf(Extraction.Rejected.class, parsed(pdf, tesseract));
  }

  private Extraction parsed(Path pdf, String tesseract) {
    return new Parsers(
            new ParserSettings(TestSettings.config(), folder, tesseract, Limits.defaults()),
            () -> {})
        .parse(pdf, "scan.pdf", Format.PDF);
  }

  private static void assumeTesseract() {
    assumeTrue(
        Ocr.find(TESSERACT, Duration.ofSeconds(30), () -> {}).isPresent(),
        "no tesseract with a Chinese model here");
  }
}
