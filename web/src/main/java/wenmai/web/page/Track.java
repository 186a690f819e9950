package wenmai.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.Matter;
import wenmai.web.render.Messages;

/**
 * The way of a matter (办理过程): its steps in order, with the steps that are missing where they should
 * have come.
 */
final class Track {
  private Track() {}

  /**
   * One step.
   *
   * @param note of a gap: when it was due
   * @param rule of a gap: what it rests on
   * @param gap whether it is missing
   * @param here whether it is the paper at hand
   * @param id of the paper, or empty
   */
  public record Step(
      String stage,
      String date,
      String title,
      String url,
      boolean key,
      boolean gap,
      boolean here,
      String note,
      String rule,
      String quote,
      String quoteUrl,
      String id) {}

  /** The steps without the titles of their papers, for a line. */
  static List<Step> line(Matter matter, Optional<DocumentId> here, Messages messages) {
    return of(matter, Map.of(), here, messages);
  }

  static List<Step> of(
      Matter matter, Map<DocumentId, String> titles, Optional<DocumentId> here, Messages messages) {
    List<Step> steps = new ArrayList<>();
    List<Matter.MissingStage> missing =
        new ArrayList<>(
            matter.missing().stream()
                .sorted(Comparator.comparing(m -> m.due().orElse(LocalDate.MAX)))
                .toList());
    for (Matter.StageEntry stage : matter.stages()) {
      // A gap stands before the first step that came after its day, or after it in the procedure.
      for (Matter.MissingStage gap : List.copyOf(missing)) {
        if (isBefore(gap, stage)) {
          missing.remove(gap);
          steps.add(gap(gap, messages));
        }
      }
      steps.add(step(stage, titles, here));
    }
    missing.forEach(gap -> steps.add(gap(gap, messages)));
    return steps;
  }

  private static boolean isBefore(Matter.MissingStage gap, Matter.StageEntry stage) {
    return gap.due().isPresent()
        ? stage.date().filter(gap.due().get()::isBefore).isPresent()
        : gap.before().filter(stage.document()::equals).isPresent();
  }

  private static Step step(
      Matter.StageEntry stage, Map<DocumentId, String> titles, Optional<DocumentId> here) {
    return new Step(
        stage.stage(),
        stage.date().map(Object::toString).orElse(""),
        titles.getOrDefault(stage.document(), ""),
        Addresses.document(stage.document()),
        stage.key(),
        false,
        here.filter(stage.document()::equals).isPresent(),
        "",
        "",
        stage.evidence().quote().words(),
        Addresses.place(stage.evidence()),
        stage.document().value());
  }

  private static Step gap(Matter.MissingStage gap, Messages messages) {
    String note =
        gap.due()
            .map(due -> messages.get("matter.missing.due", due))
            .orElse(messages.get("matter.missing.nodue"));
    return new Step(gap.stage(), "", "", "", true, true, false, note, gap.rule(), "", "", "");
  }
}
