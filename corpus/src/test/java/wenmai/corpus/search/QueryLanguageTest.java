package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.text.CodePointSpan;

/** What is typed, over a small collection, end to end but for the site. */
class QueryLanguageTest {
  @TempDir static Path folder;
  private static Shelf shelf;

  @BeforeAll
  static void fill() {
    shelf = BudgetShelf.fill(folder);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  @Test
  void wordsAreAndedAndFoundInsideOtherWords() {
    assertEquals(List.of("rule"), shelf.find("预算 调整方案 县级"));
    assertTrue(shelf.find("报告").containsAll(List.of("report", "opinion")));
    assertTrue(shelf.find("審議意見").contains("opinion"));
  }

  @Test
  void a_quotation_finds_what_holds_it_and_not_what_it_names() {
    assertEquals(List.of("report"), shelf.find("\"云岭省预算审查监督条例》\""));
    assertEquals(List.of(), shelf.find("\"《云岭省预算审查监督办法\""));
    assertEquals(List.of("opinion"), shelf.find("\"云人常〔2022〕7号\""));
    assertEquals(List.of("old"), shelf.find("\"云岭省预算审查监督办法\""));
  }

  @Test
  void operatorsDoWhatTheySay() {
    assertEquals(List.of("rule"), shelf.find("预算 非 决算 非 办法"));
    assertTrue(shelf.find("调整方案 或 疑点清单").containsAll(List.of("rule", "secret")));
    assertFalse(shelf.find("NOT 决算").contains("report"));
    assertTrue(shelf.find("NOT 决算").contains("rule"));
  }

  @Test
  void fieldsNarrow() {
    assertEquals(List.of("report"), shelf.find("机关:人民政府"));
    assertEquals(List.of("opinion"), shelf.find("机关:梧城市人大常委会"));
    assertEquals(List.of("report"), shelf.find("类型:报告 决算"));
    assertEquals(List.of("report"), shelf.find("kind:report"));
    assertEquals(List.of("rule"), shelf.find("文号:云人常(2022)7号"));
    assertEquals(List.of("rule"), shelf.find("文号:云人常"));
    assertEquals(List.of("report"), shelf.find("日期:2022-08 决算"));
    assertEquals(List.of("old"), shelf.find("日期:..2000"));
    assertEquals(List.of("old"), shelf.find("标题:监督办法"));
  }

  @Test
  void aNationalLawIsAskedForByWhatItIsCommonlyCalled() {
    String law = "中华人民共和国各级人民代表大会常务委员会监督法";
    try (Shelf laws = new Shelf(folder.resolve("laws"))) {
      laws.add(new Shelf.Paper("law").title(law).text("第一条　甲。\n第十四条　乙。\n"));
      laws.add(new Shelf.Paper("opinion").title("审议意见").text("依照监督法办理。\n").cites(law, "14"));
      laws.commit();
      assertEquals(List.of("opinion"), laws.find("引用:监督法"));
      assertEquals(List.of("opinion"), laws.find("引用:《监督法》第十四条"));
      assertEquals(List.of(), laws.find("引用:监督法第一条"));
      assertEquals("law", laws.find("监督法第十四条").getFirst());
      assertEquals("law", laws.find("监督法").getFirst());
    }
  }

  @Test
  void citationsAreFoundByTitleOrNumberAndArticle() {
    assertEquals(
        List.of("opinion", "report"), shelf.find("引用:《云岭省预算审查监督条例》").stream().sorted().toList());
    assertEquals(List.of("report"), shelf.find("引用:《云岭省预算审查监督条例》第二条"));
    assertEquals(List.of(), shelf.find("引用:《云岭省预算审查监督条例》第一条"));
    assertTrue(shelf.find("cites:云人常〔2022〕7号").contains("report"));
    assertEquals(List.of("citation"), shelf.search("引用:《云岭省预算审查监督条例》第二条").hits().getFirst().why());
    Hit citing = shelf.search("引用:《云岭省预算审查监督条例》").hits().getFirst();
    Snippet sentence = citing.snippets().getFirst();
    CodePointSpan name = sentence.marks().getFirst();
    assertEquals(List.of("citation"), citing.why());
    assertEquals("云岭省预算审查监督条例", sentence.words().substring(name.start(), name.end()));
  }

  @Test
  void nearAndWildcardsCountCharacters() {
    assertEquals(List.of("rule"), shelf.find("near/4(县级 人民代表大会)"));
    assertEquals(List.of(), shelf.find("near/1(县级 人民代表大会)"));
    assertEquals(List.of("rule"), shelf.find("审查预算?整"));
    assertEquals(List.of("rule"), shelf.find("县级*调整方案"));
    assertEquals(List.of(), shelf.find("审查预算?方案"));
    assertEquals(List.of("rule"), shelf.find("审查？？调整方案"));
  }

  @Test
  void aNameLeadsToItsPaperOrArticle() {
    SearchResult byNumber = shelf.search("云人常〔2022〕7号");
    assertEquals("rule", shelf.names(byNumber).getFirst());
    assertTrue(byNumber.direct().isPresent());
    SearchResult byTitle = shelf.search("《云岭省预算审查监督条例》");
    assertEquals("rule", shelf.names(byTitle).getFirst());
    assertTrue(byTitle.direct().orElseThrow().why().contains("title"));
    SearchResult byArticle = shelf.search("云岭省预算审查监督条例第二条");
    assertEquals(Optional.of("2"), byArticle.direct().orElseThrow().article());
    SearchResult asked = shelf.search("云岭省预算审查监督条例第2条的内容是什么？");
    assertEquals(Optional.of("2"), asked.direct().orElseThrow().article());
  }

  @Test
  void aNumberIsFoundAndMarkedHoweverItIsWritten() {
    for (String query : List.of("第2条 预算调整", "第二条 预算调整", "第２條 预算调整")) {
      SearchResult result = shelf.search(query);
      assertTrue(shelf.names(result).contains("rule"), query);
      List<String> marked =
          result.hits().stream()
              .filter(hit -> hit.document().id().equals(Shelf.id("rule")))
              .flatMap(hit -> hit.snippets().stream())
              .flatMap(snippet ->
                  snippet.marks().stream()
                      .map(mark -> snippet.words().substring(mark.start(), mark.end())))
              .toList();
      assertTrue(marked.contains("第二条"), query + " marks " + marked);
    }
    List<String> year =
        shelf.search("二〇二一年 决算").hits().getFirst().snippets().stream()
            .flatMap(snippet ->
                snippet.marks().stream()
                    .map(mark -> snippet.words().substring(mark.start(), mark.end())))
            .toList();
    assertTrue(year.contains("2021年"), year.toString());
  }

  @Test
  void synonymsAreSearchedAndSaid() {
    SearchResult result = shelf.search("县级以上人大常委会");
    assertTrue(shelf.names(result).contains("rule"));
    assertTrue(result.alsoSearched().contains("人民代表大会常务委员会"), result.alsoSearched().toString());
    assertEquals(List.of(), shelf.find("\"县级以上人大常委会\""));
  }

  @Test
  void marksAreExactlyWhatMatched() {
    for (Hit hit : shelf.search("\"加快支出进度\"").hits()) {
      Snippet snippet = hit.snippets().getFirst();
      assertEquals(1, snippet.marks().size());
      String marked =
          snippet
              .words()
              .substring(snippet.marks().getFirst().start(), snippet.marks().getFirst().end());
      assertEquals("加快支出进度", Shelf.LEXICON.folding().fold(marked).text());
    }
    Snippet across = shelf.search("\"制定本条例。第二条\"").hits().getFirst().snippets().getFirst();
    assertTrue(across.words().contains("制定本条例。\n第二条"));
    assertEquals(1, across.marks().size());
  }

  @Test
  void whatFindsNothingIsExplained() {
    SearchResult misspelt = shelf.search("绝算 报告");
    assertEquals(0, misspelt.total());
    assertEquals(List.of("绝算"), misspelt.culprits());
    assertEquals(Optional.of("决算 报告"), misspelt.suggestion());
    SearchResult spoilt = shelf.search("决算 独角兽");
    assertEquals(List.of("独角兽"), spoilt.culprits());
    assertEquals(Optional.of("决算"), spoilt.suggestion());
  }
}
