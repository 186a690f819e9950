package wenmai.web.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.matter.Choice;
import wenmai.corpus.matter.DemandState;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.Outcome;
import wenmai.corpus.matter.OutcomeLine;
import wenmai.corpus.matter.ReplyGrade;
import wenmai.web.render.Messages;

/** The ledger of matters as a table to save (台账导出): a line a matter. */
record LedgerTable(MatterRequest request, ReadingRoom room, Messages messages) implements Table {
  private static final List<String> COLUMNS =
      List.of(
          "subject",
          "type",
          "region",
          "organ",
          "status",
          "opened",
          "due",
          "closed",
          "outcome",
          "stages",
          "missing",
          "demands",
          "answered",
          "id",
          "for",
          "against",
          "abstaining",
          "satisfied",
          "basically-satisfied",
          "dissatisfied",
          "rate",
          "verdict",
          "grade");

  /** Whose votes have a column of their own. */
  private static final List<Choice> COUNTED =
      List.of(
          Choice.FOR,
          Choice.AGAINST,
          Choice.ABSTAINING,
          Choice.SATISFIED,
          Choice.BASICALLY_SATISFIED,
          Choice.DISSATISFIED);

  @Override
  public void each(Consumer<List<String>> lines) {
    lines.accept(COLUMNS.stream().map(column -> messages.get("ledger." + column)).toList());
    room.eachMatter(request, matter -> lines.accept(row(matter, messages)));
  }

  private static List<String> row(Matter matter, Messages messages) {
    long answered =
        matter.demands().stream().filter(d -> d.state() == DemandState.ANSWERED).count();
    List<String> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            matter.subject(),
            messages.label("matter.type", matter.type().key()),
            matter.region().map(region -> region.name()).orElse(""),
            matter.organ().map(Object::toString).orElse(""),
            messages.label("matter.status", matter.status().key()),
            day(matter.opened()),
            day(matter.due()),
            day(matter.closed()),
            matter.outcome().orElseGet(() -> messages.get("matter.outcome.none")),
            String.join("；", matter.stages().stream().map(LedgerTable::stage).toList()),
            String.join("；", matter.missing().stream().map(Matter.MissingStage::stage).toList()),
            Integer.toString(matter.demands().size()),
            Long.toString(answered),
            matter.id()));
    cells.addAll(results(matter.outcomes(), messages));
    return cells;
  }

  /** What stands; a cell is blank where nothing is recorded, and 0 only where a paper says 0. */
  private static List<String> results(List<Outcome> outcomes, Messages messages) {
    List<String> cells = new ArrayList<>();
    Optional<Outcome> last = OutcomeLine.standing(outcomes);
    Optional<Outcome.Tally> tally = last.flatMap(it -> OutcomeLine.beside(it, outcomes));
    for (Choice choice : COUNTED) {
      OptionalInt votes = tally.map(it -> it.votes(choice)).orElse(OptionalInt.empty());
      cells.add(votes.isPresent() ? Integer.toString(votes.getAsInt()) : "");
    }
    OptionalDouble rate = tally.map(Outcome.Tally::rate).orElse(OptionalDouble.empty());
    cells.add(rate.isPresent() ? OutcomeLine.percent(rate.getAsDouble()) : "");
    cells.add(
        last.flatMap(Outcome::verdict)
            .map(it -> messages.label("matter.result", it.key()))
            .orElse(""));
    cells.add(OutcomeLine.grade(outcomes).map(ReplyGrade::name).orElse(""));
    return cells;
  }

  private static String stage(Matter.StageEntry stage) {
    return stage.stage() + stage.date().map(date -> " " + date).orElse("");
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(Object::toString).orElse("");
  }
}
