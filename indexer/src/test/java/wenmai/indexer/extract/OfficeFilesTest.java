package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.TestSettings;
import wenmai.indexer.repair.Repairer;

/** What parsers not ours leave out or mix up of office files is put right. */
class OfficeFilesTest {
  private static final String ODF =
      "<office:document-%s xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
          + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>%s</office:document-%1$s>";

  @TempDir Path folder;

  @Test
  void rtfKeepsRowsAndNotesAndLosesItsHead() throws IOException {
    String rtf =
        "{\\rtf1\\ansi\\uc1{\\header \\pard "
            + u("文件汇编")
            + "\\par}\\pard "
            + u("审查结果报告")
            + "\\par "
            + "\\pard "
            + u("作了初步审查")
            + "{\\footnote \\pard "
            + u("于六月进行。")
            + "}"
            + u("，现报告如下。")
            + "\\par \\trowd\\intbl "
            + u("序号")
            + "\\cell "
            + u("名称")
            + "\\cell\\row \\pard "
            + u("完")
            + "\\par}";
    String text = text("a.rtf", rtf.getBytes(StandardCharsets.US_ASCII));
    assertTrue(text.startsWith("审查结果报告\n作了初步审查，现报告如下。\n序号\t名称"), text);
    assertTrue(text.strip().endsWith("于六月进行。"), text);
  }

