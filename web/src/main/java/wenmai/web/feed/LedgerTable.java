package wenmai.web.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

/**
 * The ledger of matters as a table to save (台账导出): a line a matter, all of them text. Rows are made
 * one by one as they are written, so that a table of any length takes no more room than a line.
 */
record LedgerTable(MatterRequest request, ReadingRoom room, Messages messages) {
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

  /** Hands out the heads of the columns, then each row. */
  void each(Consumer<List<String>> lines) {
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

  /**
   * As comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8. A value
   * that a spreadsheet would take for a formula gets an apostrophe before it.
   */
  void writeCsv(OutputStream to) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    out.write('\uFEFF');
    each(line -> write(out, line));
    out.flush();
  }

  private static void write(Writer out, List<String> values) {
    StringBuilder line = new StringBuilder();
    appendLine(line, values);
    try {
      out.append(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void appendLine(StringBuilder out, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "\"" : ",\"");
      out.append(harmless(values.get(i)).replace("\"", "\"\"")).append('"');
    }
    out.append("\r\n");
  }

  private static String harmless(String value) {
    return !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
