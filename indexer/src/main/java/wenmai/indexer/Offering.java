package wenmai.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.Intake;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.source.Checksum;
import wenmai.indexer.source.ContainerBudget;
import wenmai.indexer.source.GivenPath;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;

/**
 * What is done with each file that comes along (逐件受理): left alone if it is as it was, opened if it
 * holds others, else read on all cores and handed to the register in the order it came.
 */
final class Offering {
  private final Intake.Request request;
  private final Accessions register;
  private final PaperReader reader;
  private final ReadingWindow window;
  private final Containers containers;
  private final RunReport report;
  private final Acceptance acceptance;
  private final Refusals refusals;
  private final Completion completion;
  private final KnownFiles known;
  private final MarkedNearby nearby;
  private final Keeping keeping;

  Offering(
      Intake.Request request,
      Accessions register,
      PaperReader reader,
      ReadingWindow window,
      Containers containers,
      RunReport report,
      OcrPresence ocr,
      EnclosureNames names) {
    this.request = request;
    this.register = register;
    this.reader = reader;
    this.window = window;
    this.containers = containers;
    this.report = report;
    this.acceptance = new Acceptance(register, report, request.visibility(), ocr);
    this.refusals = new Refusals(report, acceptance);
    this.completion = new Completion(request, register, window, report, acceptance);
    this.known = new KnownFiles(register, ocr);
    this.nearby = new MarkedNearby(names, Optional.of(register));
    this.keeping = new Keeping(register, report, nearby, known);
  }

  /** Outside of all containers. */
  Nesting outside(EnclosureNames names) {
    return Nesting.none(new Enclosures(names, nearby));
  }

  /** What was asked to be internal is so, though it was taken in before; so is what must be. */
  void keep(GivenPath given) {
    keeping.lookAround(given);
    if (request.visibility() == Visibility.INTERNAL) {
      keeping.asAsked(given);
    }
  }

  /**
   * Takes what is new or changed of a file; a container file stands for its members. An attachment
   * waits for the papers beside it.
   */
  void offer(SourceFile file, Nesting nesting) {
    nesting.saw(file.location());
    Optional<RegisteredFile> before = register.registered(file.location());
    if (!nesting.enclosures().holds(file, !known.isAsItWas(file, before, nesting))) {
      offer(file, before, nesting, false);
    }
  }

  /**
   * Takes the attachments that waited under a folder, all of whose files have been offered.
   *
   * @param folder from the top, with its last {@code /}; empty for all
   */
  void leave(String folder, Nesting nesting) {
    leave(folder, nesting, true);
  }

  /**
   * @param pairs whether they may belong to what lies beside them; else all came attached to one
   *     paper
   */
  private void leave(String folder, Nesting nesting, boolean pairs) {
    nesting.outstanding().began();
    window.afterwards(() -> {
      release(folder, Enclosures.Turn.BY_THEIR_FOLDER, nesting, pairs);
      window.afterwards(() -> {
        release(folder, Enclosures.Turn.BY_THEIR_NAME, nesting, pairs);
        nesting.outstanding().ended();
      });
    });
  }

  private void release(String folder, Enclosures.Turn turn, Nesting nesting, boolean pairs) {
    nesting
        .enclosures()
        .release(folder, turn, register::held)
        .forEach(one -> offer(one, nesting, pairs));
  }

  /** One that nobody lists any more stays with the paper that listed it. */
  private void offer(Enclosures.Released released, Nesting outer, boolean pairs) {
    Optional<RegisteredFile> before = register.registered(released.file().location());
    Optional<Parent> found = released.parent().filter(paper -> pairs || paper.secret());
    Optional<DocumentId> former = known.parentOf(before);
    Optional<Parent> parent =
        found.or(
            () -> pairs ? former.flatMap(register::held).map(Parent::standing) : Optional.empty());
    Nesting nesting = parent.map(outer::attachedTo).orElse(outer);
    boolean isMoved = found.isPresent() && !found.map(Parent::id).equals(former);
    if (released.besideMarked()) {
      nesting = nesting.keptFor(InternalCause.BESIDE_MARKED);
    } else if (nesting.parent().isEmpty() && known.wasKept(before)) {
      nesting = nesting.keptFor(InternalCause.AS_BEFORE);
    }
    boolean opens = released.besideMarked() && before.filter(known::isPublic).isPresent();
    offer(released.file(), before, nesting, before.isPresent() && (isMoved || opens));
  }

