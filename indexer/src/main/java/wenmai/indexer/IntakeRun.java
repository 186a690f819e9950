package wenmai.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.Intake;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.extract.RejectionTexts;
import wenmai.indexer.source.Checksum;
import wenmai.indexer.source.GivenPath;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceWalk;

/**
 * One run over what was given (一次收录): finds what is new or changed, has it read, hands it to the
 * register, withdraws what is gone. All calls of the register come from the thread of {@link #run}.
 */
final class IntakeRun {
  private final Intake.Request request;
  private final Intake.Listener listener;
  private final Accessions register;
  private final PaperReader reader;
  private final RejectionTexts texts;
  private final ReadingWindow window;
  private final Tally tally = new Tally();
  private long total;

  IntakeRun(
      Intake.Request request,
      Intake.Listener listener,
      Accessions register,
      PaperReader reader,
      RejectionTexts texts,
      ReadingWindow window) {
    this.request = request;
    this.listener = listener;
    this.register = register;
    this.reader = reader;
    this.texts = texts;
    this.window = window;
  }

  Intake.IntakeReport run() {
    List<GivenPath> given =
        request.paths().stream().map(path -> GivenPath.of(path, register.roots())).toList();
    Removals removals = new Removals(register);
    for (GivenPath path : given) {
      Optional<Extraction.Rejected> refused =
          request.allowRemovals() ? Optional.empty() : removals.refuse(path);
      if (refused.isPresent()) {
        reject(path.location().path(), refused.get());
        return tally.report(0);
      }
    }
    count(given);
    for (GivenPath path : given) {
      take(path);
    }
    window.drain();
    for (GivenPath path : given) {
      tally.removed += removals.withdrawGone(path);
    }
    register.flush();
    return tally.report(register.duplicates());
  }

  private void count(List<GivenPath> given) {
    for (GivenPath path : given) {
      try {
        total += Files.exists(path.path()) ? SourceWalk.count(path.path()) : 0;
      } catch (IOException e) {
        // The walk itself will say what is wrong.
        total += 1;
      }
    }
    listener.progress(0, total);
  }

  private void take(GivenPath given) {
    if (!Files.exists(given.path())) {
      if (!given.isRegistered(register)) {
        reject(given.location().path(), Extraction.Rejected.of(RejectionCode.NOT_FOUND));
      }
      return;
    }
    given.walk(
        new SourceWalk.Visitor() {
          @Override
          public void file(SourceFile file) {
            offer(file, Optional.empty());
          }

          @Override
          public void failed(FileLocation location, IOException why) {
            reject(
                location.path(),
                new Extraction.Rejected(RejectionCode.UNREADABLE, why.getClass().getSimpleName()));
          }
        });
  }

  private void offer(SourceFile file, Optional<DocumentId> parent) {
    seen();
    Optional<RegisteredFile> known = register.registered(file.location());
    if (known.isPresent() && isAsItWas(file, known.get())) {
      tally.unchanged++;
      return;
    }
    String sha256;
    try {
      sha256 = Checksum.of(file.file());
    } catch (IOException e) {
      reject(
          file.location().path(),
          new Extraction.Rejected(RejectionCode.UNREADABLE, e.getClass().getSimpleName()));
      return;
    }
    if (known.isPresent() && known.get().sha256().equals(sha256)) {
      register.confirm(file.location(), registered(file, sha256, known.get().documents()));
      tally.unchanged++;
    } else if (known.isEmpty() && cameFromElsewhere(file, sha256)) {
      tally.updated++;
    } else {
      read(new Arrival(file, sha256, known, request.visibility(), parent));
    }
  }

  private static boolean isAsItWas(SourceFile file, RegisteredFile known) {
    return known.bytes() == file.bytes() && known.modifiedMillis() == file.modifiedMillis();
  }

  /** The same bytes are registered at a place where nothing stands any more: it was moved. */
  private boolean cameFromElsewhere(SourceFile file, String sha256) {
    for (RegisteredFile before : register.withContent(sha256)) {
      if (!before.documents().isEmpty() && !Removals.stillThere(before.location())) {
        register.confirm(before.location(), registered(file, sha256, before.documents()));
        return true;
      }
    }
    return false;
  }

  private void read(Arrival arrival) {
    window.submit(
        () -> reader.read(arrival),
        reading -> {
          switch (reading) {
            case Reading.Refused refused -> {
              reject(arrival.file().location().path(), refused.rejected());
              arrival.known().ifPresent(before -> register.withdraw(before.location()));
            }
            case Reading.Papers papers -> accept(arrival, papers);
          }
        });
  }

  private void accept(Arrival arrival, Reading.Papers papers) {
    List<DocumentId> ids = papers.papers().stream().map(paper -> paper.document().id()).toList();
    if (arrival.known().isPresent()) {
      tally.updated += ids.size();
    } else {
      tally.added += ids.size();
    }
    for (Paper paper : papers.papers()) {
      if (request.visibility() == Visibility.PUBLIC
          && paper.document().visibility() == Visibility.INTERNAL) {
        tally.internal(
            new Intake.MadeInternal(
                paper.document().provenance().source(), InternalReason.of(paper.document())));
      }
    }
    List<Accepted> accepted =
        papers.papers().stream()
            .map(paper ->
                new Accepted(paper.document().provenance().source(), paper.document().id()))
            .toList();
    register.accept(
        new Accession(
            registered(arrival.file(), arrival.sha256(), ids), papers.originals(), papers.papers()),
        () -> accepted.forEach(paper -> listener.accepted(paper.path(), paper.id())));
  }

  private record Accepted(String path, DocumentId id) {}

  private static RegisteredFile registered(
      SourceFile file, String sha256, List<DocumentId> documents) {
    return new RegisteredFile(
        file.location(), file.bytes(), file.modifiedMillis(), sha256, documents);
  }

  private void seen() {
    tally.seen++;
    listener.progress(tally.seen, Math.max(total, tally.seen));
  }

  private void reject(String path, Extraction.Rejected rejected) {
    tally.rejected(texts.entry(path, rejected));
  }
}
