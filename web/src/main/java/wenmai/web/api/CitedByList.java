package wenmai.web.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import wenmai.corpus.Lineage.CitedBy;
import wenmai.corpus.document.Organ;
import wenmai.corpus.structure.Provision;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;

/**
 * Who cites a document, narrowed and counted (被引分面); page and API ask alike.
 *
 * @param places those on this page
 * @param facets by name, in the order in which they are shown; the counts of one follow the filters
 *     of the others
 */
public record CitedByList(
    CitedByRequest request, int total, List<CitedBy> places, Map<String, List<Count>> facets) {

  /** A value with the number of places that have it. */
  public record Count(String value, String label, int count) {}

  /**
   * What is asked for.
   *
   * @param article such as {@code 12} or {@code 12.2}; its parts count as well
   * @param filters values by the name of the facet
   */
  public record CitedByRequest(
      Optional<Provision> article, Map<String, String> filters, int page, int size) {

    /** The same but for one value, from the first page; empty takes the filter away. */
    public CitedByRequest with(String facet, String value) {
      if (facet.equals("article")) {
        return new CitedByRequest(Provision.parse(value), filters, 1, size);
      }
      Map<String, String> changed = new LinkedHashMap<>(filters);
      if (value.isEmpty()) {
        changed.remove(facet);
      } else {
        changed.put(facet, value);
      }
      return new CitedByRequest(article, Map.copyOf(changed), 1, size);
    }

    /** The chosen value, or empty. */
    public String chosen(String facet) {
      return facet.equals("article")
          ? article.map(Object::toString).orElse("")
          : filters.getOrDefault(facet, "");
    }
  }

  /** What each facet but the article reads from a place. */
  private static final Map<String, Function<CitedBy, Optional<String>>> FACETS = facetReaders();

  private static Map<String, Function<CitedBy, Optional<String>>> facetReaders() {
    Map<String, Function<CitedBy, Optional<String>>> readers = new LinkedHashMap<>();
    readers.put("relation", place -> Optional.of(place.type().key()));
    readers.put("kind", place -> Optional.of(place.by().kind().key()));
    readers.put("organ", place -> place.by().organ().map(Organ::name));
    readers.put("year", place -> place.by().date().map(date -> Integer.toString(date.getYear())));
    return readers;
  }

  /** The facets' names. */
  public static List<String> facetNames() {
    List<String> names = new ArrayList<>(List.of("article"));
    names.addAll(FACETS.keySet());
    return names;
  }

  /**
   * Reads what is asked for.
   *
   * @throws RequestProblem 400 if a parameter makes no sense
   */
  public static CitedByRequest read(
      Map<String, List<String>> values, SearchParameters parameters, Messages messages) {
    Optional<String> article = SearchParameters.first(values, "article");
    Optional<Provision> provision = article.flatMap(Provision::parse);
    if (article.isPresent() && provision.isEmpty()) {
      throw new RequestProblem(
          400,
          "bad-parameter",
          messages.get(
              "problem.bad-parameter", "article", article.get(), messages.get("problem.article")));
    }
    Map<String, String> filters = new LinkedHashMap<>();
    for (String facet : FACETS.keySet()) {
      SearchParameters.first(values, facet).ifPresent(value -> filters.put(facet, value));
    }
    return new CitedByRequest(
        provision,
        Map.copyOf(filters),
        parameters.number(values, "page", 1, 1_000_000, 1, "problem.page"),
        parameters.number(values, "size", 1, 100, 20, "problem.size"));
  }

  public static CitedByList of(CitedByRequest request, List<CitedBy> all, Messages messages) {
    List<CitedBy> wanted = all.stream().filter(fits(request, "")).toList();
    Map<String, List<Count>> facets = new LinkedHashMap<>();
    facets.put(
        "article", articles(all.stream().filter(fits(request, "article")).toList(), messages));
    FACETS.forEach((name, reader) -> {
      Map<String, Integer> counts = new TreeMap<>();
      all.stream()
          .filter(fits(request, name))
          .forEach(place -> reader.apply(place).ifPresent(v -> counts.merge(v, 1, Integer::sum)));
      facets.put(name, counts(name, counts, messages));
    });
    long from = Math.min(wanted.size(), (request.page() - 1L) * request.size());
    long to = Math.min(wanted.size(), from + request.size());
    return new CitedByList(
        request,
        wanted.size(),
        wanted.subList((int) from, (int) to),
        Collections.unmodifiableMap(facets));
  }

  /** Whether a place fits all filters but one. */
  private static Predicate<CitedBy> fits(CitedByRequest request, String but) {
    return place -> {
      boolean articleFits =
          but.equals("article")
              || request.article().isEmpty()
              || place.article().filter(own -> own.touches(request.article().get())).isPresent();
      return articleFits
          && request.filters().entrySet().stream()
              .filter(filter -> !filter.getKey().equals(but))
              .allMatch(filter ->
                  FACETS
                      .getOrDefault(filter.getKey(), any -> Optional.empty())
                      .apply(place)
                      .filter(filter.getValue()::equals)
                      .isPresent());
    };
  }

  /** Articles and paragraphs in their order, each with how many places name it or a part of it. */
  private static List<Count> articles(List<CitedBy> places, Messages messages) {
    Map<Provision.Point, Integer> counts =
        new TreeMap<>(
            Comparator.comparingInt((Provision.Point point) -> point.article())
                .thenComparingInt(Provision.Point::inserted)
                .thenComparingInt(Provision.Point::paragraph));
    for (CitedBy place : places) {
      place.article().stream()
          .flatMap(article -> article.ranges().stream())
          .flatMap(range -> points(range).stream())
          .distinct()
          .forEach(point -> counts.merge(point, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(entry ->
            new Count(
                entry.getKey().toString(),
                Articles.label(entry.getKey(), messages),
                entry.getValue()))
        .toList();
  }

  /** The article, and the paragraph where one is named; both ends of a range. */
  private static List<Provision.Point> points(Provision.Range range) {
    List<Provision.Point> points = new ArrayList<>();
    for (Provision.Point end : List.of(range.first(), range.last())) {
      points.add(new Provision.Point(end.article(), end.inserted(), 0, 0));
      if (end.paragraph() > 0) {
        points.add(new Provision.Point(end.article(), end.inserted(), end.paragraph(), 0));
      }
    }
    return points.stream().distinct().toList();
  }

  private static List<Count> counts(String name, Map<String, Integer> counts, Messages messages) {
    Comparator<Map.Entry<String, Integer>> most =
        name.equals("year")
            ? Map.Entry.comparingByKey(Comparator.reverseOrder())
            : Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
    return counts.entrySet().stream()
        .sorted(most)
        .map(entry ->
            new Count(entry.getKey(), label(name, entry.getKey(), messages), entry.getValue()))
        .toList();
  }

  private static String label(String facet, String value, Messages messages) {
    return switch (facet) {
      case "relation" -> messages.label("edge", value);
      case "kind" -> messages.label("kind", value);
      default -> value;
    };
  }
}