  @Test
  void anRtfWhoseBracketsDoNotMatchIsLeftAlone() {
    byte[] bytes = "{\\rtf1 {\\footnote a".getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        new String(bytes, StandardCharsets.US_ASCII),
        new String(RtfPreparation.of(bytes), StandardCharsets.US_ASCII));
  }

  @Test
  void odtKeepsANoteOutOfTheSentenceAndLosesItsHead() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "styles.xml",
        ODF.formatted(
            "styles",
            "<office:master-styles><style:master-page style:name='S'><style:header>"
                + "<text:p>文件汇编</text:p></style:header></style:master-page></office:master-styles>"));
    parts.put(
        "content.xml",
        ODF.formatted(
            "content",
            "<office:body><office:text><text:p>作了初步审查<text:note text:note-class='footnote'>"
                + "<text:note-citation>1</text:note-citation><text:note-body><text:p>于六月进行。</text:p>"
                + "</text:note-body></text:note>，现报告如下。</text:p></office:text></office:body>"));
    String text = text("a.odt", zip(parts));
    assertTrue(text.startsWith("作了初步审查，现报告如下。\n1"), text);
    assertTrue(text.contains("于六月进行。"), text);
    assertFalse(text.contains("文件汇编"), text);
  }

  @Test
  void macrosAreNoted() throws IOException {
    Path ole = folder.resolve("a.doc");
    try (POIFSFileSystem file = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(ole)) {
      file.getRoot().createDirectory("Macros");
      file.writeFilesystem(out);
    }
    assertTrue(Macros.in(ole, Format.OLE));
    Path package1 = Files.write(folder.resolve("a.docm"), zip(Map.of("word/vbaProject.bin", "")));
    assertTrue(Macros.in(package1, Format.OOXML));
    Path package2 = Files.write(folder.resolve("b.docx"), zip(Map.of("word/document.xml", "")));
    assertFalse(Macros.in(package2, Format.OOXML));
    assertFalse(Macros.in(Files.writeString(folder.resolve("c.doc"), "文"), Format.OLE));
  }

  /** Letters stand for Chinese signs here: what is looked at are their places. */
  @Test
  void figuresThatLieOnTheirSideInVerticalWritingStandInItsLines() throws IOException {
    Path pdf = folder.resolve("vertical.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(FontName.COURIER), 12);
        content.beginText();
        float y = downwards(content, "ABCDEFGHIJ", 500, 700);
        content.setTextMatrix(Matrix.getRotateInstance(-Math.PI / 2, 501, y + 12));
        content.showText("2025");
        downwards(content, "KLMNOP", 500, y - 30);
        downwards(content, "QRSTUVWXYZ", 480, 700);
        content.endText();
      }
      document.save(pdf.toFile());
    }
    Extraction.Extracted read =
        assertInstanceOf(
            Extraction.Extracted.class, parsers().parse(pdf, "vertical.pdf", Format.PDF));
    assertEquals("ABCDEFGHIJ2025KLMNOP\nQRSTUVWXYZ\n", read.text().text());
  }

  private static float downwards(PDPageContentStream content, String signs, float x, float from)
      throws IOException {
    float y = from;
    for (int i = 0; i < signs.length(); i++) {
      content.setTextMatrix(Matrix.getTranslateInstance(x, y));
      content.showText(signs.substring(i, i + 1));
      y -= 12;
    }
    return y;
  }

  @Test
  void aTextLayerOfGarbageCountsAsNone() throws IOException {
    Path pdf = folder.resolve("a.pdf");
    try (PDDocument document = new PDDocument()) {
      PDType1Font font = new PDType1Font(FontName.HELVETICA);
      COSStream map = new COSStream();
      try (OutputStream out = map.createOutputStream()) {
        out.write(
            ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def"
                    + " 1 begincodespacerange <00> <FF> endcodespacerange"
                    + " 1 beginbfrange <00> <FF> <E000> endbfrange endcmap end end")
                .getBytes(StandardCharsets.US_ASCII));
      }
      font.getCOSObject().setItem(COSName.TO_UNICODE, map);
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 12);
        content.newLineAtOffset(50, 700);
        content.showText("these letters come out as private ones");
        content.endText();
      }
      document.save(pdf.toFile());
    }
    Extraction.Rejected rejected =
        assertInstanceOf(Extraction.Rejected.class, parsers().parse(pdf, "a.pdf", Format.PDF));
    assertEquals(RejectionCode.NEEDS_OCR, rejected.code());
  }

  @Test
  void recognisedCellsStandApartAndALargerTypeIsAnother() {
    String tsv =
        "4\t1\t1\t1\t1\t0\t300\t100\t300\t60\t-1\t\n"
            + "5\t1\t1\t1\t1\t1\t300\t100\t300\t60\t90\t关于决议\n"
            + "4\t1\t1\t1\t2\t0\t100\t200\t800\t40\t-1\t\n"
            + "5\t1\t1\t1\t2\t1\t100\t200\t80\t40\t90\t项目\n"
            + "5\t1\t1\t1\t2\t2\t400\t200\t120\t40\t90\t预算数\n"
            + "4\t1\t1\t1\t3\t0\t100\t260\t800\t40\t-1\t\n"
            + "5\t1\t1\t1\t3\t1\t100\t260\t40\t40\t90\t公\n"
            + "5\t1\t1\t1\t3\t2\t300\t260\t40\t40\t90\t告\n";
    var lines = OcrLayout.lines(OcrLine.parse(tsv, 1000).lines());
    assertEquals("项目\t预算数", lines.get(1).text());
    assertEquals("公 告", lines.get(2).text());
    assertTrue(lines.get(0).size() > lines.get(1).size());
  }

  @Test
  void straySignsBecomeTheCommonOnes() {
    Signs signs = Signs.read(TestSettings.config());
    assertEquals("人民大会，第二条。", signs.common("⼈⺠⼤会︐第⼆条︒"));
    assertEquals("甲(A) 监督", signs.common("甲(A) 监督"));
  }

  @Test
  void aGlossThatComesAsAFieldGivesItsCharacter() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "content.xml",
        ODF.formatted(
            "content",
            "<office:body><office:text><text:p>附注： EQ \\* jc3 \\* \"Font:Cambria\" \\* hps22"
                + " \\o\\al(\\s\\up 10(cén),岑)水河为水源地。</text:p><text:p>由 EQ 决定</text:p>"
                + "</office:text></office:body>"));
    assertEquals("附注：岑水河为水源地。\n由 EQ 决定\n", text("a.odt", zip(parts)));
  }

  private String text(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    Extraction extraction = parsers().parse(file, name, Extractor.format(file, name));
    Extraction.Extracted extracted = assertInstanceOf(Extraction.Extracted.class, extraction);
    RepairedText text = Repairer.read(TestSettings.config()).repair(extracted.text());
    assertEquals(extracted.text().text(), text.map().restore(text.text()));
    return text.text();
  }

  private Parsers parsers() {
    return new Parsers(
        new ParserSettings(TestSettings.config(), folder, "no-such-program", Limits.defaults()),
        () -> {});
  }

  private static String u(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append("\\u").append((short) c).append('?'));
    return out.toString();
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
