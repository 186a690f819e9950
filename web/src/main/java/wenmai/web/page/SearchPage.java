package wenmai.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.reading.FormerNames.Former;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchResult;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;

/**
 * The search page (检索): the box, the facets, the hits.
 *
 * @param problem what is wrong with the query, or empty
 * @param culprits words that nothing holds, where nothing was found
 * @param renamed places that took part under their former or present name as well
 * @param first number of the first hit shown
 * @param direct the paper the query names by itself; none or one
 * @param hidden parameters that a form must carry along
 */
public record SearchPage(
    String problem,
    SearchRequest request,
    String understood,
    List<String> alsoSearched,
    List<String> culprits,
    List<Former> renamed,
    String suggestion,
    String suggestionUrl,
    boolean fellBack,
    long total,
    long tookMs,
    long first,
    List<HitRow> direct,
    List<HitRow> hits,
    List<FacetBox> facets,
    List<Choice> chosen,
    String clearUrl,
    List<Choice> sorts,
    List<Choice> modes,
    List<Choice> levels,
    List<Choice> copies,
    String from,
    String to,
    List<Map.Entry<String, String>> hidden,
    Paging paging) {

  /** What the page shows for an answered request. */
  static SearchPage of(SearchRequest request, SearchResult result, long tookMs, Messages messages) {
    return page(request, result, tookMs, "", messages);
  }

  /** The page for a request that cannot be answered, with the reason. */
  static SearchPage refused(SearchRequest request, String problem, Messages messages) {
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
    return page(request, nothing, 0, problem, messages);
  }

  private static SearchPage page(
      SearchRequest request, SearchResult result, long tookMs, String problem, Messages messages) {
    return new SearchPage(
        problem,
        request,
        result.understood(),
        result.alsoSearched(),
        result.culprits(),
        result.renamed(),
        result.suggestion().orElse(""),
        result
            .suggestion()
            .map(words -> Addresses.search(Requests.withQuery(request, words)))
            .orElse(""),
        result.mode() != request.mode(),
        result.total(),
        tookMs,
        (request.page() - 1L) * request.size() + 1,
        request.page() > 1
            ? List.of()
            : result.direct().stream().map(hit -> HitRow.of(hit, "", messages)).toList(),
        result.hits().stream().map(hit -> HitRow.of(hit, request.query(), messages)).toList(),
        FacetBox.of(request, result, messages),
        chosen(request, messages),
        Addresses.search(Requests.withoutFilters(request)),
        sorts(request, messages),
        modes(request, messages),
        levels(request, messages),
        copies(request, messages),
        request.from().map(Object::toString).orElse(""),
        request.to().map(Object::toString).orElse(""),
        hidden(request),
        Paging.of(
            request.page(),
            request.size(),
            result.total(),
            page -> Addresses.search(Requests.withPage(request, page))));
  }

  private static List<Choice> chosen(SearchRequest request, Messages messages) {
    List<Choice> chosen = new ArrayList<>();
    new LinkedHashMap<>(request.filters())
        .forEach((facet, values) ->
            values.forEach(value ->
                chosen.add(
                    new Choice(
                        messages.get("facet." + facet.key())
                            + "："
                            + messages.label(facet.key(), value),
                        Addresses.search(Requests.toggled(request, facet, value)),
                        true))));
    request
        .from()
        .ifPresent(day ->
            chosen.add(
                new Choice(
                    messages.get("search.from", day),
                    Addresses.search(Requests.withDates(request, Optional.empty(), request.to())),
                    true)));
    request
        .to()
        .ifPresent(day ->
            chosen.add(
                new Choice(
                    messages.get("search.to", day),
                    Addresses.search(Requests.withDates(request, request.from(), Optional.empty())),
                    true)));
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

  private static List<Choice> modes(SearchRequest request, Messages messages) {
    return List.of(SearchRequest.Mode.values()).stream()
        .map(mode ->
            new Choice(
                messages.get("search.mode." + SearchParameters.modeName(mode)),
                Addresses.search(Requests.withMode(request, mode)),
                request.mode() == mode))
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
