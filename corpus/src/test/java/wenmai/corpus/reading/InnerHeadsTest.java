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

  /** Enough lines that what stands above them is not the end of the file. */
  private static final String FURTHER = "第一组~闻帆　时雨~第二组~方舟　白露~";

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
        "联系人：闻帆，联系电话：5550100~机密~%s",
        "联系人：闻帆~电　话：5550100~邮　箱：yunze@example.org~机密~%s",
        "附件：检查工作要点~机密~%s",
        "附件：1.检查工作要点~2.检查组名单~密级：机密~%s",
        "主题词：检查　工作　通知~机密~%s",
        "联系人：闻帆，联系电话：5550100~密级：机密~关于代表小组活动的请示~市委：~拟将活动安排在下月，请批示。~",
        "五、做好检查的各项保障工作~机密~%s",
        "机密~会 议 纪 要~〔2021〕第9期~市人大常委会办公室　　　2021年8月6日~主任会议研究了检查工作，内容不得外传。~",
        "机密~云泽市人大常委会~工 作 简 报~第12期~检查情况专报~近期检查中发现一些情况，请勿外传。~",
        "机密~检查组组成人员名单~序号　姓名　职务~1　闻帆　组长~2　时雨　成员~",
        "机密~关于对时雨同志有关检查问题的~初步核实结果~根据来信，对有关问题作了初步核实，现报告如下。~",
        "联系电话：5550100~机密~检查提纲与要点~请各组按照提纲开展检查，不得外传。~",
        "（秘密）~关于专项检查情况的报告~市人大常委会：~现报告如下。~",
        "工作秘密~关于专项检查情况的报告~市人大常委会：~现报告如下。~",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "密级：机密~检查谈话要点~一、谈话对象~二、谈话内容~",
        "分组情况见下表~密级：秘密　保密期限：3年~第一组　闻帆　时雨~",
        "份号：000031　密级：机密~谈话安排~",
        "秘级：机密~谈话安排~",
        "序号~标题~密级~1~关于水利工作情况的报告~公开~密级：机密~谈话安排~",
      })
  void aGradeBehindItsLabelCountsWhereverItStandsAlone(String lines) {
    assertKept(Readings.read(NOTICE + (lines + FURTHER).replace('~', '\n')), lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"机密~会 议 纪 要~〔2021〕第9期~主任会议研究了检查工作，内容不得外传。~"})
  void aBulletinOnALaterPageKeepsTheFile(String second) {
    assertKept(Readings.readPages(List.of(NOTICE, second.replace('~', '\n'))), second);
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
        "目录~关于水利工作情况的报告~秘密~云泽市人大常委会~云人常〔2021〕19号~关于教育工作情况的报告~公开~",
        "附件：公文处理单~密级：□绝密　□机密　□秘密~标题：关于水利工作情况的报告~",
        "附件：公文处理单~密级：~紧急程度：~标题：关于水利工作情况的报告~拟办意见：请阅示。~",
        "密级：公开~标题：关于水利工作情况的报告~拟办意见：请阅示。~",
        "附件：1.表决办法~一、表决方式~秘密~二、关于表决程序的规定~表决由主持人主持。~",
        "联系人：闻帆~定密事项~绝密~机密~秘密~关于定密的规定~现将规定印发如下。~",
      })
  void wordsAmongTheLinesOfAnOrdinaryPaperKeepNothing(String lines) {
    OfficialDocument read = Readings.read(NOTICE + lines.replace('~', '\n'));
    assertEquals(List.of(), marks(read), lines);
    assertEquals(Visibility.PUBLIC, read.visibility(), lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一、表决方式~秘密~二、关于表决程序的规定~表决由主持人主持，赞成的按表决器。~",
        "（一）投票方式~秘密~（二）关于投票程序的规定~投票由主持人主持。~",
        "为了加强管理，提出如下意见。~工作秘密~关于范围和管理的规定~各单位应当明确工作秘密的范围。~",
        "市委办公室内设机要科（机密科）。~（机密）~关于机要科职责的规定~机要科负责收发文电，请遵照执行。~",
      })
  void headingsWithinAPaperThatIsNotSignedYetKeepNothing(String lines) {
    String signature = NOTICE.substring(NOTICE.indexOf("云泽市人民代表大会常务委员会\n"));
    String head = NOTICE.substring(0, NOTICE.indexOf("现将"));
    OfficialDocument read = Readings.read(head + lines.replace('~', '\n') + signature);
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
