package wenmai.corpus.record;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.VersionStep;

/** The history of a work (版本沿革) as it is kept with each of its versions; JSON, and the way back. */
public final class HistoryJson {
  private HistoryJson() {}

  /**
   * @param reasons why the status changed, where another text's words say so
   */
  public record History(List<VersionStep> steps, List<Reason> reasons) {
    public History {
      steps = List.copyOf(steps);
      reasons = List.copyOf(reasons);
    }
  }

  /** The words by which the status changed on a day. */
  public record Reason(LocalDate day, DocumentQuote quote) {}

  public static byte[] bytes(History history) {
    return JsonOut.string(
            out -> {
              out.objects("steps", history.steps(), step -> write(out, step));
              out.objects(
                  "reasons",
                  history.reasons(),
                  reason -> {
                    out.text("day", reason.day().toString());
                    NeighboursJson.write(out, reason.quote());
                  });
            })
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonOut out, VersionStep step) {
    out.text("date", step.date()).text("event", step.event().label());
    out.text("by", step.by()).text("document", step.document());
    step.evidence()
        .ifPresent(quote -> out.object("evidence", it -> NeighboursJson.write(it, quote)));
  }

  /**
   * @throws RecordProblem if these bytes are none
   */
  public static History read(byte[] utf8) {
    JsonIn in = JsonIn.parse(utf8);
    return new History(
        in.objects("steps", HistoryJson::step),
        in.objects(
            "reasons",
            reason ->
                new Reason(
                    reason
                        .date("day")
                        .orElseThrow(() -> new RecordProblem("a reason without its day")),
                    MatterJson.quote(reason))));
  }

  private static VersionStep step(JsonIn in) {
    return new VersionStep(
        in.date("date"),
        in.parsed("event", HistoryJson::event),
        in.optional("by"),
        in.parsedIfThere("document", ContentJson::id),
        in.objectIfThere("evidence").map(MatterJson::quote));
  }

  private static Optional<AmendmentEvent> event(String label) {
    return Arrays.stream(AmendmentEvent.values())
        .filter(event -> event.label().equals(label))
        .findFirst();
  }
}
