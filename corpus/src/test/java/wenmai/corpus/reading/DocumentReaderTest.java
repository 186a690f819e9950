package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/** Pins, paper by paper, what is read from a whole text and what is left open. */
class DocumentReaderTest {

  @Test
  void regulationIsReadFromItsNotes() {
    OfficialDocument law =
        Readings.read(
            """
            苍梧市古树保护条例
            （2016年8月30日苍梧市第七届人民代表大会常务委员会第四十次会议通过　2016年11月24日云崖省第十二届\
            人民代表大会常务委员会第十八次会议批准　根据2021年6月29日苍梧市第八届人民代表大会常务委员会第\
            三十一次会议《关于修改〈苍梧市古树保护条例〉的决定》修正）
            第一条　为了保护古树，制定本条例。
            第二条　本市行政区域内古树的保护，适用本条例。
            第三条　本条例自2017年1月1日起施行。
            """);
    assertFacts(
        law,
        "title=苍梧市古树保护条例",
        "kind=regulation",
        "organ=苍梧市人民代表大会常务委员会",
        "region=云崖省/苍梧市",
        "date=2021-06-29",
        "adopted=2016-08-30",
        "effective=2017-01-01",
        "session=第八届第三十一次会议",
        "authority=congress");
  }

  @Test
  void opinionIsReadFromHeadingSignatureAndFirstSentence() {
    OfficialDocument opinion =
        Readings.read(
            """
            机密★1年
            苍人常发【2023】第07号
            苍梧市人大常委会
            关于校车安全管理情况报告的
            审议意见

            市人民政府:
            2023年4月26日,市八届人大常委会第四十二次会议听取和审议了《关于校车安全管理情况的报告》。现提出如下意见:
            一、补齐站点。年内新建三十处。
            二、严格年检,每季度通报一次。
            苍梧市人民代表大会常务委员会
            二〇二三年五月六日
            抄送:市委办公室,市教育局、市公安局。
            """);
    assertFacts(
        opinion,
        "title=苍梧市人大常委会关于校车安全管理情况报告的审议意见",
        "kind=review-opinion",
        "organ=苍梧市人民代表大会常务委员会",
        "number=苍人常发〔2023〕7号",
        "session=第八届第四十二次会议",
        "sessionBody=standing-committee",
        "date=2023-05-06",
        "issued=2023-05-06",
        "secrecy=机密★1年",
        "addressee=市人民政府");
    assertEquals(List.of("市委办公室", "市教育局", "市公安局"), opinion.facts().values(FactKey.COPY_TO));
    assertEquals("internal", opinion.visibility().key());
    assertEquals(
        List.of("1", "2"),
        opinion.content().outline().divisions().stream()
            .flatMap(division -> division.article().stream())
            .toList());
  }

  @Test
  void reportReadByOrderOfTheGovernmentIsTheGovernments() {
    assertFacts(
        Readings.read(
            """
            关于全区河道清淤工作情况的报告
            ——2024年6月27日在栖岭区第九届人民代表大会常务委员会第十四次会议上
            区水务局局长　闻远帆
            主任、各位副主任、各位委员：
            受区政府委托，现将全区河道清淤工作情况报告如下，请予审议。
            """),
        "kind=report",
        "organ=栖岭区人民政府",
        "region=栖岭区",
        "session=第九届第十四次会议",
        "date=2024-06-27",
        "author=区水务局局长 闻远帆");
  }

  @Test
  void noticeThatCarriesRulesHasTheirTitle() {
    assertFacts(
        Readings.read(
            """
            苍梧市人民政府关于印发《苍梧市集市管理办法》的通知
            苍政规〔2022〕3号
            各县（区）人民政府：
            现将《苍梧市集市管理办法》印发给你们，请遵照执行。
            苍梧市人民政府
            2022年7月1日

            苍梧市集市管理办法
            第一条　为了规范集市管理，制定本办法。
            第二条　本办法自2022年8月1日起施行，有效期至2027年7月31日。
            """),
        "title=苍梧市集市管理办法",
        "kind=normative-document",
        "organ=苍梧市人民政府",
        "number=苍政规〔2022〕3号",
        "date=2022-07-01",
        "effective=2022-08-01",
        "repealed=2027-07-31");
  }

  @Test
  void lawsOfCompaniesAndReportsOnTheLawAreToldApart() {
    String notes = "1993年12月29日第八届全国人民代表大会常务委员会第五次会议通过";
    assertFacts(
        Readings.read("中华人民共和国公司法\n（" + notes + "）\n第一条　为了规范公司的组织和行为，制定本法。\n"),
        "kind=law",
        "region=全国");
    assertFacts(
        Readings.read("最高人民法院关于执行期限问题的批复\n各省高级人民法院：\n经研究，批复如下：期限届满的，按照规定办理。\n"),
        "kind=judicial-interpretation");
    assertFacts(Readings.read("关于加强基层司法\n座谈会上的发言\n各位同志：\n今天讲一讲工作。\n"), "kind=speech");
  }