  /**
   * @param anew whether it is to be read though nothing of it has changed
   */
  private void offer(
      SourceFile file, Optional<RegisteredFile> before, Nesting nesting, boolean anew) {
    if (known.isAsItWas(file, before, nesting) && !anew) {
      report.unchanged(known.papersOf(before.orElseThrow()));
      nesting.enclosures().stood(file.location(), before.get().documents());
      return;
    }
    try {
      if (Containers.isContainer(file)) {
        offerContainer(file, before, nesting, anew);
      } else if (file.bytes() > containers.largestFile()) {
        report.seen();
        String size = (file.bytes() >> 20) + " MB"; // not worth reading for a checksum
        Extraction.Rejected tooLarge = new Extraction.Rejected(RejectionCode.TOO_LARGE, size);
        refusals.refuse(file.location(), tooLarge, nesting);
        Containers.discard(file);
      } else {
        offer(file, Checksum.of(file.file()), before, nesting, anew);
      }
    } catch (IOException e) {
      report.unreadable(file.location(), e);
      Containers.discard(file);
    }
  }

  private void offerContainer(
      SourceFile file, Optional<RegisteredFile> before, Nesting nesting, boolean anew)
      throws IOException {
    String sha256 = Checksum.of(file.file());
    boolean same = before.filter(one -> one.sha256().equals(sha256)).isPresent();
    if (same && !anew && nesting.isNone() && !known.canReadMoreOf(before.get())) {
      boolean wantsOcr = before.get().wantsOcr();
      register.confirm(file.location(), Acceptance.registered(file, sha256, List.of(), wantsOcr));
      report.unchanged(known.papersOf(before.get()));
    } else {
      expand(file, sha256, nesting);
    }
  }

  private void offer(
      Source source,
      String sha256,
      Optional<RegisteredFile> before,
      Nesting nesting,
      boolean anew) {
    report.seen();
    boolean same =
        before
            .filter(file -> file.sha256().equals(sha256) && !known.canReadMoreOf(file))
            .filter(file -> nesting.kept().isEmpty() || !known.isPublic(file))
            .isPresent();
    if (same && !anew) {
      RegisteredFile file = before.orElseThrow();
      nesting.enclosures().stood(source.location(), file.documents());
      register.confirm(
          source.location(),
          Acceptance.registered(source, sha256, file.documents(), file.wantsOcr()));
      report.confirmed();
      Containers.discard(source);
      return;
    }
    Optional<RegisteredFile> moved =
        before.isEmpty() ? known.cameFromElsewhere(source, sha256) : Optional.empty();
    moved.ifPresent(file -> {
      nesting.enclosures().stood(source.location(), file.documents());
      keeping.moved(source.location(), file.documents());
    });
    boolean isAlone = moved.isPresent() && !known.hasMembers(moved.get());
    if (isAlone && nesting.kept().isEmpty()) {
      report.updated(1);
      Containers.discard(source);
    } else {
      Optional<RegisteredFile> file =
          moved.isPresent()
              ? register.registered(source.location())
              : before; // it is to be read as internal, or for what came in it
      Optional<DocumentId> parent = nesting.parent().map(Parent::id);
      Arrival arrival =
          new Arrival(source, sha256, file, request.visibility(), parent, nesting.kept());
      read(keeping.unlessItSaysElse(arrival), nesting);
    }
  }

