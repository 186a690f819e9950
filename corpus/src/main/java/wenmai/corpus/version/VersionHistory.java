package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/**
 * Puts together the history of a work (版本沿革) from the notes of all its held versions, those
 * versions themselves, and the texts that repeal it.
 */
public final class VersionHistory {
  private VersionHistory() {}

  private record Key(LocalDate date, AmendmentEvent event) {}

  /** The steps, oldest first; steps told by several versions are told once, by the newest. */
  public static List<VersionStep> of(List<Expression> versions, List<Strike> strikes) {
    Map<Key, VersionStep> steps = new LinkedHashMap<>();
    versions.stream()
        .sorted(
            Comparator.comparing((Expression version) -> version.date().orElse(LocalDate.MIN))
                .thenComparing(Expression::document))
        .forEach(version -> addNotes(version, steps));
    List<VersionStep> all = new ArrayList<>();
    steps.values().forEach(step -> all.add(withDocument(step, versions)));
    versions.stream()
        .filter(version -> all.stream().noneMatch(step -> made(step, version)))
        .forEach(version -> all.add(unexplained(version)));
    strikes.stream()
        .filter(strike -> strike.act() == Strike.Act.REPEALS)
        .min(Comparator.comparing((Strike strike) -> strike.effective().orElse(LocalDate.MAX)))
        .ifPresent(strike ->
            all.add(
                new VersionStep(
                    strike.effective(),
                    AmendmentEvent.REPEALED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(strike.quote()))));
    all.sort(
        Comparator.comparing((VersionStep step) -> step.date().orElse(LocalDate.MAX))
            .thenComparing(step -> rank(step.event())));
    return List.copyOf(all);
  }

  private static void addNotes(Expression version, Map<Key, VersionStep> steps) {
    for (AmendmentNote note : version.notes()) {
      steps.put(
          new Key(note.date(), note.event()),
          new VersionStep(
              Optional.of(note.date()),
              note.event(),
              note.body().or(note::decision),
              Optional.empty(),
              Optional.of(new DocumentQuote(version.document(), note.quote()))));
    }
  }

  /** The version that a step made is the one dated by it. */
  private static VersionStep withDocument(VersionStep step, List<Expression> versions) {
    if (!step.event().amends() && step.event() != AmendmentEvent.ADOPTED) {
      return step;
    }
    Optional<DocumentId> made =
        versions.stream()
            .filter(version -> version.date().equals(step.date()))
            .map(Expression::document)
            .min(Comparator.naturalOrder());
    return new VersionStep(step.date(), step.event(), step.by(), made, step.evidence());
  }

  private static boolean made(VersionStep step, Expression version) {
    return step.document().filter(version.document()::equals).isPresent();
  }

  /** A held version that no note tells of. */
  private static VersionStep unexplained(Expression version) {
    return new VersionStep(
        version.date(),
        version.notes().stream().anyMatch(note -> note.event().amends())
            ? AmendmentEvent.PUBLISHED
            : AmendmentEvent.ADOPTED,
        Optional.empty(),
        Optional.of(version.document()),
        Optional.empty());
  }

  /** The order of steps of one day. */
  private static int rank(AmendmentEvent event) {
    return switch (event) {
      case ADOPTED -> 0;
      case CORRECTED -> 1;
      case REVISED -> 2;
      case APPROVED -> 3;
      case PUBLISHED -> 4;
      case EFFECTIVE -> 5;
      case REPEALED -> 6;
    };
  }
}
