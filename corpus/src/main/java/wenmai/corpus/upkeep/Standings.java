package wenmai.corpus.upkeep;

import java.time.LocalDate;
import wenmai.corpus.document.Status;
import wenmai.corpus.store.Row;

/** How documents stand on one day (时效): as stated from outside, else as their timelines say. */
final class Standings {
  /**
   * What {@link #status} reads, of a table named {@code d}; with the audience's bit as its one
   * argument.
   */
  static final String COLUMNS =
      "d.status, (SELECT s.timeline FROM standing s WHERE s.doc = d.doc AND (s.audience & ?) <> 0)";

  private final LocalDate asOf;

  Standings(LocalDate asOf) {
    this.asOf = asOf;
  }

  /**
   * @param first the first of {@link #COLUMNS} in the row
   */
  Status status(Row row, int first) {
    return row.optional(first)
        .flatMap(Status::ofKey)
        .or(() -> row.optional(first + 1).map(printed -> Timeline.parse(printed).on(asOf)))
        .orElse(Status.UNKNOWN);
  }
}
