package wenmai.indexer.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.RawText;
import wenmai.indexer.repair.Repairer;

/** An issue is split at the titles its contents name. */
class GazetteSplitterTest {
  private static final GazetteSplitter GAZETTES = GazetteSplitter.read(TestSettings.config());

  private static final String BODY =
      """
      云岭市人大常委会关于加强城乡供水
      安全保障的决定
      为了加强供水安全，作如下决定。
      关于批准2024年市级预算调整方案的决议
      会议决定批准调整方案。
      云岭市人民代表大会常务委员会任免名单
      任命王某为市水务局局长。
      """;

  @Test
  void thePageOfAnEntryMayStandOnTheNextLine() {
    String issue =
        "云岭市人民代表大会常务委员会公报\n2024年第四号\n目\u2003录\n云岭市人大常委会关于加强城乡供水安全保障的决定…………\n（3）\n"
            + "关于批准2024年市级预算调整方案的决议……（5）\n云岭市人民代表大会常务委员会任免名单……（7）\n"
            + BODY;
    List<GazetteSplitter.Part> parts = three(issue);
    assertTrue(parts.getLast().text().text().contains("任命王某"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"…\n…（7）", "\n……（7）", "………\n……… 7", "....\n....（7）"})
  void theLeadersOfAnEntryMayRunOverTheEndOfTheirLine(String leaders) {
    String issue =
        "云岭市人民代表大会常务委员会公报\n2024年第四号\n目\u2003录\n云岭市人大常委会关于加强城乡供水安全保障的决定……（3）\n"
            + "关于批准2024年市级预算调整方案的决议……（5）\n云岭市人民代表大会常务委员会任免名单"
            + leaders
            + "\n"
            + BODY;
    List<GazetteSplitter.Part> parts = three(issue);
    assertEquals("云岭市人民代表大会常务委员会任免名单", parts.getLast().title());
    assertTrue(parts.getLast().text().text().contains("任命王某"));
  }

  @ParameterizedTest
  @CsvSource({
    "1. ,2. ,3. ,……",
    "1．,2．,3．,TAB",
    "1、,2、,3、,..........",
    "一、,二、,三、,……",
    "（一）,（二）,（三）,TAB",
    "'1 ','2 ','3 ',' /'",
    "● ,● ,● ,……",
    "'','','',' /'",
  })
  void entriesOfContentsWithPagesMayBeNumbered(String one, String two, String three, String sign) {
    String issue =
        ("云岭市人大常委会公报\n2024·4\n目　录\n1云岭市人大常委会关于加强城乡供水安全保障的决定#3\n"
                + "2关于批准2024年市级预算调整方案的决议#5\n3云岭市人民代表大会常务委员会任免名单#7\n")
            .replace("#", sign.equals("TAB") ? "\t" : sign)
            .replace("\n1", "\n" + one)
            .replace("\n2关", "\n" + two + "关")
            .replace("\n3", "\n" + three);
    three(issue + BODY);
    String counted =
        BODY.replace("关于批准2024", two + "关于批准2024")
            .replace("云岭市人民代表大会常务委员会任免", three + "云岭市人民代表大会常务委员会任免");
    boolean chapters = one.startsWith("一") || one.startsWith("（");
    assertEquals(chapters, GAZETTES.split(RawText.plain(issue + counted)).isEmpty(), one);
  }

  @Test
  void inANarrowColumnALineMayHoldTheLastSignOfATitle() {
    String issue =
        "云岭市人民代表大会常务委员会公报　2024·4\n目　　录\n云岭市人大常委会关于加强城乡供水安全保障的决\n定……3\n"
            + "关于批准2024年市级预算调整方案的决\n议……5\n云岭市人民代表大会常务委员会任免名\n单……7\n"
            + BODY;
    three(issue);
  }

  @Test
  void aReportWhoseContentsGivePagesOfItsChaptersIsOnePaper() {
    String report =
        "云岭市人大常委会公报\n目录\n一、关于监督工作的情况报告……1\n二、关于代表工作的意见……4\n三、关于决定任免的情况……6\n"
            + "一、关于监督工作的情况报告\n做了工作。\n二、关于代表工作的意见\n问题不少。\n三、关于决定任免的情况\n继续努力。\n";
    assertTrue(GAZETTES.split(RawText.plain(report)).isEmpty());
  }

  @Test
  void itsNameMayRunOverTheEndOfALine() {
    String issue =
        "云岭市人民代表大会常务委员会公\n报\n2024年第四号\n目录\n云岭市人大常委会关于加强城乡供水安全保障的决定……（3）\n"
            + "关于批准2024年市级预算调整方案的决议……（5）\n云岭市人民代表大会常务委员会任免名单……（7）\n"
            + BODY;
    three(issue);
    RawText front = GAZETTES.split(RawText.plain(issue)).orElseThrow().front();
    assertTrue(
        Repairer.read(TestSettings.config())
            .repair(front)
            .text()
            .startsWith("云岭市人民代表大会常务委员会公报\n2024年第四号\n"));
  }

  @Test
  void contentsOfAWebPageHaveNoPages() {
    String issue =
        "云岭市人民代表大会常务委员会公报\n2024年第四号\n目录\n【决议、决定】\n1. 云岭市人大常委会关于加强城乡供水\n安全保障的决定\n"
            + "2. 关于批准2024年市级预算调整方案的决议\n【人事任免】\n3. 云岭市人民代表大会常务委员会任免名单\n\n"
            + BODY;
    List<GazetteSplitter.Part> parts = three(issue);
    assertTrue(parts.getFirst().text().text().endsWith("作如下决定。\n"));
  }

  @Test
  void anIssueOfTwoPapersIsSplitWhereBothAreFound() {
    String two = "云岭市人大常委会公报\n目录\n关于批准2024年市级预算调整方案的决议……5\n云岭市人民代表大会常务委员会任免名单……7\n";
    assertEquals(2, GAZETTES.split(RawText.plain(two + BODY)).orElseThrow().documents().size());
    assertTrue(GAZETTES.split(RawText.plain(two.replace("任免名单", "公告") + BODY)).isEmpty());
  }

  @Test
  void aReportWithContentsOfChaptersIsOnePaper() {
    String report =
        "云岭市人大常委会公报\n目录\n一、工作回顾\n二、存在的问题\n三、下一步工作意见\n一、工作回顾\n过去一年做了工作。\n二、存在的问题\n问题不少。\n"
            + "三、下一步工作意见\n继续努力。\n";
    assertTrue(GAZETTES.split(RawText.plain(report)).isEmpty());
  }

  @Test
  void aTextWithoutContentsIsOnePaper() {
    assertTrue(GAZETTES.split(RawText.plain("云岭市人大常委会公报\n" + BODY)).isEmpty());
  }

  /** The issue's papers, which are those of {@link #BODY}. */
  private static List<GazetteSplitter.Part> three(String issue) {
    List<GazetteSplitter.Part> parts =
        GAZETTES.split(RawText.plain(issue)).orElseThrow().documents();
    assertEquals(
        List.of("云岭市人大常委会关于加强城乡供水安全保障的决定", "关于批准2024年市级预算调整方案的决议", "云岭市人民代表大会常务委员会任免名单"),
        parts.stream().map(GazetteSplitter.Part::title).toList());
    return parts;
  }

  private static final String CONTENTS =
      "云岭市人大常委会公报\n2024·4\n目　录\n云岭市人大常委会关于加强城乡供水安全保障的决定……3\n"
          + "关于批准2024年市级预算调整方案的决议……5\n云岭市人民代表大会常务委员会任免名单……7\n";

  @ParameterizedTest
  @ValueSource(strings = {"秘密★5年\n", "　　　　机密★10年\n\n", "秘密★5年　特急\n云岭市人大常委会文件\n云人常〔2024〕12号\n\n"})
  void aMarkOverATitleIsThatPapers(String mark) {
    List<GazetteSplitter.Part> parts =
        three(CONTENTS + BODY.replace("关于批准2024", mark + "关于批准2024"));
    assertEquals(false, parts.get(0).text().text().contains("密★"));
    assertTrue(parts.get(1).text().text().startsWith(mark), parts.get(1).text().text());
    assertTrue(parts.get(0).text().text().strip().endsWith("作如下决定。"));
  }

  @Test
  void aMarkOverTheFirstTitleMayBeTheWholeIssues() {
    RawText issue = RawText.plain(CONTENTS + "秘密★5年\n" + BODY);
    GazetteSplitter.Issue split = GAZETTES.split(issue).orElseThrow();
    assertTrue(split.front().text().contains("秘密★5年"));
    assertTrue(split.documents().getFirst().text().text().startsWith("秘密★5年"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"秘密★5年\n云岭市人大常委会\n2024年3月5日\n", "严守国家秘密。\n", "以无记名方式表决\n", "云人常〔2024〕12号\n"})
  void whatIsNoMarkOverATitleStaysWithThePaperBefore(String last) {
    List<GazetteSplitter.Part> parts =
        three(CONTENTS + BODY.replace("关于批准2024", last + "关于批准2024"));
    assertTrue(parts.get(0).text().text().endsWith(last));
  }
}
