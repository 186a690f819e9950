package wenmai.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.matter.MatterType;
import wenmai.corpus.matter.OutcomeFilter;
import wenmai.web.render.Messages;

/**
 * The ledger of matters (事项台账).
 *
 * @param statuses how many matters stand how, under the other conditions
 * @param csvUrl the same list as a table to save
 */
public record MattersPage(
    long total,
    List<Row> matters,
    List<StatusTab> statuses,
    List<Option> types,
    List<Option> outcomes,
    List<String> status,
    String organ,
    String year,
    String query,
    boolean filtered,
    String csvUrl,
    String xlsxUrl,
    Paging paging) {

  /** One matter of the ledger. */
  public record Row(
      String url,
      String subject,
      String type,
      String region,
      String organ,
      String status,
      String statusLabel,
      String opened,
      String due,
      String closed,
      String outcome,
      List<Track.Step> steps,
      List<String> missing) {}

  /** One value of a choice in a form. */
  public record Option(String value, String label, boolean chosen) {}

  /** One status with the number of matters that have it. */
  public record StatusTab(String status, String label, String url, long count, boolean chosen) {}

  static MattersPage of(MatterRequest request, ReadingRoom room, Messages messages) {
    ReadingRoom.MatterPage answer = room.matters(request);
    return new MattersPage(
        answer.total(),
        answer.matters().stream().map(matter -> row(matter, messages)).toList(),
        tabs(request, room, messages),
        Arrays.stream(MatterType.values())
            .map(t ->
                new Option(
                    t.key(), messages.label("matter.type", t.key()), request.types().contains(t)))
            .toList(),
        Arrays.stream(OutcomeFilter.values())
            .map(it ->
                new Option(
                    it.key(),
                    messages.label("matter.result", it.key()),
                    request.outcomes().contains(it)))
            .toList(),
        request.statuses().stream().map(MatterStatus::key).sorted().toList(),
        String.join(" ", request.organs().stream().sorted().toList()),
        String.join(" ", request.years().stream().sorted().map(Object::toString).toList()),
        request.query(),
        !request.types().isEmpty()
            || !request.organs().isEmpty()
            || !request.years().isEmpty()
            || !request.outcomes().isEmpty()
            || !request.query().isBlank(),
        address("/matters.csv", request, 1),
        address("/matters.xlsx", request, 1),
        Paging.of(
            request.page(),
            request.size(),
            answer.total(),
            page -> address("/matters", request, page)));
  }

  private static List<StatusTab> tabs(MatterRequest request, ReadingRoom room, Messages messages) {
    Map<MatterStatus, Long> counts = room.matterCounts(request);
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<StatusTab> tabs = new ArrayList<>();
    tabs.add(tab(request, Set.of(), messages.get("matters.all"), all));
    for (MatterStatus status : MatterStatus.values()) {
      tabs.add(
          tab(
              request,
              Set.of(status),
              messages.label("matter.status", status.key()),
              counts.getOrDefault(status, 0L)));
    }
    return tabs;
  }

  private static StatusTab tab(
      MatterRequest request, Set<MatterStatus> statuses, String label, long count) {
    return new StatusTab(
        statuses.stream().map(MatterStatus::key).findFirst().orElse(""),
        label,
        address("/matters", request.standing(statuses), 1),
        count,
        request.statuses().equals(statuses));
  }

  private static String address(String path, MatterRequest request, int page) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    addEach(parameters, "type", request.types(), MatterType::key);
    addEach(parameters, "status", request.statuses(), MatterStatus::key);
    addEach(parameters, "organ", request.organs(), organ -> organ);
    addEach(parameters, "year", request.years(), Object::toString);
    addEach(parameters, "outcome", request.outcomes(), OutcomeFilter::key);
    if (!request.query().isBlank()) {
      parameters.add(Map.entry("q", request.query()));
    }
    if (page > 1) {
      parameters.add(Map.entry("page", Integer.toString(page)));
    }
    return Addresses.withParameters(path, parameters);
  }

  private static <T> void addEach(
      List<Map.Entry<String, String>> parameters,
      String name,
      Set<T> values,
      Function<T, String> written) {
    values.stream().map(written).sorted().forEach(it -> parameters.add(Map.entry(name, it)));
  }

  static Row row(Matter matter, Messages messages) {
    return new Row(
        Addresses.matter(matter.id()),
        matter.subject(),
        messages.label("matter.type", matter.type().key()),
        matter.region().map(region -> region.name()).orElse(""),
        matter.organ().map(Object::toString).orElse(""),
        matter.status().key(),
        messages.label("matter.status", matter.status().key()),
        day(matter.opened()),
        day(matter.due()),
        day(matter.closed()),
        matter.outcome().orElse(""),
        Track.line(matter, Optional.empty(), messages),
        missing(matter));
  }

  /** What is lacking, the step first whose day the row shows. */
  private static List<String> missing(Matter matter) {
    Comparator<Matter.MissingStage> dueFirst =
        Comparator.comparing(step -> !(step.due().isPresent() && step.due().equals(matter.due())));
    return matter.missing().stream().sorted(dueFirst).map(Matter.MissingStage::stage).toList();
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(Object::toString).orElse("");
  }
}
