package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.search.SearchRequest.Sort;
import wenmai.corpus.search.SearchResult.FacetCount;
import wenmai.corpus.search.Shelf.Paper;
import wenmai.corpus.text.CodePointSpan;

/**
 * The query language over a small collection of an invented province, end to end but for the site.
 */
class SearchDeskTest {
  @TempDir static Path folder;
  private static Shelf shelf;

  @BeforeAll
  static void fill() {
    shelf = new Shelf(folder);
    shelf.add(
        new Paper("rule")
            .title("云岭省预算审查监督条例")
            .text("云岭省预算审查监督条例\n第一条　为了加强预算审查监督，制定本条例。\n第二条　县级以上人民代表大会常务委员会审查预算调整方案。\n")
            .number("云人常〔2022〕7号")
            .organ("云岭省人民代表大会常务委员会")
            .region("云岭省")
            .date("2022-03-31"));
    shelf.add(
        new Paper("report")
            .title("关于2021年市级决算的报告")
            .kind(Kind.REPORT)
            .text("关于2021年市级决算的报告\n主任、各位副主任：根据《云岭省预算审查监督条例》第二条，现将决算情况报告如下。")
            .organ("梧城市人民政府")
            .region("云岭省/梧城市")
            .date("2022-08-10")
            .cites("云岭省预算审查监督条例", "2"));
    shelf.add(
        new Paper("opinion")
            .title("对市级决算报告的审议意见")
            .kind(Kind.REVIEW_OPINION)
            .text("对市级决算报告的审议意见\n会议听取和審議了市人民政府的决算报告，按照云人常〔2022〕7号文件提出以下意见：加快支出進度。")
            .organ("梧城市人民代表大会常务委员会")
            .region("云岭省/梧城市/河口区")
            .date("2022-09-01")
            .citesNumber("云人常〔2022〕7号"));
    shelf.add(
        new Paper("copy")
            .title("对市级决算报告的审议意见（转载）")
            .kind(Kind.REVIEW_OPINION)
            .text("对市级决算报告的审议意见\n会议听取和审议了市人民政府的决算报告，提出以下意见：加快支出进度。")
            .date("2022-09-05")
            .copyOf("opinion"));
    shelf.add(new Paper("secret").title("内部通报").text("内部通报：决算疑点清单。").internal().date("2023-01-01"));
    shelf.add(
        new Paper("old")
            .title("云岭省预算审查监督办法")
            .text("旧办法。")
            .status(Status.REPEALED)
            .date("1999-01-01"));
    shelf.commit();
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
  void articlesAreHitsOfTheirOwn() {
    SearchResult articles = shelf.search(request("预算", Level.ARTICLE), Audience.PUBLIC);
    assertTrue(
        articles.hits().stream()
            .anyMatch(hit ->
                hit.document().id().equals(Shelf.id("rule"))
                    && hit.article().equals(Optional.of("2"))));
    assertEquals(
        Optional.of("1"),
        shelf
            .search(request("为了加强预算审查", Level.ARTICLE), Audience.PUBLIC)
            .hits()
            .getFirst()
            .article());
    SearchResult filtered = shelf.search(request("类型:地方性法规 预算", Level.ARTICLE), Audience.PUBLIC);
    assertTrue(filtered.hits().stream().allMatch(hit -> hit.document().kind() == Kind.REGULATION));
    assertFalse(filtered.hits().isEmpty());
  }

  @Test
  void whatAPaperSaysOutsideItsArticlesIsOneHit() {
    try (Shelf other = new Shelf(folder.resolve("long"))) {
      String paragraph = "会议认为，河道治理取得成效，仍要补齐短板。".repeat(16) + "\n";
      other.add(new Paper("minutes").title("会议纪要").text(paragraph.repeat(5)));
      other.commit();
      SearchResult articles = other.search(request("河道治理", Level.ARTICLE), Audience.PUBLIC);
      assertEquals(List.of("minutes"), other.names(articles));
      assertEquals(1, articles.total());
    }
  }

  @Test
  void aHiddenPaperDoesNotExistForThePublic() {
    SearchResult result = shelf.search(SearchRequest.of("决算"), Audience.PUBLIC);
    assertFalse(shelf.names(result).contains("secret"));
    assertTrue(shelf.find("决算").contains("secret"));
    assertEquals(
        result.total(), counts(result, FacetName.STATUS).values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void facetsFollowTheOtherFiltersAndRegionsHoldThoseBelow() {
    SearchResult all = shelf.search("决算");
    assertEquals(2, counts(all, FacetName.REGION).get("梧城市"));
    SearchResult narrowed =
        shelf.search(
            new SearchRequest(
                "决算",
                Map.of(FacetName.REGION, List.of("梧城市"), FacetName.KIND, List.of("report")),
                Optional.empty(),
                Optional.empty(),
                Sort.RELEVANCE,
                Mode.KEYWORD,
                Level.DOCUMENT,
                Copies.SHOW,
                1,
                20),
            Audience.PUBLIC);
    assertEquals(List.of("report"), shelf.names(narrowed));
    assertEquals(Map.of("report", 1L, "review-opinion", 1L), counts(narrowed, FacetName.KIND));
    assertEquals(Map.of("云岭省", 1L, "梧城市", 1L), counts(narrowed, FacetName.REGION));
  }

  @Test
  void copiesFoldUnderTheirOriginal() {
    SearchRequest shown = SearchRequest.of("标题:审议意见");
    assertEquals(2, shelf.search(shown, Audience.PUBLIC).total());
    SearchRequest folded =
        new SearchRequest(
            shown.query(),
            shown.filters(),
            shown.from(),
            shown.to(),
            shown.sort(),
            shown.mode(),
            shown.level(),
            Copies.FOLD,
            1,
            20);
    SearchResult result = shelf.search(folded, Audience.PUBLIC);
    assertEquals(List.of("opinion"), shelf.names(result));
    assertEquals(List.of(Shelf.id("copy")), result.hits().getFirst().copies());
    assertEquals(1, result.total());
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
  void whatFindsNothingIsExplained() {
    SearchResult misspelt = shelf.search("绝算 报告");
    assertEquals(0, misspelt.total());
    assertEquals(List.of("绝算"), misspelt.culprits());
    assertEquals(Optional.of("决算 报告"), misspelt.suggestion());
    SearchResult spoilt = shelf.search("决算 独角兽");
    assertEquals(List.of("独角兽"), spoilt.culprits());
    assertEquals(Optional.of("决算"), spoilt.suggestion());
  }

  @Test
  void synonymsAreSearchedAndSaid() {
    SearchResult result = shelf.search("县级以上人大常委会");
    assertTrue(shelf.names(result).contains("rule"));
    assertTrue(result.alsoSearched().contains("人民代表大会常务委员会"), result.alsoSearched().toString());
    assertEquals(List.of(), shelf.find("\"县级以上人大常委会\""));
  }

  @Test
  void everyHitIsOnExactlyOnePageInAnyOrder() {
    for (Sort sort : Sort.values()) {
      List<String> whole = shelf.names(shelf.search(page("", sort, 1, 100), Audience.INTERNAL));
      List<String> paged = new java.util.ArrayList<>();
      for (int page = 1; page <= 4; page++) {
        paged.addAll(shelf.names(shelf.search(page("", sort, page, 2), Audience.INTERNAL)));
      }
      assertEquals(whole, paged, sort.toString());
      assertEquals(6, whole.size());
    }
    assertEquals(
        "old",
        shelf.names(shelf.search(page("", Sort.OLDEST_FIRST, 1, 1), Audience.PUBLIC)).getFirst());
  }

  @Test
  void meaningNeedsAModel() {
    SearchRequest semantic = mode("决算", Mode.SEMANTIC);
    QueryProblem problem =
        assertThrows(QueryProblem.class, () -> shelf.search(semantic, Audience.PUBLIC));
    assertEquals("no-model", problem.code());
    assertEquals(Mode.KEYWORD, shelf.search(mode("决算", Mode.HYBRID), Audience.PUBLIC).mode());
  }

  @Test
  void namesAreCompletedFromChinesePinyinAndInitials() {
    try (var view = shelf.view(Audience.PUBLIC)) {
      assertTrue(
          shelf.desk().suggest("云岭省预算", 10, view).stream()
              .anyMatch(one -> one.text().equals("云岭省预算审查监督条例")));
      assertTrue(
          shelf.desk().suggest("ylsys", 10, view).stream()
              .anyMatch(one -> one.text().equals("云岭省预算审查监督条例")));
      assertTrue(
          shelf.desk().suggest("rdcwh", 10, view).stream()
              .anyMatch(one -> one.text().equals("人大常委会")));
      assertTrue(shelf.desk().suggest("neibutongbao", 10, view).isEmpty());
    }
  }

  @Test
  void likePapersAreFoundWithTheReason() {
    try (var view = shelf.view(Audience.PUBLIC)) {
      List<Hit> like =
          shelf.desk().similar(Shelf.id("opinion"), 5, view, shelf.lookup(Audience.PUBLIC));
      assertEquals(Shelf.id("copy"), like.getFirst().document().id());
      assertFalse(like.getFirst().why().isEmpty());
    }
  }

  private static Map<String, Long> counts(SearchResult result, FacetName facet) {
    return result.facets().get(facet).stream()
        .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
  }

  private static SearchRequest request(String query, Level level) {
    return new SearchRequest(
        query,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Sort.RELEVANCE,
        Mode.KEYWORD,
        level,
        Copies.SHOW,
        1,
        20);
  }

  private static SearchRequest mode(String query, Mode mode) {
    return new SearchRequest(
        query,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Sort.RELEVANCE,
        mode,
        Level.DOCUMENT,
        Copies.SHOW,
        1,
        20);
  }

  private static SearchRequest page(String query, Sort sort, int page, int size) {
    return new SearchRequest(
        query,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        sort,
        Mode.KEYWORD,
        Level.DOCUMENT,
        Copies.SHOW,
        page,
        size);
  }
}
