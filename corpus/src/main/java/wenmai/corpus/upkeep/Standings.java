package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.store.Row;

/** How documents stand on one day (时效), from the dates in their rows. */
final class Standings {
  /** What {@link #status} reads, of a table named {@code d}. */
  static final String COLUMNS = "d.kind, d.date, d.effective, d.repealed, d.status";

  /** Kinds that are in force or are not; of a report nobody asks. */
  private static final Set<Kind> BINDING =
      Set.of(
          Kind.CONSTITUTION,
          Kind.LAW,
          Kind.ADMINISTRATIVE_REGULATION,
          Kind.REGULATION,
          Kind.RULE,
          Kind.NORMATIVE_DOCUMENT,
          Kind.JUDICIAL_INTERPRETATION,
          Kind.RESOLUTION,
          Kind.DECISION);

  private final LocalDate asOf;

  Standings(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * @param first the first of {@link #COLUMNS} in the row
   */
  Status status(Row row, int first) {
    Optional<Status> stated = row.optional(first + 4).flatMap(Status::ofKey);
    if (stated.isPresent()) {
      return stated.get();
    }
    if (past(row.optional(first + 3))) {
      return Status.REPEALED;
    }
    Optional<String> effective = row.optional(first + 2);
    if (effective.isPresent() && !past(effective)) {
      return Status.NOT_YET_IN_FORCE;
    }
    boolean binding = Kind.ofKey(row.text(first)).filter(BINDING::contains).isPresent();
    return binding && (effective.isPresent() || past(row.optional(first + 1)))
        ? Status.IN_FORCE
        : Status.UNKNOWN;
  }

  private boolean past(Optional<String> day) {
    return day.filter(printed -> !LocalDate.parse(printed).isAfter(asOf)).isPresent();
  }
}
