package wenmai.indexer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.LayoutLine.Column;
import wenmai.indexer.repair.Repairer;

/** Lines of a page become paragraphs: a line goes on where it is full, and only there. */
class PagesTest {
  private static final double SIZE = 10;
  private static final Column COLUMN = new Column(1, 0, 200);
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  private final List<LayoutLine> lines = new ArrayList<>();

  @Test
  void aNoteThatFillsItsLineIsNoPartOfWhatFollows() {
    line("（2025年8月21日常务委员会第九次会议通过）", 18, 198);
    line("会议听取了县财政局局长受县人民政府委托", 20, 200);
    line("作的报告。", 0, 50);
    assertEquals("（2025年8月21日常务委员会第九次会议通过）\n会议听取了县财政局局长受县人民政府委托作的报告。\n", paragraphs());
  }

  @Test
  void whereAndWhenAReportWasMadeIsNoPartOfIt() {
    line("——2025年8月20日在县人大常委会第八次会议上", 18, 198);
    line("县人大常委会：现将环境状况报告如下，请", 20, 200);
    assertEquals("——2025年8月20日在县人大常委会第八次会议上\n县人大常委会：现将环境状况报告如下，请\n", paragraphs());
  }

  @Test
  void aLineIsFullWhereTheFiguresThatFollowHadNoRoom() {
    line("七、与会人员要求，县水利局于", 20, 160);
    line("2025年9月30日前完成水质自检能力建设。", 0, 190);
    assertEquals("七、与会人员要求，县水利局于2025年9月30日前完成水质自检能力建设。\n", paragraphs());
  }

  @Test
  void entriesOfContentsStayApart() {
    line("关于批准调整方案的决议……（2）", 0, 200);
    line("关于接受辞职请求的决定........3", 0, 200);
    line("关于环境状况的报告", 0, 200);
    assertEquals("关于批准调整方案的决议……（2）\n关于接受辞职请求的决定........3\n关于环境状况的报告\n", paragraphs());
  }

  @Test
  void aLineThatBeginsAndEndsWithBracketsOfItsOwnGoesOn() {
    line("（二）对全县农村饮水安全工程（含村级管网）", 0, 200);
    line("落实管护责任。", 0, 70);
    line("——2025年8月20日在县人大常委会第八次会议", 0, 200);
    line("上", 0, 10);
    assertEquals("（二）对全县农村饮水安全工程（含村级管网）落实管护责任。\n——2025年8月20日在县人大常委会第八次会议上\n", paragraphs());
  }

  @Test
  void aSentenceThatEndsShortOfTheEdgeEndsItsParagraph() {
    line("会议听取了县财政局局长的报告。", 0, 165);
    line("2025年县级预算执行情况总体平稳。", 0, 160);
    assertEquals("会议听取了县财政局局长的报告。\n2025年县级预算执行情况总体平稳。\n", paragraphs());
  }

  @Test
  void aShortLineEndsItsParagraph() {
    line("附件：农村水厂检测费用安排", 20, 150);
    line("青渡县水利局", 0, 60);
    assertEquals("附件：农村水厂检测费用安排\n青渡县水利局\n", paragraphs());
  }

  @Test
  void aRunningHeadThatOcrReadsOtherwiseOnEveryPageIsOne() {
    List<PageLines> pages = new ArrayList<>();
    List<String> heads =
        List.of("人大常委会第十六次会议文件（七）", "人大铝委会第十六次会议文件（七)", "人大常委会第十六次会议文件〈七）", "人大常委会第十六次会议文件（七）");
    for (int i = 0; i < heads.size(); i++) {
      pages.add(
          new PageLines(
              i + 1,
              800,
              List.of(
                  new LayoutLine(heads.get(i), 0, 160, 20, SIZE, COLUMN),
                  new LayoutLine("会议听取了第" + i + "项报告。", 0, 100, 200 + i * 50, SIZE, COLUMN))));
    }
    Pages reader = new Pages(text -> false);
    String body = "会议听取了第0项报告。\n会议听取了第1项报告。\n会议听取了第2项报告。\n会议听取了第3项报告。\n";
    assertEquals(body, REPAIRER.repair(reader.text(pages, java.util.Set.of(1, 2, 3, 4))).text());
    assertTrue(REPAIRER.repair(reader.text(pages)).text().contains("铝委会"));
  }

  private void line(String text, double left, double right) {
    lines.add(new LayoutLine(text, left, right, lines.size() * 16, SIZE, COLUMN));
  }

  private String paragraphs() {
    Pages pages = new Pages(text -> text.startsWith("一、"));
    RawText raw = pages.text(List.of(new PageLines(1, 800, lines)));
    return REPAIRER.repair(raw).text();
  }
}
