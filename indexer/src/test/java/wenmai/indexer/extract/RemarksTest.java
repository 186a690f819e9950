package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/** Remarks beside a text (批注) are none of it, in every office format, and are told of. */
class RemarksTest {
  @TempDir Path folder;

  @Test
  void remarksOfATableAreNoText() throws IOException {
    for (Workbook book : List.of(new HSSFWorkbook(), new XSSFWorkbook())) {
      Format format = book instanceof HSSFWorkbook ? Format.OLE : Format.OOXML;
      Path file = folder.resolve(format == Format.OLE ? "a.xls" : "a.xlsx");
      try (book;
          OutputStream out = Files.newOutputStream(file)) {
        Sheet sheet = book.createSheet("得票");
        sheet.createRow(0).createCell(0).setCellValue("市民政局");
        sheet.createRow(1).createCell(0).setCellValue("内部意见");
        CreationHelper make = book.getCreationHelper();
        Comment remark =
            sheet.createDrawingPatriarch().createCellComment(make.createClientAnchor());
        remark.setAuthor("某甲");
        remark.setString(make.createRichTextString("某甲:\n秘密★3年\n内部意见"));
        sheet.getRow(0).getCell(0).setCellComment(remark);
        book.write(out);
      }
      Extraction.Extracted read = read(file, format);
      assertEquals("得票\n市民政局\n内部意见", plain(read), file.toString());
      assertEquals("秘密★3年", mark(read), file.toString());
    }
  }

  @Test
  void remarksOfABinaryWordFileAreNoText() throws IOException {
    Path file = folder.resolve("a.doc");
    try (var in = Objects.requireNonNull(getClass().getResourceAsStream("remarks.doc"))) {
      Files.copy(in, file);
    }
    Extraction.Extracted read = read(file, Format.OLE);
    assertEquals("关于召开座谈会的通知\n各乡镇人大：\n请准时参加。\n同意", plain(read));
    assertEquals("秘密★3年", mark(read));
  }

  @Test
  void remarksOfAnRtfAreNoText() throws IOException {
    String text =
        "{\\rtf1\\ansi\\pard {\\*\\atrfstart 0}\\u36890?\\u30693?{\\*\\atrfend 0}"
            + "{\\*\\atnid a}{\\*\\atnauthor b}\\chatn{\\*\\annotation{\\*\\atndate 1}\\pard\\plain "
            + "{\\u31192?\\u23494?\\u9733?3\\u24180?}\\par{\\plain \\u21516?\\u24847?}}\\par \\u20840?\\u25991?}";
    Path file = Files.writeString(folder.resolve("a.rtf"), text, StandardCharsets.ISO_8859_1);
    Extraction.Extracted read = read(file, Format.RTF);
    assertEquals("通知\n全文", plain(read));
    assertEquals("秘密★3年", mark(read));
    assertFalse(read.properties().containsKey("office:revisions"));
  }

  @Test
  void remarksBesideASlideAreNoText() throws SAXException {
    LineCollector lines = new LineCollector(1_000);
    element(lines, "p", "", "关于灌溉用水的通知");
    element(lines, "p", "slide-comment", "秘密★3年");
    element(lines, "p", "slide-content", "各乡镇人大：");
    assertEquals("关于灌溉用水的通知\n各乡镇人大：", lines.text().text().strip());
    assertEquals("秘密★3年", lines.remarks().strip());
  }

  @Test
  void ofLinesThatSayTheSameTheLastIsTheRemark() {
    RawText raw =
        new RawText(
            "同意\n页脚\n正文\n同意\n尾注\n",
            List.of(),
            List.of(new RawText.Mark(Span.of(3, 6), "", Repair.Reason.BOILERPLATE)));
    RawText cut = new OleRemarks(List.of(List.of("同 意。"))).cutFrom(raw);
    assertEquals("同意\n页脚\n正文\n尾注\n", cut.text());
    assertEquals(raw.marks(), cut.marks());
    assertEquals(raw, OleRemarks.none().cutFrom(raw));
  }

  @Test
  void marksAndPagesGoAlongWithWhatIsKept() {
    RawText raw =
        new RawText(
            "一二三四五六",
            List.of(new RawText.PageSpan(1, Span.of(0, 3)), new RawText.PageSpan(2, Span.of(3, 6))),
            List.of(
                new RawText.Mark(Span.of(1, 3), "", Repair.Reason.OTHER),
                new RawText.Mark(Span.of(4, 5), "", Repair.Reason.OTHER)));
    RawText kept = raw.only(List.of(Span.of(0, 2), Span.of(4, 6)));
    assertEquals("一二五六", kept.text());
    assertEquals(
        List.of(new RawText.PageSpan(1, Span.of(0, 2)), new RawText.PageSpan(2, Span.of(2, 4))),
        kept.pages());
    assertEquals(List.of(new RawText.Mark(Span.of(2, 3), "", Repair.Reason.OTHER)), kept.marks());
  }

  private static void element(LineCollector lines, String name, String kind, String text)
      throws SAXException {
    AttributesImpl attributes = new AttributesImpl();
    attributes.addAttribute("", "class", "class", "CDATA", kind);
    lines.startElement("", name, name, attributes);
    lines.characters(text.toCharArray(), 0, text.length());
    lines.endElement("", name, name);
  }

  private static String plain(Extraction.Extracted read) {
    return read.text().text().strip().replaceAll("[ \t]*\n\\s*", "\n");
  }

  private static String mark(Extraction.Extracted read) {
    return read.properties().getOrDefault("office:remarks", "").strip();
  }

  private Extraction.Extracted read(Path file, Format format) {
    TikaReader reader =
        new TikaReader(100_000, folder, AttachmentRoom.of(folder, Limits.defaults()));
    return assertInstanceOf(
        Extraction.Extracted.class, reader.read(file, file.getFileName().toString(), format));
  }
}
