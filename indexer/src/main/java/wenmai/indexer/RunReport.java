package wenmai.indexer;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Intake;
import wenmai.corpus.IntakeStopped;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.extract.RejectionTexts;

/** What a run has to say (收录记录): progress to its listener, counts and refusals for its report. */
final class RunReport {
  private final Intake.Listener listener;

  /** Papers are durable on one thread while files are seen on another; the listener hears one. */
  private final ReentrantLock telling = new ReentrantLock();

  private final RejectionTexts texts;
  private final InternalReason reasons;
  private final Tally tally = new Tally();
  private long total;

  RunReport(Intake.Listener listener, RejectionTexts texts, InternalReason reasons) {
    this.listener = listener;
    this.texts = texts;
    this.reasons = reasons;
  }

  /** Announces how many files there are; members of containers come on top. */
  void expect(long files) {
    total = files;
    tell(() -> listener.progress(0, total));
  }

  /**
   * Asked before each step that may take long.
   *
   * @throws IntakeStopped if the listener wants no more
   */
  void goOn() {
    if (listener.wantsNoMore()) {
      throw new IntakeStopped();
    }
  }

  void seen() {
    goOn();
    tally.seen++;
    tell(() -> listener.progress(tally.seen, Math.max(total, tally.seen)));
  }

  /** A file, or a container with so many papers, is as it was. */
  void unchanged(long papers) {
    tally.seen += papers - 1;
    seen();
    tally.unchanged += papers;
  }

  void confirmed() {
    tally.unchanged++;
  }

  void added(long papers) {
    tally.added += papers;
  }

  void updated(long papers) {
    tally.updated += papers;
  }

  void removed(long papers) {
    tally.removed += papers;
  }

  void accepted(OfficialDocument paper) {
    tell(() -> listener.accepted(paper.provenance().source(), paper.id()));
  }

  private void tell(Runnable word) {
    telling.lock();
    try {
      word.run();
    } finally {
      telling.unlock();
    }
  }

  /**
   * A paper that has been here before; told of if it is internal in the end, for what a person
   * published stays public.
   *
   * @param cause for which it was kept, if not for itself
   */
  void madeInternal(OfficialDocument paper, Optional<InternalCause> cause) {
    madeInternal(paper, cause, true);
  }

  /**
   * @param wasHere whether a person may have published it
   */
  void madeInternal(OfficialDocument paper, Optional<InternalCause> cause, boolean wasHere) {
    tally.internal(
        paper.id(),
        new Intake.MadeInternal(paper.provenance().source(), reasons.of(paper, cause)),
        wasHere);
  }

  void unreadable(FileLocation location, IOException why) {
    reject(
        location,
        new Extraction.Rejected(RejectionCode.UNREADABLE, why.getClass().getSimpleName()));
  }

  void reject(FileLocation location, Extraction.Rejected rejected) {
    tally.rejected(texts.entry(location.path(), rejected));
  }

  /**
   * @param isPublic whether a paper is public in the end
   */
  Intake.IntakeReport finish(long duplicates, Predicate<DocumentId> isPublic) {
    return tally.report(duplicates, isPublic);
  }
}
