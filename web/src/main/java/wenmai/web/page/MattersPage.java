package wenmai.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.matter.MatterType;
import wenmai.web.render.Messages;

/** The ledger of matters (事项台账). */
public record MattersPage(
    long total,
    List<Row> matters,
    List<Option> types,
    List<Option> statuses,
    String organ,
    String year,
    String query,
    SearchPage.Paging paging) {

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
      List<String> stages,
      List<String> missing) {}

  /** One value of a choice in a form. */
  public record Option(String value, String label, boolean chosen) {}

  public static MattersPage of(
      MatterRequest request, ReadingRoom.MatterPage answer, Messages messages) {
    long pages = Math.max(1, (answer.total() + request.size() - 1) / request.size());
    return new MattersPage(
        answer.total(),
        answer.matters().stream().map(matter -> row(matter, messages)).toList(),
        Arrays.stream(MatterType.values())
            .map(t ->
                new Option(
                    t.key(),
                    messages.label("matter.type", t.key()),
                    request.type().filter(t::equals).isPresent()))
            .toList(),
        Arrays.stream(MatterStatus.values())
            .map(s ->
                new Option(
                    s.key(),
                    messages.label("matter.status", s.key()),
                    request.status().filter(s::equals).isPresent()))
            .toList(),
        request.organ().orElse(""),
        request.year().map(Object::toString).orElse(""),
        request.query(),
        new SearchPage.Paging(
            request.page(),
            pages,
            request.page() > 1 ? address(request, request.page() - 1) : "",
            request.page() < pages ? address(request, request.page() + 1) : ""));
  }

  private static String address(MatterRequest request, int page) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    request.type().ifPresent(type -> parameters.add(Map.entry("type", type.key())));
    request.status().ifPresent(status -> parameters.add(Map.entry("status", status.key())));
    request.organ().ifPresent(organ -> parameters.add(Map.entry("organ", organ)));
    request.year().ifPresent(year -> parameters.add(Map.entry("year", year.toString())));
    if (!request.query().isBlank()) {
      parameters.add(Map.entry("q", request.query()));
    }
    parameters.add(Map.entry("page", Integer.toString(page)));
    return Addresses.withParameters("/matters", parameters);
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
        matter.stages().stream().map(Matter.StageEntry::stage).distinct().toList(),
        matter.missing().stream().map(Matter.MissingStage::stage).toList());
  }

  private static String day(Optional<java.time.LocalDate> day) {
    return day.map(Object::toString).orElse("");
  }
}
