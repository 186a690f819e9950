package wenmai.web.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.search.SearchRequest.Sort;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;

/**
 * Reads a {@link SearchRequest} from the parameters of a request; page and API take the same ones.
 */
public final class SearchParameters {
  private static final int MAX_VALUES = 50;
  private static final Map<String, Sort> SORTS =
      Map.of(
          "relevance",
          Sort.RELEVANCE,
          "date",
          Sort.OLDEST_FIRST,
          "-date",
          Sort.NEWEST_FIRST,
          "cited",
          Sort.MOST_CITED);
  private static final Map<String, Mode> MODES =
      Map.of("keyword", Mode.KEYWORD, "semantic", Mode.SEMANTIC, "hybrid", Mode.HYBRID);
  private static final Map<String, Level> LEVELS =
      Map.of("document", Level.DOCUMENT, "article", Level.ARTICLE);
  private static final Map<String, Copies> COPIES =
      Map.of("show", Copies.SHOW, "fold", Copies.FOLD);

  private final Messages messages;

  public SearchParameters(Messages messages) {
    this.messages = messages;
  }

  /**
   * The request that these parameters ask for; blank values count as absent.
   *
   * @throws RequestProblem 400 if one of them makes no sense
   */
  public SearchRequest read(Map<String, List<String>> parameters, Copies usual) {
    Map<FacetName, List<String>> filters = new EnumMap<>(FacetName.class);
    for (FacetName facet : FacetName.values()) {
      List<String> values = values(parameters, facet.key());
      if (!values.isEmpty()) {
        filters.put(facet, values);
      }
    }
    return new SearchRequest(
        first(parameters, "q").orElse(""),
        filters,
        day(parameters, "from", false),
        day(parameters, "to", true),
        choice(parameters, "sort", SORTS, Sort.RELEVANCE),
        choice(parameters, "mode", MODES, Mode.KEYWORD),
        choice(parameters, "level", LEVELS, Level.DOCUMENT),
        choice(parameters, "copies", COPIES, usual),
        number(parameters, "page", 1, 1_000_000, 1, "problem.page"),
        number(
            parameters,
            "size",
            1,
            SearchRequest.MAX_SIZE,
            SearchRequest.DEFAULT_SIZE,
            "problem.size"));
  }

  /** A whole number within bounds. */
  public int number(
      Map<String, List<String>> parameters,
      String name,
      int least,
      int most,
      int usual,
      String explanation) {
    Optional<String> value = first(parameters, name);
    if (value.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(value.get().strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Not a number: the same answer as a number out of bounds.
    }
    throw bad(name, value.get(), messages.get(explanation));
  }

  /** The first value that is not blank. */
  public static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  public <T> T choice(
      Map<String, List<String>> parameters, String name, Map<String, T> choices, T usual) {
    Optional<String> value = first(parameters, name);
    if (value.isEmpty()) {
      return usual;
    }
    T choice = choices.get(value.get().strip());
    if (choice == null) {
      throw noChoice(name, value.get(), choices.keySet());
    }
    return choice;
  }

  private RequestProblem noChoice(String name, String value, Set<String> choices) {
    return bad(
        name,
        value,
        messages.get("problem.choice", String.join("、", choices.stream().sorted().toList())));
  }

  /** What all values given stand for; none where none is. */
  public <T> Set<T> choices(
      Map<String, List<String>> parameters, String name, Map<String, T> choices) {
    Set<T> chosen = new HashSet<>();
    for (String value : values(parameters, name)) {
      T choice = choices.get(value);
      if (choice == null) {
        throw noChoice(name, value, choices.keySet());
      }
      chosen.add(choice);
    }
    return chosen;
  }

  /** All values that are not blank, each once. */
  public static List<String> values(Map<String, List<String>> parameters, String name) {
    List<String> values = new ArrayList<>();
    for (String value : parameters.getOrDefault(name, List.of())) {
      if (!value.isBlank() && values.size() < MAX_VALUES && !values.contains(value.strip())) {
        values.add(value.strip());
      }
    }
    return values;
  }

  /** A day, or a month or year that stands for its first or last day. */
  private Optional<LocalDate> day(Map<String, List<String>> parameters, String name, boolean last) {
    Optional<String> value = first(parameters, name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = value.get().strip().split("-", -1);
    try {
      return Optional.of(
          switch (parts.length) {
            case 1 -> wholeYear(Integer.parseInt(parts[0]), last);
            case 2 -> month(YearMonth.parse(value.get().strip()), last);
            default -> LocalDate.parse(value.get().strip());
          });
    } catch (DateTimeParseException | NumberFormatException e) {
      throw bad(name, value.get(), messages.get("problem.date"));
    }
  }

  private static LocalDate wholeYear(int year, boolean last) {
    if (year < 1000 || year > 9999) {
      throw new NumberFormatException("not a year: " + year);
    }
    return last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
  }

  private static LocalDate month(YearMonth month, boolean last) {
    return last ? month.atEndOfMonth() : month.atDay(1);
  }

  private RequestProblem bad(String name, String value, String why) {
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return new RequestProblem(
        400, "bad-parameter", messages.get("problem.bad-parameter", name, shown, why));
  }

  /** The parameters again, as they stand in an address: only those that differ from the usual. */
  public static List<Map.Entry<String, String>> print(SearchRequest request, Copies usual) {
    List<Map.Entry<String, String>> out = new ArrayList<>();
    if (!request.query().isBlank()) {
      out.add(Map.entry("q", request.query()));
    }
    Arrays.stream(FacetName.values())
        .forEach(facet ->
            request
                .filters()
                .getOrDefault(facet, List.of())
                .forEach(v -> out.add(Map.entry(facet.key(), v))));
    request.from().ifPresent(day -> out.add(Map.entry("from", day.toString())));
    request.to().ifPresent(day -> out.add(Map.entry("to", day.toString())));
    name(SORTS, request.sort(), Sort.RELEVANCE).ifPresent(v -> out.add(Map.entry("sort", v)));
    name(MODES, request.mode(), Mode.KEYWORD).ifPresent(v -> out.add(Map.entry("mode", v)));
    name(LEVELS, request.level(), Level.DOCUMENT).ifPresent(v -> out.add(Map.entry("level", v)));
    name(COPIES, request.copies(), usual).ifPresent(v -> out.add(Map.entry("copies", v)));
    if (request.page() > 1) {
      out.add(Map.entry("page", Integer.toString(request.page())));
    }
    if (request.size() != SearchRequest.DEFAULT_SIZE) {
      out.add(Map.entry("size", Integer.toString(request.size())));
    }
    return out;
  }

  private static <T extends Enum<T>> Optional<String> name(Map<String, T> names, T value, T usual) {
    return value == usual
        ? Optional.empty()
        : names.entrySet().stream()
            .filter(e -> e.getValue() == value)
            .map(Map.Entry::getKey)
            .findFirst();
  }

  /** The name of a mode in the contract. */
  public static String modeName(Mode mode) {
    return MODES.entrySet().stream()
        .filter(e -> e.getValue() == mode)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
