package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.Region;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;

/** Pins what a paper rests on, what is attached, who it came from, and where its organ stands. */
class FactsBesideTest {

  private static OfficialDocument opinion(String added) {
    return ReadPapers.read(
        "a.txt",
        """
        苍梧市人民代表大会常务委员会关于供水工作的审议意见
        市人民政府：
        根据《中华人民共和国各级人民代表大会常务委员会监督法》第十八条、《苍梧市供水条例》第五条的规定，提出以下意见。会议还提到《苍梧市志》。
        一、加快改造管网。
        二、提高水质。
        %s苍梧市人民代表大会常务委员会
        2023年5月10日
        """
            .formatted(added));
  }

  @Test
  void theBasisIsAFactWithTheSentenceThatNamesIt() {
    OfficialDocument paper = opinion("");
    assertEquals(
        List.of("《中华人民共和国各级人民代表大会常务委员会监督法》第十八条", "《苍梧市供水条例》第五条"),
        paper.facts().values(FactKey.BASIS));
    for (Fact<String> basis : paper.facts().all(FactKey.BASIS)) {
      assertTrue(basis.evidence().words().startsWith("根据《中华"), basis.toString());
      assertInstanceOf(Evidence.InText.class, basis.evidence());
    }
  }

  @Test
  void howUrgentAPaperIsTellsNobodysNumber() {
    OfficialDocument paper =
        ReadPapers.read("a.txt", "苍梧市人大常委会办公室\n特急〔2023〕5号\n关于防汛检查的通知\n各县区人大：\n按特急〔2023〕6号办理。");
    assertEquals(List.of(), paper.facts().values(FactKey.NUMBER));
    assertTrue(paper.content().citations().stream().allMatch(it -> it.number().isEmpty()));
  }

  @Test
  void aLetterThatPassesOnAVoteRecordsItsMeetingAndAnotherOnlySpeaksOfIt() {
    String text =
        "关于养老服务审议意见%s的函\n市人民政府：\n2024年3月29日，市第六届人大常委会第十八次会议审议了报告，满意3票，不满意19票。\n苍梧市人大常委会办公室\n2024年4月3日";
    assertTrue(Readings.read(text.formatted("测评结果")).facts().has(FactKey.SESSION));
    assertFalse(Readings.read(text.formatted("交办")).facts().has(FactKey.SESSION));
  }

  @Test
  void whoIsToBeAppointedSpeaksForHimself() {
    String text = "%s\n（2024年8月29日在苍梧市第六届人民代表大会常务委员会第二十一次会议上）\n罗秀岚\n主任、各位副主任、各位委员：\n我将努力工作。";
    assertFalse(Readings.read(text.formatted("供职发言")).facts().has(FactKey.ORGAN));
    assertTrue(Readings.read(text.formatted("闭会讲话")).facts().has(FactKey.ORGAN));
  }

