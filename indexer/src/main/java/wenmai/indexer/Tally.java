package wenmai.indexer;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.MadeInternal;
import wenmai.corpus.Intake.Rejected;

/** Counts what a run does (计数), for its report. */
final class Tally {
  /** A run over garbage must not fill the memory with complaints. */
  private static final int LISTED_AT_MOST = 200_000;

  long seen;
  long added;
  long updated;
  long unchanged;
  long removed;
  private final List<MadeInternal> internal = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final long startNanos = System.nanoTime();

  void internal(MadeInternal paper) {
    if (internal.size() < LISTED_AT_MOST) {
      internal.add(paper);
    }
  }

  void rejected(Rejected file) {
    if (rejected.size() < LISTED_AT_MOST) {
      rejected.add(file);
    }
  }

  IntakeReport report(long duplicates) {
    double seconds = Math.round((System.nanoTime() - startNanos) / 1e6) / 1e3;
    return new IntakeReport(
        seen,
        added,
        updated,
        unchanged,
        duplicates,
        removed,
        internal,
        rejected,
        List.of(),
        seconds);
  }
}
