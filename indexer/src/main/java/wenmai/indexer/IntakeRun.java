package wenmai.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Intake;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.source.GivenPath;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceWalk;

/**
 * One run over what was given (一次收录): walks through it, offers each file, withdraws what is gone.
 * All calls of the register come from the thread of {@link #run}.
 */
final class IntakeRun {
  /** A file written so far in the future has its time from a clock that goes wrong. */
  private static final Duration ODD_CLOCK = Duration.ofMinutes(1);

  private final Intake.Request request;
  private final Accessions register;
  private final ReadingWindow window;
  private final Offering offering;
  private final RunReport report;
  private final EnclosureNames names;
  private final Instant started = Instant.now();

  IntakeRun(
      Intake.Request request,
      Accessions register,
      ReadingWindow window,
      Offering offering,
      RunReport report,
      EnclosureNames names) {
    this.names = names;
    this.request = request;
    this.register = register;
    this.window = window;
    this.offering = offering;
    this.report = report;
  }

  Intake.IntakeReport run() {
    List<GivenPath> given = GivenPath.all(request.paths(), register.roots());
    Removals removals = new Removals(register);
    for (GivenPath path : given) {
      Optional<Extraction.Rejected> refused =
          request.allowRemovals() ? Optional.empty() : removals.refuse(path);
      if (refused.isPresent()) {
        report.reject(path.named(), refused.get());
        return report.finish(0, this::isPublic);
      }
    }
    report.expect(given.stream().mapToLong(IntakeRun::count).sum());
    Nesting outside = offering.outside(names);
    given.forEach(path -> take(path, outside));
    offering.leave("", outside);
    window.drain();
    for (GivenPath path : given) {
      report.removed(removals.withdrawGone(path));
    }
    given.forEach(offering::keep);
    register.flush();
    return report.finish(register.duplicates(), this::isPublic);
  }

  private boolean isPublic(DocumentId paper) {
    return register.held(paper).filter(held -> held.visibility() == Visibility.PUBLIC).isPresent();
  }

  private static long count(GivenPath given) {
    try {
      return Files.exists(given.path()) ? SourceWalk.count(given.path()) : 0;
    } catch (IOException e) {
      return 1; // the walk itself will say what is wrong
    }
  }

  private void take(GivenPath given, Nesting outside) {
    if (!Files.exists(given.path())) {
      if (!given.isRegistered(register)) {
        report.reject(given.named(), Extraction.Rejected.of(RejectionCode.NOT_FOUND));
      }
      return;
    }
    given.walk(
        new SourceWalk.Visitor() {
          @Override
          public void file(SourceFile file) {
            if (isSettled(file)) {
              offering.offer(file, outside);
            }
          }

          @Override
          public void left(FileLocation folder) {
            if (!names.isForAttachments(folder)) {
              offering.leave(EnclosureNames.folder(folder), outside);
            }
          }

          @Override
          public void special(FileLocation location) {
            report.reject(location, Extraction.Rejected.of(RejectionCode.SPECIAL_FILE));
          }

          @Override
          public void failed(FileLocation location, IOException why) {
            report.unreadable(location, why);
          }
        });
  }

  /** Whether nobody has written to it for long enough; a time yet to come tells nothing. */
  private boolean isSettled(SourceFile file) {
    return request.settled().isZero()
        || file.modifiedMillis() <= started.minus(request.settled()).toEpochMilli()
        || file.modifiedMillis() > started.plus(ODD_CLOCK).toEpochMilli();
  }
}
