package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;

/** The labels that Word counts by itself stand in the text as they stand on the page. */
class AutomaticNumbersTest {
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String WORD =
      " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

  /** FIB: where the lists stand in the table stream, and where the pairs of places begin. */
  private static final int LISTS = 738;

  private static final int PLACES = 154;

  private static final String LAW =
      "<w:abstractNum w:abstractNumId='7'>"
          + level(0, "chineseCountingThousand", "第%1章", "<w:pStyle w:val='Chapter'/>")
          + level(1, "chineseCountingThousand", "第%2条", "<w:lvlRestart w:val='0'/>")
          + level(2, "chineseCounting", "（%3）", "")
          + "</w:abstractNum>";

  @TempDir Path folder;

  @Test
  void chaptersNumberedByTheirStyleAndArticlesByThemselves() throws IOException {
    String styles =
        "<w:style w:type='paragraph' w:styleId='Chapter'><w:name w:val='章'/><w:pPr><w:numPr>"
            + "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type='paragraph' w:styleId='Big'><w:name w:val='大章'/>"
            + "<w:basedOn w:val='Chapter'/></w:style>";
    String text =
        "<w:p><w:r><w:t>河道管理办法</w:t></w:r></w:p>"
            + styled("Chapter", "", "总则")
            + listed(1, 1, "为了保护河道，制定本办法。")
            + listed(1, 2, "保护优先；")
            + listed(1, 2, "公众参与。")
            + styled("Big", "", "附则")
            + styled("Chapter", "<w:numPr><w:numId w:val='0'/></w:numPr>", "不编号的一行")
            + listed(1, 1, "本办法自公布之日起施行。");
    assertEquals(
        List.of(
            "河道管理办法",
            "第一章 总则",
            "第一条 为了保护河道，制定本办法。",
            "（一）保护优先；",
            "（二）公众参与。",
            "第二章 附则",
            "不编号的一行",
            "第二条 本办法自公布之日起施行。"),
        docx(LAW + "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>", styles, text));
  }

  @Test
  void aListThatBeginsAnewAndAnEmptyParagraphThatCounts() throws IOException {
    String lists =
        LAW
            + "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
            + "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='1'>"
            + "<w:startOverride w:val='8'/></w:lvlOverride></w:num>";
    String text =
        listed(1, 1, "一号。")
            + listed(1, 1, "")
            + listed(1, 1, "三号。")
            + listed(2, 1, "八号。")
            + listed(2, 1, "九号。");
    assertEquals(List.of("第一条 一号。", "第二条", "第三条 三号。", "第八条 八号。", "第九条 九号。"), docx(lists, "", text));
  }

  /** 序号 are empty numbered paragraphs, as people make them; a list has others at its end. */
  @Test
  void cellsOfNumbersKeepThemAndWhatWasLeftOverGetsNone() throws IOException {
    String lists =
        LAW
            + "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
            + "<w:abstractNum w:abstractNumId='8'>"
            + level(0, "decimal", "%1", "")
            + "</w:abstractNum><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
            + "<w:abstractNum w:abstractNumId='9'>"
            + level(0, "bullet", "●", "")
            + "</w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='9'/></w:num>";
    String text =
        listed(1, 0, "任务分解")
            + "<w:tbl>"
            + row(listed(2, 0, ""), "<w:p><w:r><w:t>甲</w:t></w:r></w:p>", listed(3, 0, ""))
            + row(listed(2, 0, ""), "<w:p><w:r><w:t>乙</w:t></w:r></w:p>", listed(3, 0, ""))
            + "</w:tbl>"
            + listed(1, 0, "工作要求")
            + listed(1, 0, "")
            + listed(1, 0, "")
            + "<w:p><w:r><w:t>区人大常委会办公室</w:t></w:r></w:p>";
    assertEquals(
        List.of("第一章 任务分解", "1\t甲", "2\t乙", "第二章 工作要求", "区人大常委会办公室"),
        docx(lists, "", text).stream().map(String::strip).toList());
  }

  private static String row(String... cells) {
    return "<w:tr><w:tc>" + String.join("</w:tc><w:tc>", cells) + "</w:tc></w:tr>";
  }

  /** What was numbered before a change of format, or is struck, is not numbered now. */
  @Test
  void onlyWhatHoldsNowIsNumbered() throws IOException {
    String before =
        "<w:pPr><w:pPrChange w:id='1' w:author='a'><w:pPr><w:numPr><w:ilvl w:val='1'/>"
            + "<w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange></w:pPr>";
    String struck =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr><w:rPr>"
            + "<w:del w:id='2' w:author='a'/></w:rPr></w:pPr><w:del w:id='3' w:author='a'><w:r>"
            + "<w:delText>删去的一条。</w:delText></w:r></w:del></w:p>";
    List<String> lines =
        docx(
            LAW + "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>",
            "",
            "<w:p>"
                + before
                + "<w:r><w:t>序言。</w:t></w:r></w:p>"
                + listed(1, 1, "甲。")
                + struck
                + listed(1, 1, "乙。"));
    assertEquals("序言。", lines.getFirst());
    assertTrue(lines.containsAll(List.of("第一条 甲。", "第二条 乙。")), lines.toString());
  }

  @Test
  void aTextWithoutListsIsReadFromTheFileItself() throws IOException {
    byte[] typed =
        file(
            LAW + "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>",
            "",
            "<w:p><w:r><w:t>第一条 打出来的。</w:t></w:r></w:p>");
    Path file = Files.write(folder.resolve("typed.docx"), typed);
    assertEquals(null, LabelledDocx.of(file, folder));
    assertEquals(List.of("第一条 打出来的。"), lines("typed.docx", typed));
  }

