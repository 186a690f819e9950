package wenmai.indexer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.MadeInternal;
import wenmai.corpus.Intake.Rejected;
import wenmai.corpus.document.DocumentId;

/** Counts what a run does (计数), for its report. */
final class Tally {
  /** A run over garbage must not fill the memory with complaints. */
  private static final int LISTED_AT_MOST = 200_000;

  long seen;
  long added;
  long updated;
  long unchanged;
  long removed;
  private final Map<DocumentId, Kept> internal = new LinkedHashMap<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final long startNanos = System.nanoTime();

  private record Kept(MadeInternal told, boolean wasHere) {}

  /**
   * Each paper once, for the reason found last.
   *
   * @param wasHere whether a person may have published it
   */
  void internal(DocumentId paper, MadeInternal told, boolean wasHere) {
    if (internal.size() < LISTED_AT_MOST || internal.containsKey(paper)) {
      internal.put(paper, new Kept(told, wasHere));
    }
  }

  void rejected(Rejected file) {
    if (rejected.size() < LISTED_AT_MOST) {
      rejected.add(file);
    }
  }

  /**
   * @param isPublic whether a paper is public in the end
   */
  IntakeReport report(long duplicates, Predicate<DocumentId> isPublic) {
    List<MadeInternal> made =
        internal.entrySet().stream()
            .filter(kept -> !kept.getValue().wasHere() || !isPublic.test(kept.getKey()))
            .map(kept -> kept.getValue().told())
            .toList();
    double seconds = Math.round((System.nanoTime() - startNanos) / 1e6) / 1e3;
    return new IntakeReport(
        seen, added, updated, unchanged, duplicates, removed, made, rejected, List.of(), seconds);
  }
}
