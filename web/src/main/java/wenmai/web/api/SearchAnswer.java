package wenmai.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchResult;
import wenmai.corpus.search.Snippet;
import wenmai.web.render.Html;
import wenmai.web.render.Messages;

/**
 * The answer of {@code GET /api/v1/documents}, as the contract prints it. Absent values are {@code
 * null}.
 */
public record SearchAnswer(
    Query query,
    long total,
    long tookMs,
    int page,
    int size,
    List<HitAnswer> hits,
    Map<String, List<FacetAnswer>> facets) {

  /**
   * One value of a facet.
   *
   * @param path of a region, those above it, from the top down; left out for all else
   */
  public record FacetAnswer(
      String value,
      String label,
      long count,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> path) {}

  /**
   * A place that took part under another name than was asked for.
   *
   * @param today its path
   * @param year in which it was renamed or merged
   */
  public record RenamedAnswer(String former, String today, int year) {}

  /**
   * The query as it was understood.
   *
   * @param alsoSearched synonyms that took part
   * @param culprits words that nothing holds, where nothing was found
   * @param renamed places that took part under their former or present name as well
   */
  public record Query(
      String text,
      String understood,
      String mode,
      @Nullable String suggestion,
      List<String> alsoSearched,
      List<String> culprits,
      List<RenamedAnswer> renamed) {}

  /** One hit. */
  public record HitAnswer(
      String id,
      @Nullable String externalId,
      @Nullable String title,
      String kind,
      String kindLabel,
      @Nullable String number,
      @Nullable String organ,
      @Nullable String region,
      @Nullable String date,
      String status,
      double score,
      @Nullable String article,
      List<String> why,
      List<String> copies,
      List<SnippetAnswer> snippets,
      String url) {}

  /**
   * A marked-up stretch of the text; {@code start} and {@code end} are code points of the document.
   *
   * @param page of the original, left out where its format has no pages
   */
  public record SnippetAnswer(
      String html,
      int start,
      int end,
      @Nullable String article,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer page) {}

  public static SearchAnswer of(
      SearchRequest request, SearchResult result, long tookMs, Messages messages) {
    return new SearchAnswer(
        new Query(
            request.query(),
            result.understood(),
            SearchParameters.modeName(result.mode()),
            result.suggestion().orElse(null),
            result.alsoSearched(),
            result.culprits(),
            result.renamed().stream()
                .map(place ->
                    new RenamedAnswer(place.name(), place.today().toString(), place.year()))
                .toList()),
        result.total(),
        tookMs,
        request.page(),
        request.size(),
        hits(result.hits(), messages),
        facetAnswers(result, messages));
  }

  private static Map<String, List<FacetAnswer>> facetAnswers(
      SearchResult result, Messages messages) {
    Map<String, List<FacetAnswer>> answers = new LinkedHashMap<>();
    facets(result, messages)
        .forEach((facet, counts) -> {
          boolean paths = facet.equals(FacetName.REGION.key());
          answers.put(
              facet,
              counts.stream()
                  .map(c ->
                      new FacetAnswer(c.value(), c.label(), c.count(), paths ? c.path() : null))
                  .toList());
        });
    return answers;
  }

  /** Hits as the contract prints them. */
  public static List<HitAnswer> hits(List<Hit> hits, Messages messages) {
    return hits.stream().map(hit -> answer(hit, messages)).toList();
  }

  /** The facets with the labels people read. */
  public static Map<String, List<SearchResult.FacetCount>> facets(
      SearchResult result, Messages messages) {
    Map<String, List<SearchResult.FacetCount>> facets = new LinkedHashMap<>();
    for (FacetName facet : FacetName.values()) {
      facets.put(
          facet.key(),
          result.facets().getOrDefault(facet, List.of()).stream()
              .map(c ->
                  new SearchResult.FacetCount(
                      c.value(), label(facet, c, messages), c.count(), c.path()))
              .toList());
    }
    return facets;
  }

  private static String label(FacetName facet, SearchResult.FacetCount count, Messages messages) {
    String own = messages.label(facet.key(), count.value());
    return own.equals(count.value()) ? count.label() : own;
  }

  private static HitAnswer answer(Hit hit, Messages messages) {
    DocumentSummary document = hit.document();
    return new HitAnswer(
        document.id().value(),
        document.externalId().orElse(null),
        document.title().orElse(null),
        document.kind().key(),
        messages.label("kind", document.kind().key()),
        document.number().map(Object::toString).orElse(null),
        document.organ().map(Object::toString).orElse(null),
        document.region().map(region -> region.name()).orElse(null),
        document.date().map(Object::toString).orElse(null),
        document.status().key(),
        hit.score(),
        hit.article().orElse(null),
        hit.why(),
        hit.copies().stream().map(DocumentId::value).toList(),
        hit.snippets().stream().map(SearchAnswer::answer).toList(),
        url(hit));
  }

  private static SnippetAnswer answer(Snippet snippet) {
    return new SnippetAnswer(
        Html.marked(snippet.words(), snippet.marks()),
        snippet.span().start(),
        snippet.span().end(),
        snippet.article().orElse(null),
        snippet.page().orElse(null));
  }

  /** Where a hit is read: the document, at the article where there is one. */
  public static String url(Hit hit) {
    String page = "/documents/" + hit.document().id();
    return hit.article().map(article -> page + "#" + anchor(article)).orElse(page);
  }

  /** The anchor of an article on its document's page. */
  public static String anchor(String article) {
    return "a" + article;
  }
}
