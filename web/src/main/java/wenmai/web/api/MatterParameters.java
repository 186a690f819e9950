package wenmai.web.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.matter.MatterType;
import wenmai.corpus.matter.OutcomeFilter;
import wenmai.corpus.search.SearchRequest;
import wenmai.web.render.Messages;
import wenmai.web.site.RequestProblem;

/** Reads which matters are asked for; page and API take the same parameters. */
public final class MatterParameters {
  private static final Map<String, MatterType> TYPES =
      Arrays.stream(MatterType.values()).collect(Collectors.toMap(MatterType::key, it -> it));
  private static final Map<String, MatterStatus> STATUSES =
      Arrays.stream(MatterStatus.values()).collect(Collectors.toMap(MatterStatus::key, it -> it));

  private final SearchParameters parameters;
  private final Map<String, OutcomeFilter> outcomes;

  public MatterParameters(SearchParameters parameters, Messages messages) {
    this.parameters = parameters;
    this.outcomes = new HashMap<>();
    for (OutcomeFilter each : OutcomeFilter.values()) {
      outcomes.put(each.key(), each);
      outcomes.put(messages.label("matter.result", each.key()), each);
    }
  }

  /** The result that is meant by its key or its Chinese name (不满意、未通过、A类). */
  public Optional<OutcomeFilter> outcome(String written) {
    return Optional.ofNullable(outcomes.get(written.strip()));
  }

  /**
   * The request that these parameters ask for.
   *
   * @throws RequestProblem 400 if one of them makes no sense
   */
  public MatterRequest read(Map<String, List<String>> values) {
    return new MatterRequest(
        parameters.choices(values, "type", TYPES),
        parameters.choices(values, "status", STATUSES),
        Set.copyOf(SearchParameters.values(values, "organ")),
        years(values),
        parameters.choices(values, "outcome", outcomes),
        SearchParameters.first(values, "q").orElse(""),
        parameters.number(values, "page", 1, 1_000_000, 1, "problem.page"),
        parameters.number(
            values, "size", 1, SearchRequest.MAX_SIZE, SearchRequest.DEFAULT_SIZE, "problem.size"));
  }

  private Set<Integer> years(Map<String, List<String>> values) {
    Set<Integer> years = new HashSet<>();
    for (String value : SearchParameters.values(values, "year")) {
      years.add(
          parameters.number(
              Map.of("year", List.of(value)), "year", 1949, 9999, 1949, "problem.date"));
    }
    return years;
  }
}
