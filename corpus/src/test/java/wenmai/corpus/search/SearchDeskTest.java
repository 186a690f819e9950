package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
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
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Kind;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.search.SearchRequest.Sort;
import wenmai.corpus.search.SearchResult.FacetCount;
import wenmai.corpus.search.Shelf.Paper;

/** What answers hold and leave out, over a small collection, end to end but for the site. */
class SearchDeskTest {
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
  void articlesAreHitsOfTheirOwn() {
    SearchResult articles =
        shelf.search(SearchRequest.of("预算").with(Level.ARTICLE), Audience.PUBLIC);
    assertTrue(
        articles.hits().stream()
            .anyMatch(hit ->
                hit.document().id().equals(Shelf.id("rule"))
                    && hit.article().equals(Optional.of("2"))));
    assertEquals(
        Optional.of("1"),
        shelf
            .search(SearchRequest.of("为了加强预算审查").with(Level.ARTICLE), Audience.PUBLIC)
            .hits()
            .getFirst()
            .article());
    SearchResult filtered =
        shelf.search(SearchRequest.of("类型:地方性法规 预算").with(Level.ARTICLE), Audience.PUBLIC);
    assertTrue(filtered.hits().stream().allMatch(hit -> hit.document().kind() == Kind.REGULATION));
    assertFalse(filtered.hits().isEmpty());
  }

  @Test
  void whatAPaperSaysOutsideItsArticlesIsOneHit() {
    try (Shelf other = new Shelf(folder.resolve("long"))) {
      String paragraph = "会议认为，河道治理取得成效，仍要补齐短板。".repeat(16) + "\n";
      other.add(new Paper("minutes").title("会议纪要").text(paragraph.repeat(5)));
      other.commit();
      SearchResult articles =
          other.search(SearchRequest.of("河道治理").with(Level.ARTICLE), Audience.PUBLIC);
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
            SearchRequest.of("决算")
                .with(Map.of(FacetName.REGION, List.of("梧城市"), FacetName.KIND, List.of("report"))),
            Audience.PUBLIC);
    assertEquals(List.of("report"), shelf.names(narrowed));
    assertEquals(Map.of("report", 1L, "review-opinion", 1L), counts(narrowed, FacetName.KIND));
    assertEquals(Map.of("云岭省", 1L, "梧城市", 1L), counts(narrowed, FacetName.REGION));
  }

  @Test
  void copiesFoldUnderTheirOriginal() {
    SearchRequest shown = SearchRequest.of("标题:审议意见");
    assertEquals(2, shelf.search(shown, Audience.PUBLIC).total());
    SearchRequest folded = shown.with(Copies.FOLD);
    SearchResult result = shelf.search(folded, Audience.PUBLIC);
    assertEquals(List.of("opinion"), shelf.names(result));
    assertEquals(List.of(Shelf.id("copy")), result.hits().getFirst().copies());
    assertEquals(1, result.total());
  }

  @Test
  void everyHitIsOnExactlyOnePageInAnyOrder() {
    for (Sort sort : Sort.values()) {
      List<String> whole =
          shelf.names(
              shelf.search(SearchRequest.of("").with(sort).page(1, 100), Audience.INTERNAL));
      List<String> paged = new ArrayList<>();
      for (int page = 1; page <= 4; page++) {
        paged.addAll(
            shelf.names(
                shelf.search(SearchRequest.of("").with(sort).page(page, 2), Audience.INTERNAL)));
      }
      assertEquals(whole, paged, sort.toString());
      assertEquals(6, whole.size());
    }
    assertEquals(
        "old",
        shelf
            .names(
                shelf.search(
                    SearchRequest.of("").with(Sort.OLDEST_FIRST).page(1, 1), Audience.PUBLIC))
            .getFirst());
  }

  @Test
  void meaningNeedsAModel() {
    SearchRequest semantic = SearchRequest.of("决算").with(Mode.SEMANTIC);
    QueryProblem problem =
        assertThrows(QueryProblem.class, () -> shelf.search(semantic, Audience.PUBLIC));
    assertEquals("no-model", problem.code());
    assertEquals(
        Mode.KEYWORD,
        shelf.search(SearchRequest.of("决算").with(Mode.HYBRID), Audience.PUBLIC).mode());
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
  void likePapersAreFoundWithTheReasonAndOfAWorkOneCopy() {
    try (var view = shelf.view(Audience.PUBLIC)) {
      DocumentLookup lookup = shelf.lookup(Audience.PUBLIC);
      List<Hit> like = shelf.desk().similar(Shelf.id("opinion"), 5, view, lookup);
      assertFalse(like.isEmpty());
      assertFalse(like.getFirst().why().isEmpty());
      assertTrue(
          like.stream().noneMatch(hit -> hit.document().id().equals(Shelf.id("copy"))),
          "its own copy");
      List<DocumentId> others =
          shelf.desk().similar(Shelf.id("report"), 5, view, lookup).stream()
              .map(hit -> hit.document().id())
              .filter(id -> id.equals(Shelf.id("opinion")) || id.equals(Shelf.id("copy")))
              .toList();
      assertEquals(1, others.size());
    }
  }

  private static Map<String, Long> counts(SearchResult result, FacetName facet) {
    return result.facets().get(facet).stream()
        .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
  }
}