  @Test
  void whereAPageStandsInItsPortalIsNoTitle() {
    OfficialDocument paper =
        Readings.read(
            "苍梧日报客户端 > 要闻\n\n三问养老：钱花到哪里去了\n\n记者 邬小满　　2023-11-02 06:30\n\n会场里很静。市人大常委会委员一条一条问。");
    assertEquals("三问养老：钱花到哪里去了", paper.facts().value(FactKey.TITLE).orElseThrow());
    assertEquals(Kind.NEWS, paper.facts().value(FactKey.KIND).orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          附件：1．问题清单　2．责任分工表~ | 问题清单 责任分工表
          附件：1.问题清单~　　　2.责任分工表~　　　3.2023年任务书~ | 问题清单 责任分工表 2023年任务书
          附件：问题清单~ | 问题清单
          附件1：问题清单；~附件2：责任分工表。~ | 问题清单 责任分工表
          附件都已经送达各单位，请查收，共有问题清单和责任分工表两份。~ |
          三、附件中的问题要整改。~ |
          """)
  void attachmentsAreReadFromTheNoteThatAnnouncesThem(String added, String expected) {
    List<String> names = expected == null ? List.of() : List.of(expected.split(" "));
    assertEquals(
        names, opinion(added.replace("~", "\n")).facts().values(FactKey.ATTACHMENT), added);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          苍人常<2024>9号 | 苍人常〔2024〕9号
          苍人常＜2024＞9号 | 苍人常〔2024〕9号
          苍人常〈2024〉9号 | 苍人常〔2024〕9号
          <2024>苍人督字第5号 | 苍人督字〔2024〕5号
          苍人常〔2024〕9-1号 |
          苍人常2024年9号 |
          """)
  void aNumberStandsWithItsYearInBracketsOfAnyKind(String printed, String number) {
    OfficialDocument paper =
        Readings.read("苍梧市人民代表大会常务委员会文件\n" + printed + "\n关于开展视察的通知\n各县：\n现将视察的有关安排通知如下，请遵照执行。\n");
    assertEquals(
        Optional.ofNullable(number),
        paper.facts().value(FactKey.NUMBER).map(Object::toString),
        printed);
  }

  @Test
  void officeSourceAndEditorStandBesideTheAuthor() {
    OfficialDocument article =
        Readings.read(
            """
            苍梧市委书记闻远帆：奋力谱写新篇章
            我们坚持人民当家作主，不断加强和改进人大工作，各项事业取得新的进步，群众总体满意。

            来源：《苍梧人大》杂志
            作者：中共苍梧市委书记   闻远帆
            责编：韦承简
            """);
    assertEquals(Optional.of("中共苍梧市委书记 闻远帆"), article.facts().value(FactKey.AUTHOR));
    assertEquals(Optional.of("中共苍梧市委书记"), article.facts().value(FactKey.OFFICE));
    assertEquals(Optional.of("《苍梧人大》杂志"), article.facts().value(FactKey.PRESS));
    assertEquals(Optional.of("韦承简"), article.facts().value(FactKey.EDITOR));
    OfficialDocument bare = Readings.read("关于供水的文章\n来源： 作者：佚名\n全市供水平稳，水质稳定达标，群众对供水服务总体表示满意。\n");
    assertEquals(Optional.empty(), bare.facts().value(FactKey.PRESS), "an empty entry stays empty");
    assertEquals(Optional.empty(), bare.facts().value(FactKey.OFFICE));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "本办法自2022年8月1日起施行，有效期5年。, 2027-07-31",
    "本办法自2022年8月1日起施行，有效期为两年。, 2024-07-31",
    "本办法自2022年8月1日起施行，有效期至2023年1月1日。, 2023-01-01",
    "本办法自2022年8月1日起施行。许可证有效期届满的，应当重新申请。, ",
    "本办法有效期5年。, "
  })
  void aTermOfYearsLapsesOnItsLastDay(String last, String day) {
    OfficialDocument rules = Readings.read("苍梧市集市管理办法\n第一条　为了规范集市管理，制定本办法。\n第二条　" + last + "\n");
    assertEquals(
        Optional.ofNullable(day),
        rules.facts().value(FactKey.REPEALED).map(Object::toString),
        last);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2022-08-01 来源：某某网, 2022-08-01",
    "2022年8月1日 09:30　来源：某某网　作者：闻远帆, 2022-08-01",
    "施行日期：2022-08-01, "
  })
  void theDayThatAPageSetsBeforeItsSourceIsWhenItWasPublished(String header, String day) {
    OfficialDocument page =
        Readings.read("关于供水工作的文章\n" + header + "\n全市供水平稳，水质稳定达标，群众对供水服务总体表示满意。\n");
    assertEquals(
        Optional.ofNullable(day),
        page.facts().value(FactKey.PUBLISHED).map(Object::toString),
        header);
  }

  @Test
  void theDayOfTheOriginalIsFoundInTheLinkThatTheRepairTookOut() {
    String head = "坚持守正创新 推动人大工作高质量发展\n发布时间:2022-06-24 来源: 某某党建云 作者:佚名\n";
    String body = "各级人大依法履职尽责，为推动高质量发展作出了贡献，各项工作取得了新的进步。\n";
    String tail = "原文链接:https://www.example.cn/front/105000/1646207331298009.htm\n免责声明\n";
    String raw = head + body + tail;
    Span taken = Span.of(raw.length() - tail.length(), raw.length());
    OfficialDocument copy =
        Readings.read(
            new OffsetMap.Builder(raw).replace(taken, "", Repair.Reason.BOILERPLATE).build(),
            "a.txt",
            wenmai.corpus.document.Facts.none());
    Fact<?> published = copy.facts().get(FactKey.PUBLISHED).orElseThrow();
    assertEquals("2022-03-02", published.value().toString());
    assertTrue(published.inferred());
    assertInstanceOf(Evidence.InRaw.class, published.evidence());
    assertTrue(
        copy.content().warnings().stream()
            .anyMatch(warning -> warning.code().key().equals("conflicting-dates")),
        "both days are told");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "全国, NATIONAL",
    "北京市, PROVINCE",
    "云崖省, PROVINCE",
    "云崖省/苍梧市, PREFECTURE",
    "云崖省/黎州, PREFECTURE",
    "云崖省/苍梧市/栖岭区, COUNTY",
    "云崖省/苍梧市/石桥市, COUNTY",
    "北京市/密云区, COUNTY",
    "栖岭区, COUNTY",
    "栖岭县/石桥镇, TOWNSHIP",
    "苍梧市, "
  })
  void theLevelFollowsFromTheAreaAndIsLeftOpenWhereItMayBeEither(String area, String level) {
    assertEquals(
        Optional.ofNullable(level).map(OrganLevel::valueOf), OrganLevel.of(Region.parse(area)));
  }
}
