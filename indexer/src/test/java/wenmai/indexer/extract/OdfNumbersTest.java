package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;

/**
 * Numbers that an office counts for lists and headings of an OpenDocument text are read with it.
 */
class OdfNumbersTest {
  private static final String NAMES =
      " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
          + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
          + " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"
          + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'";

  /** 第一条, and （一） below it. */
  private static final String LAW =
      style(
          "L1",
          level(1, "一, 二, 三, ...", "style:num-prefix='第' style:num-suffix='条'"),
          level(2, "一, 二, 三, ...", "style:num-prefix='（' style:num-suffix='）'"));

  private static final String SIGNS =
      "<text:list-style style:name='B'><text:list-level-style-bullet text:level='1'"
          + " text:bullet-char='•'/></text:list-style>";

  @TempDir Path folder;

  @Test
  void articlesAndItemsAreNumberedAsAnOfficeCountsThem() throws IOException {
    String text =
        p("河道管理办法")
            + list("L1", "", item(p("为了保护河道。") + p("本办法适用于本市。")))
            + list(
                "L1",
                "text:continue-numbering='true'",
                item(p("坚持下列原则：") + list("", "", item(p("保护优先；")) + item(p("公众参与。"))))
                    + item(p(""))
                    + item(p("自公布之日起施行。")));
    assertEquals(
        List.of(
            "河道管理办法",
            "第一条 为了保护河道。",
            "本办法适用于本市。",
            "第二条 坚持下列原则：",
            "（一）保护优先；",
            "（二）公众参与。",
            "第四条 自公布之日起施行。"),
        lines("", LAW, text));
  }

  @Test
  void listsBeginAnewContinueAndStartWhereTheySay() throws IOException {
    String styles =
        style("L1", level(1, "1", "style:num-suffix='.'"), level(2, "1", "text:display-levels='2'"))
            + style("L2", level(1, "①, ②, ③, ...", ""))
            + style("L3", level(1, "壹, 贰, 叁, ...", "loext:num-list-format='（%1%）'"));
    String text =
        list("L1", "xml:id='a'", item(p("甲")) + item(p("乙") + list("", "", item(p("乙之一")))))
            + list("L1", "", item(p("另起")))
            + list("L1", "text:continue-list='a'", item(p("接甲")))
            + list(
                "L2",
                "text:continue-numbering='true'",
                "<text:list-item text:start-value='5'>"
                    + p("五")
                    + "</text:list-item>"
                    + item(p("六")))
            + list(
                "L3", "", "<text:list-header>" + p("无号") + "</text:list-header>" + item(p("大写")));
    assertEquals(
        List.of("1. 甲", "2. 乙", "2.1 乙之一", "1. 另起", "3. 接甲", "⑤ 五", "⑥ 六", "无号", "（壹） 大写"),
        lines("", styles, text).stream()
            .map(line -> line.replace("（壹）", "（壹） ").replace("  ", " "))
            .toList());
  }

  @Test
  void headingsAreNumberedByTheOutlineUnlessTheyAreNot() throws IOException {
    String outline =
        "<text:outline-style style:name='Outline'><text:outline-level-style text:level='1'"
            + " style:num-format='一, 二, 三, ...' style:num-suffix='、'/><text:outline-level-style"
            + " text:level='2' style:num-format='1' style:num-suffix='.'/></text:outline-style>"
            + "<style:style style:name='Heading'/>";
    String own =
        "<style:style style:name='Plain' style:parent-style-name='Heading'"
            + " style:list-style-name=''/>";
    String text =
        h(1, "", "总体要求")
            + h(2, "", "指导思想")
            + p("坚持依法监督。")
            + h(2, "", "<text:number>9.</text:number>工作目标")
            + h(1, "text:is-list-header='true'", "附则说明")
            + h(1, "text:style-name='Plain'", "附件")
            + h(1, "", "保障措施");
    assertEquals(
        List.of("一、总体要求", "1. 指导思想", "坚持依法监督。", "2. 工作目标", "附则说明", "附件", "二、保障措施"),
        lines(outline, own, text));
  }

  @Test
  void whatHasNoNumbersStaysAsItIs() throws IOException {
    String outline =
        "<text:outline-style style:name='Outline'><text:outline-level-style text:level='1'"
            + " style:num-format=''/></text:outline-style>";
    String text =
        h(1, "", "一、总体要求")
            + list("B", "", item(p("学习文件")) + item(p("<text:span/>听取汇报")))
            + list("", "", item(p("没有样式的列表")))
            + list("L1", "", item("<text:p/>"))
            + p("第一条 打出来的编号。");
    assertEquals(
        List.of("一、总体要求", "学习文件", "听取汇报", "没有样式的列表", "第一条 打出来的编号。"),
        lines(outline, LAW + SIGNS, text));
  }

  @Test
  void aBoxWithinAnItemHasNumbersOfItsOwn() throws IOException {
    String box =
        "<draw:frame><draw:text-box>"
            + list("L1", "", item(p("框中")))
            + "</draw:text-box></draw:frame>";
    String text =
        list(
            "L1",
            "",
            item("<text:p>前文" + box + "</text:p>") + item("<text:p>" + box + "后文</text:p>"));
    List<String> read = lines("", LAW, text);
    assertEquals(
        "第一条 前文|第一条 框中|第一条 框中|第二条 后文", String.join("|", read).replaceAll("(?<=[文中])(?=第)", "|"));
  }

  private static String style(String name, String... levels) {
    return "<text:list-style style:name='"
        + name
        + "'>"
        + String.join("", levels)
        + "</text:list-style>";
  }

  private static String level(int level, String format, String more) {
    return "<text:list-level-style-number text:level='"
        + level
        + "' style:num-format='"
        + format
        + "' "
        + more
        + "/>";
  }

  private static String list(String style, String more, String items) {
    String named = style.isEmpty() ? "" : " text:style-name='" + style + "'";
    return "<text:list" + named + " " + more + ">" + items + "</text:list>";
  }

  private static String item(String content) {
    return "<text:list-item>" + content + "</text:list-item>";
  }

  private static String p(String text) {
    return "<text:p>" + text + "</text:p>";
  }

  private static String h(int level, String more, String text) {
    return "<text:h text:outline-level='" + level + "' " + more + ">" + text + "</text:h>";
  }

  private List<String> lines(String styles, String own, String text) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "styles.xml",
        "<office:document-styles"
            + NAMES
            + "><office:styles>"
            + styles
            + "</office:styles></office:document-styles>");
    parts.put(
        "content.xml",
        "<office:document-content"
            + NAMES
            + "><office:automatic-styles>"
            + own
            + "</office:automatic-styles><office:body><office:text>"
            + text
            + "</office:text></office:body></office:document-content>");
    Path file = folder.resolve("a.odt");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    Parsers parsers =
        new Parsers(
            new ParserSettings(TestSettings.config(), folder, "no-such-program", Limits.defaults()),
            () -> {});
    Extraction read = parsers.parse(file, "a.odt", Extractor.format(file, "a.odt"));
    String words = assertInstanceOf(Extraction.Extracted.class, read).text().text();
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "copies are not left behind");
    }
    return words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
