package wenmai.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.Intake;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.source.Checksum;
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
  private final OcrPresence ocr;

  Offering(
      Intake.Request request,
      Accessions register,
      PaperReader reader,
      ReadingWindow window,
      Containers containers,
      RunReport report,
      OcrPresence ocr) {
    this.ocr = ocr;
    this.request = request;
    this.register = register;
    this.reader = reader;
    this.window = window;
    this.containers = containers;
    this.report = report;
    this.acceptance = new Acceptance(register, report, request.visibility(), ocr);
  }

  /**
   * Takes what is new or changed of a file; a container file stands for its members. An attachment
   * waits for the papers beside it.
   */
  void offer(SourceFile file, Nesting nesting) {
    nesting.saw(file.location());
    Optional<RegisteredFile> known = register.registered(file.location());
    if (!nesting.enclosures().holds(file, !isAsItWas(file, known, nesting))) {
      offer(file, known, nesting, false);
    }
  }

  /**
   * Takes the attachments that waited under a folder, all of whose files have been offered.
   *
   * @param folder its path with its last {@code /}; empty for all
   */
  void leave(String folder, Nesting nesting) {
    window.afterwards(() ->
        nesting.enclosures().release(folder, register::held).forEach(one -> offer(one, nesting)));
  }

  /** One that nobody lists any more stays with the paper that listed it. */
  private void offer(Enclosures.Released released, Nesting nesting) {
    Optional<RegisteredFile> known = register.registered(released.file().location());
    Optional<DocumentId> former =
        known
            .flatMap(file -> file.documents().stream().findFirst())
            .flatMap(register::held)
            .flatMap(paper -> paper.provenance().parent());
    Optional<Parent> parent =
        released.parent().or(() -> former.flatMap(register::held).map(Parent::standing));
    boolean isMoved =
        released.parent().isPresent() && !released.parent().map(Parent::id).equals(former);
    offer(
        released.file(),
        known,
        parent.map(nesting::attachedTo).orElse(nesting),
        known.isPresent() && isMoved);
  }

  /**
   * @param anew whether it is to be read though nothing of it has changed
   */
  private void offer(
      SourceFile file, Optional<RegisteredFile> known, Nesting nesting, boolean anew) {
    if (isAsItWas(file, known, nesting) && !anew) {
      unchanged(known.orElseThrow());
      nesting.enclosures().stood(file.location(), known.get().documents());
      return;
    }
    try {
      if (Containers.isContainer(file)) {
        offerContainer(file, known, nesting);
      } else if (file.bytes() > containers.largestFile()) {
        report.seen();
        String size = (file.bytes() >> 20) + " MB"; // not worth reading for a checksum
        report.reject(file.location(), new Extraction.Rejected(RejectionCode.TOO_LARGE, size));
        Containers.discard(file);
      } else {
        offer(file, Checksum.of(file.file()), known, nesting, anew);
      }
    } catch (IOException e) {
      report.unreadable(file.location(), e);
      Containers.discard(file);
    }
  }

  private void offerContainer(SourceFile file, Optional<RegisteredFile> known, Nesting nesting)
      throws IOException {
    String sha256 = Checksum.of(file.file());
    boolean same = known.isPresent() && known.get().sha256().equals(sha256);
    if (same && nesting.isNone() && !canReadMoreOf(known.get())) {
      boolean wantsOcr = known.get().wantsOcr();
      register.confirm(file.location(), Acceptance.registered(file, sha256, List.of(), wantsOcr));
      unchanged(known.get());
    } else {
      expand(file, sha256, nesting);
    }
  }

  private void offer(
      Source source, String sha256, Optional<RegisteredFile> known, Nesting nesting, boolean anew) {
    report.seen();
    boolean same =
        known.filter(file -> file.sha256().equals(sha256) && !canReadMoreOf(file)).isPresent();
    if (same && !anew) {
      RegisteredFile before = known.orElseThrow();
      nesting.enclosures().stood(source.location(), before.documents());
      register.confirm(
          source.location(),
          Acceptance.registered(source, sha256, before.documents(), before.wantsOcr()));
      report.confirmed();
      Containers.discard(source);
    } else if (known.isEmpty() && cameFromElsewhere(source, sha256)) {
      report.updated(1);
      Containers.discard(source);
    } else {
      Optional<Parent> parent = nesting.parent();
      Visibility asked = request.visibility();
      Visibility visibility = parent.map(paper -> paper.ofPart(asked)).orElse(asked);
      read(new Arrival(source, sha256, known, visibility, parent.map(Parent::id)), nesting);
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

  /** By size and time; of what came out of a container these tell nothing. */
  private boolean isAsItWas(SourceFile file, Optional<RegisteredFile> known, Nesting nesting) {
    return nesting.isNone()
        && known
            .filter(before -> before.bytes() == file.bytes())
            .filter(before -> before.modifiedMillis() == file.modifiedMillis())
            .filter(before -> !canReadMoreOf(before))
            .isPresent();
  }

  /** Whether it, or what came out of it, was read without OCR, which is here now. */
  private boolean canReadMoreOf(RegisteredFile known) {
    return known.wantsOcr() && ocr.isHere();
  }

  private void unchanged(RegisteredFile known) {
    long[] papers = {known.documents().isEmpty() ? 0 : 1};
    if (known.documents().isEmpty()) {
      register.registeredUnder(
          known.location().root(),
          known.location().path() + "!/",
          member -> papers[0] += member.documents().isEmpty() ? 0 : 1);
    }
    report.unchanged(papers[0]);
  }

  /** The same bytes are registered at a place where nothing stands any more: it was moved. */
  private boolean cameFromElsewhere(Source source, String sha256) {
    for (RegisteredFile before : register.withContent(sha256)) {
      if (!before.documents().isEmpty() && !Removals.stillThere(before.location())) {
        register.confirm(
            before.location(),
            Acceptance.registered(source, sha256, before.documents(), before.wantsOcr()));
        return true;
      }
    }
    return false;
  }

  private void read(Arrival arrival, Nesting nesting) {
    window.submit(
        () -> reader.read(arrival),
        reading -> {
          report.goOn();
          switch (reading) {
            case Reading.Refused refused -> {
              report.reject(arrival.source().location(), refused.rejected());
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
              acceptance.accept(arrival, papers);
              nesting.enclosures().saw(arrival.source().location(), papers.papers());
              if (acceptance.wantsOcr(papers)) {
                nesting.wantsOcr().set(true);
              }
              if (!papers.attachments().isEmpty() && arrival.source() instanceof SourceFile file) {
                attach(arrival, file, papers, nesting);
              }
            }
          }
        });
  }

  /** Takes the members of a container, then the container itself, then withdraws lost members. */
  private void expand(SourceFile container, String sha256, Nesting outer) throws IOException {
    Nesting nesting = outer.into(container.location());
    containers.open(container, nesting.depth(), contents(nesting, this::offer));
    leave("", nesting);
    window.afterwards(() -> settle(container, sha256, nesting));
  }

  private void settle(SourceFile container, String sha256, Nesting nesting) {
    window.afterwards(() -> {
      boolean lost = loses(container.location(), nesting);
      if (!lost && nesting.unfinished().get()) {
        Containers.discard(container); // not known as taken: the next run opens it again
      } else if (!lost) {
        acceptance.accept(container, sha256, nesting.wantsOcr().get());
        Containers.discard(container);
      }
    });
  }

  /** Takes what came attached to a paper (附件): files of their own that belong to it. */
  private void attach(Arrival arrival, SourceFile file, Reading.Papers papers, Nesting outer) {
    Nesting inside = outer.into(file.location());
    Nesting nesting =
        papers.papers().isEmpty()
            ? inside
            : inside.attachedTo(Parent.of(papers.papers().getFirst().document()));
    Containers.parts(file, papers.attachments(), contents(nesting, this::offerPart));
    window.afterwards(() -> {
      loses(file.location(), nesting);
      if (nesting.wantsOcr().get()) {
        acceptance.attachmentsWantOcr(arrival, papers);
      }
    });
  }

  /** What came attached to a paper need not look for it. */
  private void offerPart(SourceFile file, Nesting nesting) {
    nesting.saw(file.location());
    offer(file, register.registered(file.location()), nesting, false);
  }

  private Containers.Contents contents(Nesting nesting, BiConsumer<SourceFile, Nesting> taker) {
    return new Containers.Contents() {
      @Override
      public void file(SourceFile file) {
        taker.accept(file, nesting);
      }

      @Override
      public void line(SourceLine line) {
        offerLine(line, nesting);
      }

      @Override
      public void rejected(FileLocation location, Extraction.Rejected rejected) {
        report.seen();
        nesting.saw(location);
        report.reject(location, rejected);
      }

      @Override
      public void superseded(FileLocation location) {
        report.seen();
      }
    };
  }

  /** Withdraws members that are gone, unless so many are that the container must not be taken. */
  private boolean loses(FileLocation container, Nesting seen) {
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
