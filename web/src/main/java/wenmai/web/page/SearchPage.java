package wenmai.web.page;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchResult;
import wenmai.web.api.SearchAnswer;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Html;
import wenmai.web.render.Messages;

/**
 * The search page (检索): the box, the facets, the hits.
 *
 * @param home whether nothing has been asked yet
 * @param hidden parameters that a form must carry along
 */
public record SearchPage(
    boolean home,
    String problem,
    SearchRequest request,
    String understood,
    List<String> alsoSearched,
    String suggestion,
    String suggestionUrl,
    boolean fellBack,
    long total,
    long tookMs,
    List<Row> hits,
    List<FacetBox> facets,
    List<Chosen> chosen,
    String clearUrl,
    List<Choice> sorts,
    List<Choice> levels,
    List<Choice> copies,
    String from,
    String to,
    List<Map.Entry<String, String>> hidden,
    Paging paging,
    ReadingRoom.CollectionStatistics statistics,
    List<Choice> examples) {

  private static final int SHOWN_VALUES = 8;

  /** One hit as it is shown. */
  public record Row(
      String url,
      String title,
      String kind,
      String number,
      String organ,
      String region,
      String date,
      String status,
      String statusLabel,
      boolean internal,
      String article,
      List<String> why,
      int copies,
      List<SnippetRow> snippets) {}

  /** One snippet as it is shown. */
  public record SnippetRow(TemplateHTMLOutputModel html, String url) {}

  /** A facet with its values; those beyond the first few are folded away. */
  public record FacetBox(String name, List<FacetRow> shown, List<FacetRow> folded, boolean open) {}

  /** One value of a facet. */
  public record FacetRow(String label, long count, String url, boolean chosen) {}

  /** A condition in force, with the address that lifts it. */
  public record Chosen(String label, String url) {}

  /** One of several ways. */
  public record Choice(String label, String url, boolean chosen) {}

  /** Where in the list one is. */
  public record Paging(int page, long pages, String previous, String next) {}

  /** What the page shows for an answered request. */
  public static SearchPage of(
      SearchRequest request,
      SearchResult result,
      long tookMs,
      ReadingRoom room,
      Messages messages) {
    long pages = Math.max(1, (result.total() + request.size() - 1) / request.size());
    return new SearchPage(
        isHome(request),
        "",
        request,
        result.understood(),
        result.alsoSearched(),
        result.suggestion().orElse(""),
        result
            .suggestion()
            .map(words -> Addresses.search(Requests.withQuery(request, words)))
            .orElse(""),
        result.mode() != request.mode(),
        result.total(),
        tookMs,
        result.hits().stream().map(hit -> row(hit, messages)).toList(),
        boxes(request, result, messages),
        chosen(request, messages),
        Addresses.search(Requests.withoutFilters(request)),
        sorts(request, messages),
        levels(request, messages),
        copies(request, messages),
        request.from().map(Object::toString).orElse(""),
        request.to().map(Object::toString).orElse(""),
        hidden(request),
        new Paging(
            request.page(),
            pages,
            request.page() > 1
                ? Addresses.search(Requests.withPage(request, request.page() - 1))
                : "",
            request.page() < pages
                ? Addresses.search(Requests.withPage(request, request.page() + 1))
                : ""),
        room.statistics(),
        List.of());
  }

  /** The page for a request that cannot be answered, with the reason. */
  public static SearchPage refused(
      SearchRequest request, String problem, ReadingRoom room, Messages messages) {
    SearchResult nothing =
        new SearchResult(
            "",
            request.mode(),
            List.of(),
            Optional.empty(),
            0,
            List.of(),
            Map.of(),
            Optional.empty());
    SearchPage page = of(request, nothing, 0, room, messages);
    return new SearchPage(
        false,
        problem,
        request,
        "",
        List.of(),
        "",
        "",
        false,
        0,
        0,
        List.of(),
        List.of(),
        page.chosen,
        page.clearUrl,
        page.sorts,
        page.levels,
        page.copies,
        page.from,
        page.to,
        page.hidden,
        page.paging,
        page.statistics,
        List.of());
  }

  SearchPage withExamples(List<Choice> some) {
    return new SearchPage(
        home,
        problem,
        request,
        understood,
        alsoSearched,
        suggestion,
        suggestionUrl,
        fellBack,
        total,
        tookMs,
        hits,
        facets,
        chosen,
        clearUrl,
        sorts,
        levels,
        copies,
        from,
        to,
        hidden,
        paging,
        statistics,
        some);
  }

  private static boolean isHome(SearchRequest request) {
    return SearchParameters.print(request, Copies.FOLD).isEmpty();
  }

  private static Row row(Hit hit, Messages messages) {
    DocumentSummary document = hit.document();
    return new Row(
        SearchAnswer.url(hit),
        document.title().orElse(""),
        messages.label("kind", document.kind().key()),
        document.number().map(Object::toString).orElse(""),
        document.organ().map(Object::toString).orElse(""),
        document.region().map(region -> region.name()).orElse(""),
        document.date().map(Object::toString).orElse(""),
        document.status().key(),
        messages.label("status", document.status().key()),
        document.visibility() == wenmai.corpus.document.Visibility.INTERNAL,
        hit.article().orElse(""),
        hit.why().stream().map(why -> messages.label("why", why)).toList(),
        hit.copies().size(),
        hit.snippets().stream()
            .map(snippet ->
                new SnippetRow(
                    Html.finished(Html.marked(snippet.words(), snippet.marks())),
                    snippet.article().map(a -> Addresses.article(document.id(), a)).orElse("")))
            .toList());
  }

  private static List<FacetBox> boxes(
      SearchRequest request, SearchResult result, Messages messages) {
    Map<String, List<SearchResult.FacetCount>> facets = SearchAnswer.facets(result, messages);
    List<FacetBox> boxes = new ArrayList<>();
    for (FacetName facet : FacetName.values()) {
      List<String> chosen = request.filters().getOrDefault(facet, List.of());
      List<FacetRow> rows =
          facets.getOrDefault(facet.key(), List.of()).stream()
              .map(count ->
                  new FacetRow(
                      count.label(),
                      count.count(),
                      Addresses.search(Requests.toggled(request, facet, count.value())),
                      chosen.contains(count.value())))
              .toList();
      if (!rows.isEmpty()) {
        int shown = Math.min(SHOWN_VALUES, rows.size());
        boxes.add(
            new FacetBox(
                messages.get("facet." + facet.key()),
                rows.subList(0, shown),
                rows.subList(shown, rows.size()),
                !chosen.isEmpty()));
      }
    }
    return boxes;
  }

  private static List<Chosen> chosen(SearchRequest request, Messages messages) {
    List<Chosen> chosen = new ArrayList<>();
    new LinkedHashMap<>(request.filters())
        .forEach((facet, values) ->
            values.forEach(value ->
                chosen.add(
                    new Chosen(
                        messages.get("facet." + facet.key())
                            + "："
                            + messages.label(facet.key(), value),
                        Addresses.search(Requests.toggled(request, facet, value))))));
    request
        .from()
        .ifPresent(day ->
            chosen.add(
                new Chosen(
                    "≥ " + day,
                    Addresses.search(
                        Requests.withDates(request, Optional.empty(), request.to())))));
    request
        .to()
        .ifPresent(day ->
            chosen.add(
                new Chosen(
                    "≤ " + day,
                    Addresses.search(
                        Requests.withDates(request, request.from(), Optional.empty())))));
    return chosen;
  }

  private static List<Choice> sorts(SearchRequest request, Messages messages) {
    Map<String, SearchRequest.Sort> names = new LinkedHashMap<>();
    names.put("relevance", SearchRequest.Sort.RELEVANCE);
    names.put("-date", SearchRequest.Sort.NEWEST_FIRST);
    names.put("date", SearchRequest.Sort.OLDEST_FIRST);
    names.put("cited", SearchRequest.Sort.MOST_CITED);
    return names.entrySet().stream()
        .map(e ->
            new Choice(
                messages.get("search.sort." + e.getKey()),
                Addresses.search(Requests.withSort(request, e.getValue())),
                request.sort() == e.getValue()))
        .toList();
  }

  private static List<Choice> levels(SearchRequest request, Messages messages) {
    return List.of(
        new Choice(
            messages.get("search.level.document"),
            Addresses.search(Requests.withLevel(request, SearchRequest.Level.DOCUMENT)),
            request.level() == SearchRequest.Level.DOCUMENT),
        new Choice(
            messages.get("search.level.article"),
            Addresses.search(Requests.withLevel(request, SearchRequest.Level.ARTICLE)),
            request.level() == SearchRequest.Level.ARTICLE));
  }

  private static List<Choice> copies(SearchRequest request, Messages messages) {
    return List.of(
        new Choice(
            messages.get("search.copies.fold"),
            Addresses.search(Requests.withCopies(request, Copies.FOLD)),
            request.copies() == Copies.FOLD),
        new Choice(
            messages.get("search.copies.show"),
            Addresses.search(Requests.withCopies(request, Copies.SHOW)),
            request.copies() == Copies.SHOW));
  }

  private static List<Map.Entry<String, String>> hidden(SearchRequest request) {
    return SearchParameters.print(Requests.withPage(request, 1), Copies.FOLD).stream()
        .filter(
            e -> !e.getKey().equals("q") && !e.getKey().equals("from") && !e.getKey().equals("to"))
        .toList();
  }
}
