package wenmai.indexer;

import java.util.Optional;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Intake;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.source.SourceFile;

/**
 * What is done once all that lies in a container, or came attached to a paper, has been read (收尾).
 */
final class Completion {
  private final Intake.Request request;
  private final Accessions register;
  private final ReadingWindow window;
  private final RunReport report;
  private final Acceptance acceptance;

  Completion(
      Intake.Request request,
      Accessions register,
      ReadingWindow window,
      RunReport report,
      Acceptance acceptance) {
    this.request = request;
    this.register = register;
    this.window = window;
    this.report = report;
    this.acceptance = acceptance;
  }

  /** Once all that lies in it has been read, however deep. */
  void whenDone(Nesting nesting, Runnable then) {
    nesting.outstanding().outer().ifPresent(Outstanding::began);
    whenNone(
        nesting.outstanding(),
        () -> {
          then.run();
          nesting.outstanding().outer().ifPresent(Outstanding::ended);
        });
  }

  private void whenNone(Outstanding outstanding, Runnable then) {
    window.afterwards(() -> {
      if (outstanding.isNone()) {
        then.run();
      } else {
        whenNone(outstanding, then);
      }
    });
  }

  /** A container has been read: it is known from now on, its lost members are withdrawn. */
  void settle(SourceFile container, String sha256, Nesting nesting) {
    boolean lost = loses(container.location(), nesting);
    if (!lost && nesting.unfinished().get()) {
      Containers.discard(container); // not known as taken: the next run opens it again
    } else if (!lost) {
      acceptance.accept(container, sha256, nesting.wantsOcr().get());
      Containers.discard(container);
    }
  }

  /** Withdraws members that are gone, unless so many are that the container must not be taken. */
  boolean loses(FileLocation container, Nesting seen) {
    if (seen.isCut()) {
      return false; // what was not reached is not gone
    }
    Removals removals = new Removals(register);
    Optional<Extraction.Rejected> refused =
        request.allowRemovals() ? Optional.empty() : removals.refuseLost(container, seen);
    if (refused.isPresent()) {
      report.reject(container, refused.get());
      return true;
    }
    report.removed(removals.withdrawLost(container, seen));
    return false;
  }
}
