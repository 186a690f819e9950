package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;

/** What Word shows is the text: numbers of lists, tracked changes as accepted, no glosses. */
class WordListsTest {
  private static final String W =
      " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @TempDir Path folder;

  @Test
  void numbersOfListsAreWrittenInTheirForm() throws IOException {
    String numbering =
        list(
                1,
                level(0, "chineseCountingThousand", "第%1章", "")
                    + level(1, "decimal", "%2.", "")
                    + level(2, "japaneseCounting", "（%3）", "<w:suff w:val='nothing'/>"))
            + list(2, level(0, "chineseCounting", "第%1条", "") + level(1, "decimal", "%1.%2", ""))
            + list(
                3,
                level(0, "ideographDigital", "%1、", "")
                    + level(1, "decimal", "%1-%2", "<w:isLgl/>"));
    String text =
        text(
            numbering,
            numbered(1, 0, "总则")
                + numbered(1, 1, "数字")
                + numbered(1, 2, "无空格")
                + numbered(1, 0, "分则")
                + numbered(2, 0, "甲").repeat(11)
                + numbered(2, 1, "乙")
                + numbered(3, 0, "丙")
                + numbered(3, 1, "丁"));
    List<String> lines = text.lines().toList();
    assertEquals(List.of("第一章 总则", "1. 数字", "（一）无空格", "第二章 分则"), lines.subList(0, 4));
    assertEquals("第一条 甲", lines.get(4));
    assertEquals("第十一条 甲", lines.get(14));
    assertEquals(List.of("十一.1 乙", "一、丙", "1-1 丁"), lines.subList(15, 18));
  }

  @Test
  void aListThatBeginsAnewKeepsItsForm() throws IOException {
    String lists =
        list(1, level(0, "chineseCounting", "（%1）", ""))
            + list(2, level(0, "decimal", "(%1)", ""))
            + "<w:num w:numId='8'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>"
            + "<w:startOverride w:val='3'/></w:lvlOverride></w:num>"
            + "<w:num w:numId='9'><w:abstractNumId w:val='2'/><w:lvlOverride w:ilvl='0'>"
            + "<w:startOverride w:val='1'/></w:lvlOverride></w:num>";
    String text =
        text(
            lists,
            numbered(8, 0, "甲") + numbered(8, 0, "乙") + numbered(9, 0, "丙") + numbered(9, 0, "丁"));
    assertEquals("（三）甲\n（四）乙\n(1) 丙\n(2) 丁\n", text);
  }

  @Test
  void trackedChangesStandAsAcceptedAndGlossesAreNoText() throws IOException {
    String text =
        text(
            "",
            "<w:p>"
                + run("不少于")
                + "<w:del w:id='1'><w:r><w:delText>二百</w:delText></w:r></w:del>"
                + "<w:ins w:id='2'>"
                + run("三百")
                + "</w:ins><w:moveFrom w:id='3'>"
                + run("移走的话")
                + "</w:moveFrom>"
                + run("万元。")
                + "</w:p>"
                + "<w:p><w:pPr><w:rPr><w:del w:id='4'/></w:rPr></w:pPr>"
                + run("前半句，")
                + "</w:p><w:p><w:pPr><w:jc w:val='left'/></w:pPr>"
                + run("后半句。")
                + "</w:p><w:p>"
                + "<w:r><w:ruby><w:rubyPr/><w:rt>"
                + run("cén")
                + "</w:rt><w:rubyBase>"
                + run("岑")
                + "</w:rubyBase></w:ruby></w:r>"
                + run("水河。")
                + "</w:p>");
    assertEquals("不少于三百万元。\n前半句，后半句。\n岑水河。\n", text);
  }

  @Test
  void trackedChangesAndGlossesOfAnOdtAreNoText() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "content.xml",
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body>"
            + "<office:text><text:tracked-changes><text:changed-region text:id='a'><text:deletion>"
            + "<text:p>二百</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:p>不少于<text:change text:change-id='a'/>三百万元。<text:ruby><text:ruby-base>岑"
            + "</text:ruby-base><text:ruby-text>cén</text:ruby-text></text:ruby>水河。</text:p>"
            + "</office:text></office:body></office:document-content>");
    assertEquals("不少于三百万元。岑水河。\n", read("a.odt", parts));
  }

  @Test
  void whatHasNoChangesGoesToTheParserAsItIs() throws IOException {
    Path file = write("a.docx", docx(list(1, level(0, "decimal", "%1.", "")), numbered(1, 0, "甲")));
    assertFalse(DocxPreparation.of(file, folder).isPresent());
    assertEquals("1. 甲\n", read(file));
  }

  private static String run(String words) {
    return "<w:r><w:t>" + words + "</w:t></w:r>";
  }

  private static String numbered(int list, int level, String words) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='"
        + level
        + "'/><w:numId w:val='"
        + list
        + "'/></w:numPr></w:pPr>"
        + run(words)
        + "</w:p>";
  }

  private static String level(int level, String format, String label, String more) {
    return "<w:lvl w:ilvl='"
        + level
        + "'><w:start w:val='1'/><w:numFmt w:val='"
        + format
        + "'/>"
        + more
        + "<w:lvlText w:val='"
        + label
        + "'/></w:lvl>";
  }

  private static String list(int id, String levels) {
    return "<w:abstractNum w:abstractNumId='" + id + "'>" + levels + "</w:abstractNum>";
  }

  private String text(String lists, String body) throws IOException {
    return read("a.docx", docx(lists, body));
  }

  private static Map<String, String> docx(String lists, String body) {
    StringBuilder uses = new StringBuilder();
    for (int id = 1; lists.contains("abstractNumId='" + id + "'"); id++) {
      uses.append("<w:num w:numId='" + id + "'><w:abstractNumId w:val='" + id + "'/></w:num>");
    }
    String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='rels' ContentType="
            + "'application/vnd.openxmlformats-package.relationships+xml'/>"
            + "<Override PartName='/word/document.xml' ContentType='"
            + type
            + "document.main+xml'/><Override PartName='/word/numbering.xml' ContentType='"
            + type
            + "numbering+xml'/></Types>");
    parts.put("_rels/.rels", relation("officeDocument", "word/document.xml"));
    parts.put("word/_rels/document.xml.rels", relation("numbering", "numbering.xml"));
    parts.put("word/numbering.xml", "<w:numbering" + W + ">" + lists + uses + "</w:numbering>");
    parts.put(
        "word/document.xml", "<w:document" + W + "><w:body>" + body + "</w:body></w:document>");
    return parts;
  }

  private static String relation(String kind, String target) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + "<Relationship Id='r1' Type='"
        + OFFICE
        + kind
        + "' Target='"
        + target
        + "'/></Relationships>";
  }

  private String read(String name, Map<String, String> parts) throws IOException {
    return read(write(name, parts));
  }

  private String read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Extraction extraction =
        new Parsers(
                new ParserSettings(
                    TestSettings.config(), folder, "no-such-program", Limits.defaults()),
                () -> {})
            .parse(file, name, Extractor.format(file, name));
    return assertInstanceOf(Extraction.Extracted.class, extraction).text().text();
  }

  private Path write(String name, Map<String, String> parts) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(raw)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