  private void offerLine(SourceLine line, Nesting nesting) {
    nesting.saw(line.location());
    offer(
        line,
        Checksum.of(line.json().getBytes(StandardCharsets.UTF_8)),
        register.registered(line.location()),
        nesting,
        false);
  }

  private void read(Arrival arrival, Nesting nesting) {
    nesting.outstanding().began();
    window.read(
        arrival.source().bytes(),
        () -> nesting.timed(() -> reader.read(arrival)),
        reading -> {
          report.goOn();
          take(arrival, reading, nesting);
          nesting.outstanding().ended();
        });
  }

  private void take(Arrival arrival, Reading reading, Nesting nesting) {
    switch (reading) {
      case Reading.Refused refused -> {
        refusals.refuse(arrival.source().location(), refused.rejected(), nesting);
        if (refused.rejected().code() == RejectionCode.READING_FAILED) {
          nesting.unfinished().set(true);
        }
        if (acceptance.wantsOcr(refused.rejected())) {
          nesting.wantsOcr().set(true);
        }
        Containers.discard(arrival.source());
      }
      case Reading.NoPaper none -> {}
      case Reading.Papers papers -> {
        Arrival kept = keeping.asItLies(arrival, papers.papers());
        take(kept, keeping.asKept(kept, arrival, papers), nesting);
      }
    }
  }

  private void take(Arrival arrival, Reading.Papers papers, Nesting nesting) {
    keeping.before(arrival.source().location(), papers.papers());
    acceptance.accept(arrival, papers);
    acceptance.noteStruckOut(arrival, papers);
    keeping.after(arrival, papers.papers());
    papers.papers().stream()
        .limit(1)
        .map(Paper::document)
        .forEach(paper ->
            nesting.enclosures().saw(arrival.source().location(), paper, known.as(arrival, paper)));
    if (acceptance.wantsOcr(papers)) {
      nesting.wantsOcr().set(true);
    }
    if (!papers.attachments().isEmpty() && arrival.source() instanceof SourceFile file) {
      attach(arrival, file, papers, nesting);
    }
  }

  /** Takes the members of a container, then the container itself, then withdraws lost members. */
  private void expand(SourceFile container, String sha256, Nesting outer) throws IOException {
    ContainerBudget budget = outer.budget().orElseGet(() -> containers.budget(container));
    Nesting nesting = outer.into(container.location(), budget);
    containers.open(container, nesting.depth(), budget, contents(container.location(), nesting));
    leave("", nesting);
    completion.whenDone(nesting, () -> completion.settle(container, sha256, nesting));
  }

  /** Takes what came attached to a paper (附件): files of their own that belong to it. */
  private void attach(Arrival arrival, SourceFile file, Reading.Papers papers, Nesting outer) {
    ContainerBudget budget = outer.budget().orElseGet(() -> containers.budget(file));
    Nesting inside = outer.into(file.location(), budget);
    inside.saw(Acceptance.struckOut(file.location()));
    boolean pairs = papers.papers().isEmpty();
    Nesting nesting =
        pairs
            ? inside
            : inside.attachedTo(known.around(arrival, papers.papers().getFirst().document()));
    Containers.parts(file, papers.attachments(), budget, contents(file.location(), nesting));
    leave("", nesting, pairs);
    completion.whenDone(
        nesting,
        () -> {
          completion.loses(file.location(), nesting);
          if (!nesting.unfinished().get()) {
            acceptance.finished(arrival, papers, nesting.wantsOcr().get());
          }
        });
  }

  private Containers.Contents contents(FileLocation container, Nesting nesting) {
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
        refusals.refuseIn(container, location, rejected, nesting);
      }

      @Override
      public void beyond(ContainerBudget budget) {
        refusals.refuseRest(container, budget, nesting);
      }

      @Override
      public void superseded(FileLocation location) {
        report.seen();
      }
    };
  }
}
