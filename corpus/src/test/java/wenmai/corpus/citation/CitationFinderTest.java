package wenmai.corpus.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.structure.Provision;

/** Pins what counts as a citation, from where to where it goes, and what it means. */
class CitationFinderTest {
  private static final CitationFinder FINDER =
      new CitationFinder(
          CitationWords.read(Path.of(System.getProperty("wenmai.root"), "config", "citation")));

  private static List<Citation> find(String text) {
    return FINDER.find(text, Outline.none(), Facts.none());
  }

  private static Citation only(String text) {
    List<Citation> citations = find(text);
    assertEquals(1, citations.size(), () -> text + " → " + citations);
    return citations.getFirst();
  }

  private static Facts titled(String title) {
    return Facts.none().with(FactKey.TITLE, Fact.read(title, new Evidence.Given(title), 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          依照《云岭省预算审查监督条例》第十二条办理 | 《云岭省预算审查监督条例》第十二条 | 12
          依照《云岭省预算审查监督条例》第八条、第十条至第十二条 | 《云岭省预算审查监督条例》第八条、第十条至第十二条 | 8;10-12
          违反《云岭省养犬条例》第三条第二款第（四）项的规定 | 《云岭省养犬条例》第三条第二款第（四）项 | 3.2.4
          按《云岭省养犬条例》第三条之一第二项 | 《云岭省养犬条例》第三条之一第二项 | 3_1.0.2
          按《云岭省养犬条例》第二、三条 | 《云岭省养犬条例》第二、三条 | 2;3
          按《云岭省养犬条例》第9条第2款 | 《云岭省养犬条例》第9条第2款 | 9.2
          按《云岭省养犬条例》第二章第九条 | 《云岭省养犬条例》第二章第九条 | 9
          按《云岭省养犬条例》第五条第一款、第三款 | 《云岭省养犬条例》第五条第一款、第三款 | 5.1;5.3
          按《云岭省养犬条例》第五条第一项、第二项 | 《云岭省养犬条例》第五条第一项、第二项 | 5.0.1;5.0.2
          按《云岭省养犬条例》第八至十条 | 《云岭省养犬条例》第八至十条 | 8-10
          """)
  void articlesBehindATitleBelongToIt(String text, String surface, String provision) {
    Citation citation = only(text);
    assertEquals(surface, citation.place().words());
    assertEquals(provision, citation.provision().map(Provision::toString).orElse(""));
  }

  @Test
  void aShortNameMeansWhatTheTextDefined() {
    List<Citation> citations = find("根据《云岭省养犬管理条例》（以下简称《条例》）的要求，各县制定了办法。《条例》第五条规定，犬只应当登记。");
    assertEquals(2, citations.size());
    assertEquals(CitationType.ALIAS, citations.get(1).type());
    assertEquals("《条例》第五条", citations.get(1).place().words());
    assertEquals("云岭省养犬管理条例", citations.get(1).title().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          贵会平人常发〔2022〕12号文收悉 | 平人常发〔2022〕12号 | 平人常发〔2022〕12号
          根据平人常发[2022]12号 | 平人常发[2022]12号 | 平人常发〔2022〕12号
          根据平人常发（２０２２）第12号 | 平人常发（２０２２）第12号 | 平人常发〔2022〕12号
          根据平人常发【2022】 12 号 | 平人常发【2022】 12 号 | 平人常发〔2022〕12号
          """)
  void aNumberIsReadInEveryBracketAndSpacing(String text, String surface, String number) {
    Citation citation = only(text);
    assertEquals(surface, citation.place().words());
    assertEquals(number, citation.number().orElseThrow().toString());
  }

  @Test
  void whatTheTextCallsItselfIsCitedOnlyWithAnArticle() {
    List<Citation> citations =
        FINDER.find("为了实施本条例，违反本条例第九条第一款规定的，责令改正。", Outline.none(), titled("云岭省养犬管理条例"));
    assertEquals(1, citations.size());
    assertEquals("本条例第九条第一款", citations.getFirst().place().words());
    assertEquals(CitationType.SELF, citations.getFirst().type());
  }

  @Test
  void newspapersAndPermitsAreNoDocuments() {
    assertEquals(List.of(), find("据《云岭日报》报道，未取得《排污许可证》的企业已停产。"));
  }

  @Test
  void aLawIsKnownByItsCommonNameButNotInsideAnotherWord() {
    assertEquals("中华人民共和国各级人民代表大会常务委员会监督法", only("依照监督法第三十条的规定").title().orElseThrow());
    assertEquals(List.of(), find("依法监督法律实施，代表法院作了说明"));
  }

  @ParameterizedTest
  @CsvSource({
    "根据《云岭省养犬条例》制定本办法, BASIS",
    "会议审议了《关于养犬管理情况的报告》, DELIBERATES",
    "《云岭省养犬办法》同时废止, REPEALS",
    "对《云岭省养犬条例》作如下修改, AMENDS",
    "认真贯彻落实《云岭省养犬条例》, IMPLEMENTS",
    "现将《云岭省养犬条例》印发给你们, FORWARDS",
    "违反《云岭省养犬条例》的, MENTIONS"
  })
  void relationIsReadFromTheWordsAround(String text, Relation relation) {
    assertEquals(relation, only(text).relation());
  }

  @Test
  void placesAndSentencesAreTheTextAtTheirOffsets() {
    String text = "前言。\n　　𠮷县收到《云岭省养\n犬条例》第八\n条。后语。";
    Citation citation = only(text);
    assertEquals("《云岭省养\n犬条例》第八\n条", citation.place().words());
    int[] codePoints = text.codePoints().toArray();
    int start = citation.sentence().span().start();
    int length = citation.sentence().span().end() - start;
    assertEquals(citation.sentence().words(), new String(codePoints, start, length));
    assertTrue(citation.sentence().words().startsWith("𠮷县"));
    assertEquals("云岭省养犬条例", citation.title().orElseThrow());
  }

  @Test
  void anArticleBehindADefinitionBelongsToTheTitle() {
    Citation citation = only("依照《云岭省养犬管理条例》（以下简称《条例》）第八条的规定");
    assertEquals("《云岭省养犬管理条例》（以下简称《条例》）第八条", citation.place().words());
    assertEquals("8", citation.provision().orElseThrow().toString());
  }

  @Test
  void severalShortNamesAndAHundredLinesOfThemAreKeptApart() {
    List<Citation> citations = find("《云岭省养犬条例》（下称“养犬条例”）与《云岭省献血条例》（简称献血条例）一并检查。养犬条例第三条、“献血条例”第五条");
    assertEquals(
        List.of("云岭省养犬条例", "云岭省献血条例", "云岭省养犬条例", "云岭省献血条例"),
        citations.stream().map(it -> it.title().orElseThrow()).toList());
  }

  @Test
  void aliasIsForgottenAtTheNextAttachment() {
    List<Citation> citations = find("《云岭省养犬条例》（以下简称《条例》）。\n\n附件\n\n按照《条例》执行。");
    assertEquals(CitationType.ALIAS, find("《甲条例》（以下简称《条例》）。按《条例》办。").get(1).type());
    assertEquals(CitationType.SHORT, citations.get(1).type());
  }

  @Test
  void severalShortNamesMeanAsManyTitlesInTheirOrder() {
    for (String definition : List.of("（以下分别简称《绿化条例》《公园条例》）", "(以下简称《绿化条例》、《公园条例》)")) {
      List<String> titles =
          find("《甲市绿化条例》、《甲市公园条例》" + definition + "。违反《公园条例》第九条的，依照《绿化条例》第三条处理。").stream()
              .skip(2)
              .map(it -> it.title().orElse(""))
              .toList();
      assertEquals(List.of("甲市公园条例", "甲市绿化条例"), titles, definition);
    }
    List<Citation> other = find("《甲市绿化条例》（以下简称《条例》）和《甲市公园条例》由市人民政府解释。《条例》第三条除外。");
    assertEquals("甲市绿化条例", other.getLast().title().orElseThrow());
  }

  @Test
  void positionsAreUnderstoodWithinTheTextsOwnUnits() {
    String text =
        """
        某条例
        第一条 为了规范养犬，制定本条例。
        第二条 养犬应当登记。
        前款规定自公布之日起施行。
        第三条 违反第二条第一款规定的，处罚款；有本条第一款规定情形的，减轻处罚。
        """;
    List<String> places =
        FINDER.find(text, OutlineReader.read(text), titled("某条例")).stream()
            .map(
                it -> it.place().words() + "=" + it.provision().map(Provision::toString).orElse(""))
            .toList();
    assertEquals(List.of("前款=2.1", "第二条第一款=2.1", "本条第一款=3.1"), places);
  }

  @Test
  void aSessionNamesTheDocumentItMade() {
    Citation citation = only("市十六届人大常委会第二十八次会议通过的关于加强养犬管理的决议");
    assertEquals(CitationType.SESSION, citation.type());
    assertEquals("关于加强养犬管理的决议", citation.title().orElseThrow());
  }

  /**
   * A megabyte of one sign must cost a pass over it and no more; a square of it would never end.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"《", "第", "第一条、", "（以下简称《", "〔2023〕", "条例第八条", "上述决议", "〈《", "第三次会议通过的关于", "前款"})
  void hostileTextIsReadInOnePass(String sign) {
    String text = sign.repeat((1 << 20) / sign.length());
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> find(text));
  }

  @Test
  void aListDoesWithItsItemsWhatItsLeadSays() {
    List<Citation> citations =
        find(
            """
            会议决定，废止下列地方性法规：
            一、《平川市养犬管理办法》（2010年5月28日平川市第五届人民代表大会常务委员会第十五次会议通过）
            二、《平川市集贸市场管理
            条例》
            本决定自公布之日起施行。
            《平川市供水条例》仍然有效。
            """);
    assertEquals(
        List.of(Relation.REPEALS, Relation.REPEALS, Relation.MENTIONS),
        citations.stream().map(Citation::relation).toList());
  }

  @Test
  void aNounWithinASentenceMeansTheTitleNamedBefore() {
    List<Citation> citations = find("《平川市物业管理条例》实施以来，建议修订时提高条例第五十二条的罚款额度。违反平川市道路运输条例第十条的，从重处理。");
    assertEquals("条例第五十二条", citations.get(1).place().words());
    assertEquals("平川市物业管理条例", citations.get(1).title().orElseThrow());
    assertEquals("平川市道路运输条例第十条", citations.get(2).place().words());
  }

  @Test
  void aNumberBeginsBehindTheNameOfItsOrgan() {
    assertEquals("平人常法函〔2022〕3号", only("县人大常委会法制工作委员会平人常法函〔2022〕3号提出").place().words());
    assertEquals("国办发（明电）〔2020〕1号", only("根据国办发（明电）〔2020〕1号要求").place().words());
  }

  @Test
  void whatTheLawProvidesIsTheLawAndGazettesAreNoDocuments() {
    assertEquals("监督法", only("监督法规定的质询尚未使用").place().words());
    assertEquals(List.of(), find("监督法规也要完善。原载《平川市人民代表大会常务委员会公报》。"));
  }

  @Test
  void a_code_that_stands_by_itself_elsewhere_ends_the_words_before_it() {
    assertEquals(
        List.of("平人常发〔2022〕3号", "平人常发〔2023〕9号"),
        find("平人常发〔2022〕3号下达以来，各方面有序推动平人常发〔2023〕9号的办理。").stream()
            .map(citation -> citation.place().words())
            .toList());
  }

  @Test
  void aNumberCarriesItsPointsAndLeavesTheWordBeforeIt() {
    Citation citation = only("按云人代工〔2024〕2号第６点重新办理");
    assertEquals("云人代工〔2024〕2号第６点", citation.place().words());
    assertEquals("6", citation.provision().map(Provision::toString).orElse(""));
    assertEquals("平人办〔2024〕12号", only("依平人办〔2024〕12号开展评议").place().words());
  }

  @Test
  void whatTheOwnHeadingNamesWithoutMarksIsItsTitle() {
    String title = "关于受委托检查动物防疫法实施情况的报告";
    List<Citation> citations =
        FINDER.find(title + "\n市人大常委会：\n动物防疫法第十七条规定的免疫已经完成。", Outline.none(), titled(title));
    assertEquals(List.of("动物防疫法第十七条"), citations.stream().map(it -> it.place().words()).toList());
  }

  @Test
  void inAPaperAboutARegulationTheNounIsThatRegulation() {
    List<Citation> citations =
        FINDER.find(
            "《云岭省养犬条例》施行后，该条例第三条更细，条例第九条与之重复。", Outline.none(), titled("关于提请废止《平川市养犬条例》的议案的说明"));
    assertEquals("云岭省养犬条例", citations.get(1).title().orElseThrow());
    assertEquals("平川市养犬条例", citations.get(2).title().orElseThrow());
  }
}
