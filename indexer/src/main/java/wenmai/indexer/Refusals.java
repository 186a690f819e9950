package wenmai.indexer;

import wenmai.corpus.Accessions.FileLocation;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.source.ContainerBudget;

/**
 * What is not taken (拒收): told of in the report, and noted where it came in the file of a paper.
 */
final class Refusals {
  private final RunReport report;
  private final Acceptance acceptance;

  Refusals(RunReport report, Acceptance acceptance) {
    this.report = report;
    this.acceptance = acceptance;
  }

  void refuse(FileLocation location, Extraction.Rejected why, Nesting nesting) {
    report.reject(location, why);
    noteUnread(location, why, nesting);
  }

  /**
   * Something in a container, or the container itself.
   *
   * @param nesting of what is in it
   */
  void refuseIn(
      FileLocation container, FileLocation location, Extraction.Rejected why, Nesting nesting) {
    report.seen();
    report.reject(location, why);
    note(location.equals(container) ? Acceptance.unopened(container) : location, why, nesting);
  }

  /**
   * The rest of a container, since the outermost one holds more than it may; that is told of once.
   */
  void refuseRest(FileLocation container, ContainerBudget budget, Nesting nesting) {
    budget
        .toTell()
        .ifPresent(limit -> {
          report.seen();
          report.reject(budget.outermost(), Containers.tooMuch(limit));
        });
    note(Acceptance.unopened(container), Containers.tooMuch(""), nesting);
  }

  private void note(FileLocation unread, Extraction.Rejected why, Nesting nesting) {
    nesting.saw(unread);
    noteUnread(unread, why, nesting);
  }

  /** What lies in no paper's file shows in no paper's original. */
  private void noteUnread(FileLocation location, Extraction.Rejected why, Nesting nesting) {
    if (!nesting.isNone() && nesting.parent().isPresent()) {
      acceptance.noteUnread(location, why);
    }
  }
}