  @Test
  void shortNameOfACommitteeIsWrittenOutOnce() {
    OfficialDocument letter =
        Readings.read(
            """
            关于第7号建议逾期未答复的督办函

            区住房和城乡建设局：
            由你局主办的第7号建议，应当于2026年5月26日前答复代表，至今没有答复，请立即办理。

            栖岭区人大常委会代表工作委员会
            2026年9月8日
            """);
    assertFacts(letter, "organ=栖岭区人民代表大会常务委员会代表工作委员会");
  }

  @Test
  void numberOfAnotherPaperIsNotThisPapers() {
    OfficialDocument reply =
        Readings.read(
            """
            关于落实意见情况的报告
            市人大常委会：
            贵会苍人常发〔2023〕7号审议意见收悉，现将落实情况报告如下。
            苍梧市人民政府
            2023年9月1日
            """);
    assertFacts(reply, "number=(null)", "session=(null)", "organ=苍梧市人民政府");
  }

  @Test
  void suggestionHasASerialAndNoOrgan() {
    assertFacts(
        Readings.read(
            """
            栖岭区第九届人民代表大会第三次会议
            代表建议、批评和意见
            第014号
            领衔代表：闻远帆（北桥代表团）
            案由：关于增设夜间公交的建议
            北桥片区二十二时以后没有公交，工人下班要走四公里。建议延长两条线路的末班时间。
            """),
        "title=关于增设夜间公交的建议",
        "kind=suggestion",
        "organ=(null)",
        "region=栖岭区",
        "number=第14号",
        "session=第九届第三次会议",
        "sessionBody=congress",
        "author=闻远帆");
  }

  @Test
  void gluedPageHeaderIsSplitAndAnEmptyEntryStaysEmpty() {
    OfficialDocument page =
        Readings.read(
            "发布时间:2022-12-09 13:53:35作者: 平利县人大常委会来源: |\n为推动人大工作创新发展，县人大常委会积极探索，取得新的进步，群众反映良好，各项任务按期完成。");
    assertFacts(
        page,
        "title=(null)",
        "published=2022-12-09",
        "date=2022-12-09",
        "organ=平利县人民代表大会常务委员会",
        "region=陕西省/安康市/平利县");
  }

  @Test
  void pageHeaderThatTheRepairTookOutIsStillRead() {
    String header = "发布时间：2023-05-04　来源：市人大\n";
    String body = "在立法座谈会上的讲话\n韦承简\n同志们：\n今天讲三点意见。一是选题要小，二是条文要实，三是实施要硬。\n";
    RepairedText text =
        new OffsetMap.Builder(header + body)
            .replace(Span.of(0, header.length()), "", Repair.Reason.BOILERPLATE)
            .build();
    Fact<?> published =
        Readings.read(text, "speech.html", Facts.none())
            .facts()
            .get(FactKey.PUBLISHED)
            .orElseThrow();
    assertEquals("2023-05-04", published.value().toString());
    assertTrue(published.evidence() instanceof Evidence.InRaw, published.toString());
  }

  @Test
  void traditionalScriptIsReadAndKept() {
    OfficialDocument notice =
        Readings.read(
            """
            蒼梧市第八屆人民代表大會常務委員會
            公　　告
            第9號
            《蒼梧市古樹保護條例》已由蒼梧市第八屆人民代表大會常務委員會第三十次會議於2021年4月29日通過，現予公佈。
            蒼梧市人民代表大會常務委員會
            2021年5月8日
            """);
    assertFacts(
        notice,
        "title=蒼梧市第八屆人民代表大會常務委員會公告",
        "kind=announcement",
        "number=第9号",
        "session=第八届第三十次会议",
        "date=2021-05-08",
        "published=2021-05-08");
    assertEquals("zh-Hant", notice.content().language());
  }

  @Test
  void givenFactsWin() {
    Facts given =
        Facts.none().with(FactKey.TITLE, Fact.read("馆藏题名", new Evidence.Given("馆藏题名"), 1));
    OfficialDocument document =
        Readings.read(RepairedText.untouched("苍梧市古树保护条例\n第一条　略。"), "a.txt", given);
    assertFacts(document, "title=馆藏题名", "kind=regulation");
  }

  @Test
  void everyFactOfTheTextShowsItsWords() {
    String text = "苍梧市人民政府\n关于供水工作情况的报告\n市人大常委会：\n全市供水平稳，𠮷祥水厂投产，水质达标。\n苍梧市人民政府\n2024年3月5日\n";
    OfficialDocument document = Readings.read(text);
    for (FactKey<?> key : FactKey.all()) {
      for (Fact<?> fact : document.facts().all(key)) {
        fact.evidence()
            .span()
            .ifPresent(span ->
                assertEquals(fact.evidence().words(), span.toUtf16(text).in(text), key.name()));
      }
    }
    assertFalse(document.facts().all(FactKey.ISSUED).isEmpty());
  }

  private static void assertFacts(OfficialDocument document, String... expected) {
    for (String fact : expected) {
      int equals = fact.indexOf('=');
      FactKey<?> key = FactKey.ofName(fact.substring(0, equals)).orElseThrow();
      assertEquals(
          fact.substring(equals + 1),
          Readings.printed(document, key),
          () -> key + " of: " + document.content().text());
    }
  }
}