  @Test
  void copiesAreNotLeftBehind() throws IOException {
    docx(LAW + "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>", "", listed(1, 1, "甲。"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of("a.docx"), left.map(p -> p.getFileName().toString()).toList());
    }
  }

  private static final List<String> NUMBERED =
      List.of(
          "河道管理办法",
          "第一章 总则",
          "第一条 为了保护河道，制定本办法。",
          "第二条 河道管理遵循下列原则：",
          "（一）保护优先；",
          "（二）公众参与。",
          "第二章 保护",
          "第三条 区人民政府组织巡查。",
          "第四条 下列行为应当禁止：",
          "（一）倾倒垃圾。",
          "事项\t一、巡查 二、清淤",
          "第 1 项由水务部门负责。",
          "第三章 附则",
          "第五条 本办法自公布之日起施行。");

  @Test
  void theBinaryFormatKeepsItsLabelsInTextAndTables() throws IOException {
    assertEquals(NUMBERED, lines("a.doc", numbered()));
  }

  /** WPS writes the lists first, where POI does not look for them. */
  @Test
  void listsAtTheVeryBeginningOfTheirStreamAreFound() throws IOException {
    byte[] moved = listsFirst(numbered());
    assertNotEquals(0, moved.length);
    assertEquals(NUMBERED, lines("wps.doc", moved));
  }

  private static byte[] numbered() throws IOException {
    try (InputStream in = AutomaticNumbersTest.class.getResourceAsStream("numbered.doc")) {
      return in.readAllBytes();
    }
  }

  private static byte[] listsFirst(byte[] doc) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(doc))) {
      DirectoryNode root = file.getRoot();
      byte[] text = root.createDocumentInputStream("WordDocument").readAllBytes();
      ByteBuffer block = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
      String tables = (block.getShort(10) & 0x200) == 0 ? "0Table" : "1Table";
      byte[] table = root.createDocumentInputStream(tables).readAllBytes();
      int from = block.getInt(LISTS);
      int length = block.getInt(LISTS + 8) - from; // the levels stand between the two tables
      byte[] moved = new byte[length + table.length];
      System.arraycopy(table, from, moved, 0, length);
      System.arraycopy(table, 0, moved, length, table.length);
      int places = block.getShort(PLACES - 2);
      for (int at = PLACES; at < PLACES + places * 8; at += 8) {
        if (block.getInt(at + 4) > 0) {
          block.putInt(at, at == LISTS ? 0 : block.getInt(at) + length);
        }
      }
      root.createOrUpdateDocument("WordDocument", new ByteArrayInputStream(text));
      root.createOrUpdateDocument(tables, new ByteArrayInputStream(moved));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private List<String> docx(String lists, String styles, String text) throws IOException {
    return lines("a.docx", file(lists, styles, text));
  }

  private List<String> lines(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try (Parsers parsers =
        new Parsers(
            new ParserSettings(TestSettings.config(), folder, "no-such-program", Limits.defaults()),
            () -> {})) {
      Extraction extraction = parsers.parse(file, name, Extractor.format(file, name));
      Extraction.Extracted extracted = assertInstanceOf(Extraction.Extracted.class, extraction);
      return Arrays.stream(extracted.text().text().split("\n"))
          .map(line -> line.replaceAll(" *\t", "\t").replaceAll("[ 　]{2,}", " ").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static String level(int place, String style, String text, String more) {
    return "<w:lvl w:ilvl='"
        + place
        + "'><w:start w:val='1'/><w:numFmt w:val='"
        + style
        + "'/>"
        + more
        + "<w:lvlText w:val='"
        + text
        + "'/></w:lvl>";
  }

  private static String listed(int list, int level, String text) {
    String own =
        "<w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr>";
    return "<w:p><w:pPr>" + own + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String styled(String style, String more, String text) {
    return "<w:p><w:pPr><w:pStyle w:val='"
        + style
        + "'/>"
        + more
        + "</w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private static byte[] file(String lists, String styles, String text) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='"
            + PACKAGE
            + "content-types'><Default Extension='rels' ContentType="
            + "'application/vnd.openxmlformats-package.relationships+xml'/>"
            + Stream.of("document.main:document", "numbering:numbering", "styles:styles")
                .map(part -> part.split(":"))
                .map(part ->
                    "<Override PartName='/word/"
                        + part[1]
                        + ".xml' ContentType='"
                        + type
                        + part[0]
                        + "+xml'/>")
                .reduce("", String::concat)
            + "</Types>");
    parts.put("_rels/.rels", related("officeDocument", "word/document.xml"));
    parts.put(
        "word/_rels/document.xml.rels",
        related("numbering", "numbering.xml", "styles", "styles.xml"));
    parts.put("word/numbering.xml", "<w:numbering" + WORD + ">" + lists + "</w:numbering>");
    parts.put("word/styles.xml", "<w:styles" + WORD + ">" + styles + "</w:styles>");
    parts.put(
        "word/document.xml", "<w:document" + WORD + "><w:body>" + text + "</w:body></w:document>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static String related(String... kindsAndTargets) {
    StringBuilder out = new StringBuilder("<Relationships xmlns='" + PACKAGE + "relationships'>");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      out.append("<Relationship Id='r").append(i).append("' Type='").append(OFFICE);
      out.append("relationships/").append(kindsAndTargets[i]).append("' Target='");
      out.append(kindsAndTargets[i + 1]).append("'/>");
    }
    return out.append("</Relationships>").toString();
  }
}
