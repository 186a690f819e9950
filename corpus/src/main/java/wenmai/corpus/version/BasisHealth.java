package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;

/**
 * Whether the ground a text stands on has moved (依据体检): what happened to the work it rests on
 * between the day it was made and today. It does not matter which versions of that work are held: a
 * note under the title of a later one tells of the change as well.
 */
public final class BasisHealth {
  private BasisHealth() {}

  /**
   * A day on which a version's status changed.
   *
   * @param reason the words of another text that changed it
   */
  public record Turn(LocalDate day, Status to, Optional<DocumentQuote> reason) {}

  /**
   * Amendments and the repeal of a work after a day, oldest first.
   *
   * @param steps the history of the work
   * @param turns how the version that was meant stood; asked where the history tells nothing
   * @param made the day of the text that rests on it
   */
  public static List<VersionStep> since(
      List<VersionStep> steps, List<Turn> turns, LocalDate made, LocalDate today) {
    List<VersionStep> since = new ArrayList<>();
    for (VersionStep step : steps) {
      boolean changes = step.event().amends() || step.event() == AmendmentEvent.REPEALED;
      if (changes && step.date().filter(day -> within(day, made, today)).isPresent()) {
        since.add(step);
      }
    }
    boolean repealTold = since.stream().anyMatch(step -> step.event() == AmendmentEvent.REPEALED);
    for (Turn turn : turns) {
      boolean told = turn.to() == Status.REPEALED ? repealTold : !since.isEmpty();
      if (!told && within(turn.day(), made, today)) {
        event(turn.to()).ifPresent(event -> since.add(step(turn, event)));
      }
    }
    since.sort(Comparator.comparing(step -> step.date().orElse(LocalDate.MAX)));
    return List.copyOf(since);
  }

  private static boolean within(LocalDate day, LocalDate made, LocalDate today) {
    return day.isAfter(made) && !day.isAfter(today);
  }

  private static Optional<AmendmentEvent> event(Status to) {
    return switch (to) {
      case AMENDED -> Optional.of(AmendmentEvent.CORRECTED);
      case REPEALED -> Optional.of(AmendmentEvent.REPEALED);
      case NOT_YET_IN_FORCE, IN_FORCE, UNKNOWN -> Optional.empty();
    };
  }

  private static VersionStep step(Turn turn, AmendmentEvent event) {
    return new VersionStep(
        Optional.of(turn.day()), event, Optional.empty(), Optional.empty(), turn.reason());
  }

  /** Kinds that go on to work after the day they were made, so that their ground matters. */
  public static boolean matters(Kind kind) {
    return kind != Kind.CONSTITUTION && (kind.binds() || kind == Kind.REVIEW_OPINION);
  }
}
