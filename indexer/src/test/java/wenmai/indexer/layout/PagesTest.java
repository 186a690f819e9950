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

  @Test
  void aDatedNoteIsNoPartOfTheTitleThatFillsItsLine() {
    line("青岚市人民代表大会常务委员会任免名单", 0, 200);
    line("（2024年5月6日青岚市第五届人民代表", 0, 200);
    line("大会常务委员会第十二次会议）", 0, 140);
    assertEquals("青岚市人民代表大会常务委员会任免名单\n（2024年5月6日青岚市第五届人民代表大会常务委员会第十二次会议）\n", paragraphs());
  }

  @Test
  void aDateInBracketsWithinASentenceIsPartOfIt() {
    line("会议指出，市人大常委会作出的那项决定", 20, 200);
    line("（2024年5月6日通过）执行得好。", 0, 160);
    assertEquals("会议指出，市人大常委会作出的那项决定（2024年5月6日通过）执行得好。\n", paragraphs());
  }

  @Test
  void aFootnoteDoesNotCutTheSentenceThatGoesOnOverleaf() {
    List<PageLines> pages =
        overleaf(
            body("本办法所称养老机构，应当符合国家标准。", 20, 190, 500),
            body("市人民政府组织有关部门制定计划，明确责任分工", 20, 200, 516),
            note("1 养老机构是指依法登记的为老年人提供集中", 0, 190, 620),
            note("居住服务的机构。", 0, 60, 630),
            body("— 1 —", 90, 110, 780));
    RawText raw = new Pages(text -> false).text(pages);
    assertEquals(
        "本办法所称养老机构，应当符合国家标准。\n1 养老机构是指依法登记的为老年人提供集中居住服务的机构。\n" + "市人民政府组织有关部门制定计划，明确责任分工和完成时限。\n",
        REPAIRER.repair(raw).text());
    assertEquals("和完成时限。\n", raw.pages().get(1).span().in(raw.text()), "a note stays on its page");
  }

  @Test
  void aFootnoteUnderAWholeSentenceStaysAtTheFootOfItsPage() {
    RawText raw =
        new Pages(text -> false)
            .text(
                overleaf(
                    body("本办法所称养老机构，应当符合国家标准。", 20, 150, 500),
                    note("①养老机构是指依法登记的机构。", 0, 140, 620)));
    assertEquals("本办法所称养老机构，应当符合国家标准。\n①养老机构是指依法登记的机构。\n和完成时限。\n", REPAIRER.repair(raw).text());
  }

  @Test
  void aFootnoteUnderAParagraphThatFillsItsPageStaysThere() {
    List<PageLines> pages = new ArrayList<>();
    pages.add(page(1, body("市人民政府组织有关部门制定计划，明确责任分工", 20, 200, 516)));
    pages.add(
        page(2, body("和完成时限，加强资金保障和绩效管理工作情况", 0, 200, 500), note("2 绩效管理另有规定。", 0, 140, 620)));
    pages.add(page(3, body("的报告。", 0, 40, 100)));
    assertEquals(
        "市人民政府组织有关部门制定计划，明确责任分工和完成时限，加强资金保障和绩效管理工作情况\n2 绩效管理另有规定。\n的报告。\n",
        REPAIRER.repair(new Pages(text -> false).text(pages)).text());
  }

  private static List<PageLines> overleaf(LayoutLine... first) {
    return List.of(page(1, first), page(2, body("和完成时限。", 0, 60, 100)));
  }

  private static PageLines page(int number, LayoutLine... lines) {
    return new PageLines(number, 800, List.of(lines));
  }

  private static LayoutLine body(String text, double left, double right, double top) {
    return new LayoutLine(text, left, right, top, SIZE, COLUMN);
  }

  private static LayoutLine note(String text, double left, double right, double top) {
    return new LayoutLine(text, left, right, top, SIZE * 0.8, COLUMN);
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
