package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;

/**
 * Pins that the mark of a paper which is not the first of its file keeps the file, and that words
 * do not.
 */
class InnerHeadsTest {
  private static final String NOTICE =
      """
      云泽市人民代表大会常务委员会文件
      云人常〔2021〕18号
      关于转发有关材料的通知
      各县人大常委会：
      现将有关材料转发给你们，请结合实际认真研究，并按时反馈意见。
      云泽市人民代表大会常务委员会
      2021年9月2日
      """;

  private static final String PASSED_ON =
      """
      云泽市人民代表大会监察和司法委员会文件
      云人监司〔2021〕7号
      关于专项检查情况的报告
      市人大常委会：
      现将专项检查情况报告如下，检查组走访了九个单位，查阅了卷宗。
      云泽市人民代表大会监察和司法委员会
      2021年8月20日
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "机密",
        "秘密",
        "机密5年",
        "机密 5 年",
        "密级：机密",
        "密级：秘密　保密期限：3年",
        "绝密女10年",
        "秘密广3年",
        "机密 大 5年",
        "秘密克长期",
        "【机密】",
        "000031\n机密",
        "机密\n特急",
        "份号：000031　机密5年",
      })
  void aMarkOverASecondPaperKeepsTheFile(String mark) {
    assertKept(Readings.read(NOTICE + mark + "\n" + PASSED_ON), mark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"机密", "密级：机密", "秘密3年"})
  void aTitleOrANumberBelowTheMarkIsAHeadingAsWell(String mark) {
    String titled = PASSED_ON.substring(PASSED_ON.indexOf("关于"));
    String numbered = PASSED_ON.substring(PASSED_ON.indexOf("云人监"));
    assertKept(Readings.read(NOTICE + mark + "\n" + titled), mark);
    assertKept(Readings.read(NOTICE + mark + "\n" + numbered), mark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "（联系人：闻帆，联系电话：5550100）~机密~%s",
        "抄送：市人民政府，市监察委员会。~机密~%s",
        "云泽市人民代表大会常务委员会办公室　2021年9月3日印发~机密~%s",
        "共印20份~机密~%s",
        "云泽市人民代表大会社会建设委员会文件~机密~云人社〔2021〕3号~关于专项检查情况的报告~市人大常委会：~现报告如下。~",
        "云泽市人民代表大会社会建设委员会文件~云人社〔2021〕3号　　机密~关于专项检查情况的报告~市人大常委会：~现报告如下。~",
      })
  void howeverThePaperAboveEndsAndTheSecondBegins(String lines) {
    String both = lines.replace("%s", PASSED_ON).replace('~', '\n');
    assertKept(Readings.read(NOTICE + both), lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"机密", "机密女5年", "密级：秘密", "秘密5年", "000031\n绝密"})
  void aMarkAtTheTopOfALaterPageKeepsTheFile(String mark) {
    String second = mark + "\n" + PASSED_ON.substring(PASSED_ON.indexOf("关于"));
    String cut = NOTICE.substring(0, NOTICE.indexOf("云泽市人民代表大会常务委员会\n"));
    assertKept(Readings.readPages(List.of(cut, second)), mark);
  }

  @Test
  void theMarkIsToldWithItsWords() {
    OfficialDocument read = Readings.read(NOTICE + "机密女5年\n" + PASSED_ON);
    assertEquals("机密女5年", Readings.printed(read, FactKey.SECRECY));
    assertEquals("关于转发有关材料的通知", Readings.printed(read, FactKey.TITLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一、关于定密范围~第一类事项为国家秘密。~秘密~第二类事项由各单位确定，不得公开。~",
        "附件~密级变更目录~序号~文件标题~密级~1~关于水利工作情况的报告~秘密~2~关于教育工作情况的报告~内部~",
        "本次清退的文件共三类。~绝密~机密~秘密~关于清退工作的通知由保密部门另行印发。~",
        "各等级的保密期限如下。~绝密级30年~机密级20年~秘密级10年~云泽市人民代表大会常务委员会~2021年9月2日~",
        "各等级的保密期限如下。~机密共20年~秘密共10年~关于期限的报告~现将有关情况报告如下。~",
        "会议听取了有关事项的说明，要求做好定密、解密和保守国家~秘密~工作的通知要逐级传达。~",
        "第三章　法律责任~第九条　泄露国家秘密的，依法处理。~第四章　附则~第十条　本办法自公布之日起施行。~",
        "附件1~公文处理单~密级：□绝密　□机密　□秘密~标题：关于水利工作情况的报告~拟办意见：请阅示。~",
        "附件1~国家秘密目录~一、水利测绘成果~二、秘密级地图。~",
        "表决方式~无记名~秘密~关于补选的办法~现将办法说明如下。~",
        "他在会上说，要守住秘密。~一、保守秘密~关于保密教育的报告指出，教育覆盖全员。~",
        "会议决定如下。~密级由机密变更为秘密。~云人常〔2021〕19号~关于变更的通知~",
        "检查分三个方面。~商业秘密~关于商业秘密保护的报告提出了意见，请认真研究。~",
        "名词解释~机密~重要的国家秘密，泄露会使国家安全和利益遭受严重损害。~秘密~一般的国家秘密。~",
        "清退的文件如下。~云人常〔2021〕18号　秘密~云人常〔2021〕19号　机密~各单位要按时办理。~",
        "清退的文件如下。~云人常〔2021〕18号　　秘密~关于水利工作情况的报告~由各县按时退回。~",
        "目录~云人常〔2021〕18号~关于水利工作情况的报告~秘密~云人常〔2021〕19号~关于教育工作情况的报告~公开~",
      })
  void wordsAmongTheLinesOfAnOrdinaryPaperKeepNothing(String lines) {
    OfficialDocument read = Readings.read(NOTICE + lines.replace('~', '\n'));
    assertEquals(List.of(), marks(read), lines);
    assertEquals(Visibility.PUBLIC, read.visibility(), lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "秘密工作守则由保密部门制定，各单位遵照执行。",
        "秘密~是指关系安全和利益的事项，依照法定程序确定。",
        "秘密~二、有关要求~各单位要加强管理，落实责任。",
      })
  void aPageThatGoesOnWithSuchAWordKeepsNothing(String second) {
    String cut =
        NOTICE.substring(0, NOTICE.indexOf("云泽市人民代表大会常务委员会\n"))
            + "一、工作要求\n各县要加强领导。\n各单位要密切配合。\n各代表要积极参与，保守国家\n";
    OfficialDocument read = Readings.readPages(List.of(cut, second.replace('~', '\n') + "\n"));
    assertEquals(List.of(), marks(read), second);
  }

  private static void assertKept(OfficialDocument read, String mark) {
    assertEquals(1, marks(read).size(), mark);
    assertEquals(Visibility.INTERNAL, read.visibility(), mark);
  }

  private static List<Warning> marks(OfficialDocument read) {
    return read.content().warnings().stream()
        .filter(warning -> warning.code() == WarningCode.SECRECY_MARK)
        .toList();
  }
}
