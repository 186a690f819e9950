package wenmai.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;
import wenmai.indexer.source.SourceWalk;

/**
 * One run over what was given (一次收录): finds what is new or changed, has it read, hands it to the
 * register, withdraws what is gone. All calls of the register come from the thread of {@link #run}.
 */
final class IntakeRun {
  /** A file written so far in the future has its time from a clock that goes wrong. */
  private static final Duration ODD_CLOCK = Duration.ofMinutes(1);

  private final Intake.Request request;
  private final Intake.Listener listener;
  private final Accessions register;
  private final PaperReader reader;
  private final RejectionTexts texts;
  private final ReadingWindow window;
  private final Containers containers;
  private final Tally tally = new Tally();
  private final Instant started = Instant.now();
  private long total;

  IntakeRun(
      Intake.Request request,
      Intake.Listener listener,
      Accessions register,
      PaperReader reader,
      RejectionTexts texts,
      ReadingWindow window,
      Containers containers) {
    this.request = request;
    this.listener = listener;
    this.register = register;
    this.reader = reader;
    this.texts = texts;
    this.window = window;
    this.containers = containers;
  }

  Intake.IntakeReport run() {
    List<GivenPath> given = GivenPath.all(request.paths(), register.roots());
    Removals removals = new Removals(register);
    for (GivenPath path : given) {
      Optional<Extraction.Rejected> refused =
          request.allowRemovals() ? Optional.empty() : removals.refuse(path);
      if (refused.isPresent()) {
        reject(path.location(), refused.get());
        return tally.report(0);
      }
    }
    count(given);
    given.forEach(this::take);
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
        total += 1; // the walk itself will say what is wrong
      }
    }
    listener.progress(0, total);
  }

  private void take(GivenPath given) {
    if (!Files.exists(given.path())) {
      if (!given.isRegistered(register)) {
        reject(given.location(), Extraction.Rejected.of(RejectionCode.NOT_FOUND));
      }
      return;
    }
    given.walk(
        new SourceWalk.Visitor() {
          @Override
          public void file(SourceFile file) {
            if (isSettled(file)) {
              offer(file, Nesting.none());
            }
          }

          @Override
          public void failed(FileLocation location, IOException why) {
            unreadable(location, why);
          }
        });
  }

  /** Whether nobody has written to it for long enough; a time yet to come tells nothing. */
  private boolean isSettled(SourceFile file) {
    return request.settled().isZero()
        || file.modifiedMillis() <= started.minus(request.settled()).toEpochMilli()
        || file.modifiedMillis() > started.plus(ODD_CLOCK).toEpochMilli();
  }

  /** Takes what is new or changed of a file; a container file stands for its members. */
  private void offer(SourceFile file, Nesting nesting) {
    nesting.saw(file.location());
    Optional<RegisteredFile> known = register.registered(file.location());
    if (nesting.isNone() && known.isPresent() && isAsItWas(file, known.get())) {
      unchanged(known.get());
      return;
    }
    try {
      String sha256 = Checksum.of(file.file());
      if (Containers.isContainer(file)) {
        boolean same = known.isPresent() && known.get().sha256().equals(sha256);
        if (same && nesting.isNone()) {
          register.confirm(file.location(), registered(file, sha256, List.of()));
          unchanged(known.get());
        } else {
          expand(file, sha256, nesting);
        }
      } else {
        offer(file, sha256, known, nesting);
      }
    } catch (IOException e) {
      unreadable(file.location(), e);
      Containers.discard(file);
    }
  }

  private void offer(
      Source source, String sha256, Optional<RegisteredFile> known, Nesting nesting) {
    seen();
    if (known.isPresent() && known.get().sha256().equals(sha256)) {
      register.confirm(source.location(), registered(source, sha256, known.get().documents()));
      tally.unchanged++;
      Containers.discard(source);
    } else if (known.isEmpty() && cameFromElsewhere(source, sha256)) {
      tally.updated++;
      Containers.discard(source);
    } else {
      read(new Arrival(source, sha256, known, request.visibility(), nesting.parent()), nesting);
    }
  }

  private void offerLine(SourceLine line, Nesting nesting) {
    nesting.saw(line.location());
    offer(
        line,
        Checksum.of(line.json().getBytes(StandardCharsets.UTF_8)),
        register.registered(line.location()),
        nesting);
  }

  /** Takes the members of a container, then the container itself, then withdraws lost members. */
  private void expand(SourceFile container, String sha256, Nesting outer) throws IOException {
    Nesting nesting = outer.into(container.location());
    containers.open(container, nesting.depth(), contents(nesting));
    window.afterwards(() -> finish(container, sha256, nesting));
  }

  private Containers.Contents contents(Nesting nesting) {
    return new Containers.Contents() {
      @Override
      public void file(SourceFile file) {
        offer(file, nesting);
      }

      @Override
      public void line(SourceLine line) {
        offerLine(line, nesting);
      }

      @Override
      public void rejected(FileLocation location, Extraction.Rejected rejected) {
        seen();
        nesting.saw(location);
        reject(location, rejected);
      }

      @Override
      public void superseded(FileLocation location) {
        seen();
      }
    };
  }

  /** Takes what came attached to a paper (附件): files of their own that belong to it. */
  private void attach(SourceFile file, Reading.Papers papers, Nesting outer) {
    Nesting inside = outer.into(file.location());
    Nesting nesting =
        papers.papers().isEmpty()
            ? inside
            : inside.attachedTo(papers.papers().getFirst().document().id());
    Containers.parts(file, papers.attachments(), contents(nesting));
    window.afterwards(() -> loses(file.location(), nesting));
  }

  /** The members have come: the container is known now, and lost members are withdrawn. */
  private void finish(SourceFile container, String sha256, Nesting nesting) {
    if (loses(container.location(), nesting)) {
      return;
    }
    register.accept(
        new Accession(registered(container, sha256, List.of()), Map.of(), List.of()), () -> {});
    Containers.discard(container);
  }

  /** Withdraws members that are gone, unless so many are that the container must not be taken. */
  private boolean loses(FileLocation container, Nesting seen) {
    Removals removals = new Removals(register);
    Optional<Extraction.Rejected> refused =
        request.allowRemovals() ? Optional.empty() : removals.refuseLost(container, seen);
    if (refused.isPresent()) {
      reject(container, refused.get());
      return true;
    }
    tally.removed += removals.withdrawLost(container, seen);
    return false;
  }

  private void unchanged(RegisteredFile known) {
    long[] members = {0};
    if (known.documents().isEmpty()) {
      register.registeredUnder(
          known.location().root(),
          known.location().path() + "!/",
          member -> members[0] += member.documents().isEmpty() ? 0 : 1);
    } else {
      members[0] = 1;
    }
    tally.seen += members[0] - 1;
    seen();
    tally.unchanged += members[0];
  }

  private static boolean isAsItWas(SourceFile file, RegisteredFile known) {
    return known.bytes() == file.bytes() && known.modifiedMillis() == file.modifiedMillis();
  }

  /** The same bytes are registered at a place where nothing stands any more: it was moved. */
  private boolean cameFromElsewhere(Source source, String sha256) {
    for (RegisteredFile before : register.withContent(sha256)) {
      if (!before.documents().isEmpty() && !Removals.stillThere(before.location())) {
        register.confirm(before.location(), registered(source, sha256, before.documents()));
        return true;
      }
    }
    return false;
  }

  private void read(Arrival arrival, Nesting nesting) {
    window.submit(
        () -> reader.read(arrival),
        reading -> {
          switch (reading) {
            case Reading.Refused refused -> {
              reject(arrival.source().location(), refused.rejected());
              Containers.discard(arrival.source());
            }
            case Reading.NoPaper none -> {}
            case Reading.Papers papers -> {
              accept(arrival, papers);
              if (!papers.attachments().isEmpty() && arrival.source() instanceof SourceFile file) {
                attach(file, papers, nesting);
              }
            }
          }
        });
  }

  private void accept(Arrival arrival, Reading.Papers papers) {
    papers.notices().forEach(notice -> reject(arrival.source().location(), notice));
    List<Accepted> accepted = papers.papers().stream().map(Accepted::of).toList();
    if (arrival.known().isPresent()
        || papers.papers().stream().anyMatch(this::isKnownByExternalId)) {
      tally.updated += accepted.size();
    } else {
      tally.added += accepted.size();
    }
    papers.papers().forEach(this::noteIfInternal);
    List<DocumentId> ids = accepted.stream().map(Accepted::id).toList();
    register.accept(
        new Accession(
            registered(arrival.source(), arrival.sha256(), ids),
            papers.originals(),
            papers.papers()),
        () -> accepted.forEach(paper -> listener.accepted(paper.path(), paper.id())));
  }

  private record Accepted(String path, DocumentId id) {
    static Accepted of(Paper paper) {
      return new Accepted(paper.document().provenance().source(), paper.document().id());
    }
  }

  private boolean isKnownByExternalId(Paper paper) {
    return paper.document().provenance().externalId().flatMap(register::withExternalId).isPresent();
  }

  private void noteIfInternal(Paper paper) {
    if (request.visibility() == Visibility.PUBLIC
        && paper.document().visibility() == Visibility.INTERNAL) {
      tally.internal(
          new Intake.MadeInternal(
              paper.document().provenance().source(), InternalReason.of(paper.document())));
    }
  }

  private static RegisteredFile registered(
      Source source, String sha256, List<DocumentId> documents) {
    return new RegisteredFile(
        source.location(), source.bytes(), source.modifiedMillis(), sha256, documents);
  }

  private void seen() {
    tally.seen++;
    listener.progress(tally.seen, Math.max(total, tally.seen));
  }

  private void unreadable(FileLocation location, IOException why) {
    reject(
        location,
        new Extraction.Rejected(RejectionCode.UNREADABLE, why.getClass().getSimpleName()));
  }

  private void reject(FileLocation location, Extraction.Rejected rejected) {
    tally.rejected(texts.entry(location.path(), rejected));
  }
}
