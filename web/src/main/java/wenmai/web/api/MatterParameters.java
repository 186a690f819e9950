package wenmai.web.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final Map<String, Optional<MatterType>> TYPES =
      Arrays.stream(MatterType.values()).collect(Collectors.toMap(MatterType::key, Optional::of));
  private static final Map<String, Optional<MatterStatus>> STATUSES =
      Arrays.stream(MatterStatus.values())
          .collect(Collectors.toMap(MatterStatus::key, Optional::of));

  private final SearchParameters parameters;
  private final Map<String, Optional<OutcomeFilter>> outcomes;

  public MatterParameters(SearchParameters parameters, Messages messages) {
    this.parameters = parameters;
    this.outcomes = new HashMap<>();
    for (OutcomeFilter each : OutcomeFilter.values()) {
      outcomes.put(each.key(), Optional.of(each));
      outcomes.put(messages.label("matter.result", each.key()), Optional.of(each));
    }
  }

  /** The result that is meant by its key or its Chinese name (不满意、未通过、A类). */
  public Optional<OutcomeFilter> outcome(String written) {
    return outcomes.getOrDefault(written.strip(), Optional.empty());
  }

  /**
   * The request that these parameters ask for.
   *
   * @throws RequestProblem 400 if one of them makes no sense
   */
  public MatterRequest read(Map<String, List<String>> values) {
    int year = parameters.number(values, "year", 1949, 9999, 0, "problem.date");
    return new MatterRequest(
        parameters.choice(values, "type", TYPES, Optional.empty()),
        parameters.choice(values, "status", STATUSES, Optional.empty()),
        SearchParameters.first(values, "organ"),
        Optional.of(year).filter(y -> y > 0),
        parameters.choice(values, "outcome", outcomes, Optional.empty()),
        SearchParameters.first(values, "q").orElse(""),
        parameters.number(values, "page", 1, 1_000_000, 1, "problem.page"),
        parameters.number(
            values, "size", 1, SearchRequest.MAX_SIZE, SearchRequest.DEFAULT_SIZE, "problem.size"));
  }
}
