package wenmai.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Intake.Examined;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.extract.RejectionTexts;
import wenmai.indexer.source.Checksum;
import wenmai.indexer.source.ContainerBudget;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;
import wenmai.indexer.source.SourceWalk;

/** Shows what would be made of files, one after the other, taking nothing in (试读). */
final class Examination implements SourceWalk.Visitor {
  private final PaperReader reader;
  private final ReadingWindow window;
  private final Containers containers;
  private final RejectionTexts texts;
  private final Consumer<Examined> consumer;
  private final MarkedNearby nearby;
  private final Nest outside;

  Examination(
      PaperReader reader,
      ReadingWindow window,
      Containers containers,
      RejectionTexts texts,
      EnclosureNames names,
      Consumer<Examined> consumer) {
    this.nearby = new MarkedNearby(names, Optional.empty());
    this.outside =
        new Nest(
            0, Optional.empty(), Optional.empty(), Optional.empty(), new Enclosures(names, nearby));
    this.reader = reader;
    this.window = window;
    this.containers = containers;
    this.texts = texts;
    this.consumer = consumer;
  }

  /**
   * How deep in containers something lies, which paper it came attached to, and why it is internal,
   * if not for that one; what may still come out of the outermost of them.
   */
  private record Nest(
      int depth,
      Optional<Parent> parent,
      Optional<InternalCause> beside,
      Optional<ContainerBudget> budget,
      Enclosures enclosures) {
    Nest into(Optional<Parent> paper, ContainerBudget whole) {
      return new Nest(depth + 1, paper, beside, Optional.of(whole), enclosures.inside());
    }

    Nest attachedTo(Parent paper) {
      return new Nest(depth, Optional.of(paper), beside, budget, enclosures);
    }

    Nest keptFor(InternalCause cause) {
      return new Nest(depth, parent, Optional.of(cause), budget, enclosures);
    }

    Optional<InternalCause> kept() {
      return parent.flatMap(Parent::keeps).or(() -> beside);
    }
  }

  @Override
  public void file(SourceFile file) {
    if (!outside.enclosures().holds(file, true)) {
      file(file, outside);
    }
  }

  @Override
  public void left(FileLocation folder) {
    if (!outside.enclosures().isForAttachments(folder)) {
      release(EnclosureNames.folder(folder), outside, true);
    }
  }

  /**
   * Shows the attachments that waited for the papers beside them.
   *
   * @param pairs whether they may belong to one of these; else all came attached to one paper
   */
  private void release(String under, Nest nest, boolean pairs) {
    for (Enclosures.Turn turn : Enclosures.Turn.values()) {
      for (Enclosures.Released one :
          nest.enclosures().release(under, turn, id -> Optional.empty()).toList()) {
        Nest kept = one.besideMarked() ? nest.keptFor(InternalCause.BESIDE_MARKED) : nest;
        Optional<Parent> parent = one.parent().filter(paper -> pairs || paper.secret());
        file(one.file(), parent.map(kept::attachedTo).orElse(kept));
      }
    }
  }

  /** Shows the attachments whose folders were not left. */
  void finish() {
    release("", outside, true);
  }

  @Override
  public void special(FileLocation location) {
    refuse(location, Extraction.Rejected.of(RejectionCode.SPECIAL_FILE));
  }

  @Override
  public void failed(FileLocation location, IOException why) {
    refuse(
        location,
        new Extraction.Rejected(RejectionCode.UNREADABLE, why.getClass().getSimpleName()));
  }

  void refuse(FileLocation location, Extraction.Rejected rejected) {
    consumer.accept(new Examined.Unreadable(texts.entry(location.path(), rejected)));
  }

  private void file(SourceFile file, Nest nest) {
    try {
      if (Containers.isContainer(file)) {
        ContainerBudget budget = budget(file, nest);
        Nest inside = nest.into(nest.parent(), budget);
        containers.open(file, inside.depth(), budget, new Opened(inside));
        release("", inside, true);
      } else {
        read(file, Checksum.of(file.file()), nest);
      }
    } catch (IOException e) {
      failed(file.location(), e);
    } finally {
      Containers.discard(file);
    }
  }

  private ContainerBudget budget(SourceFile file, Nest nest) {
    return nest.budget().orElseGet(() -> containers.budget(file));
  }

  private void read(Source source, String sha256, Nest nest) {
    Arrival arrival =
        new Arrival(
            source,
            sha256,
            Optional.empty(),
            Visibility.PUBLIC,
            nest.parent().map(Parent::id),
            nest.kept());
    Supplier<Reading> reading = () -> reader.read(arrival);
    window.read(
        source.bytes(),
        () -> nest.budget().map(budget -> budget.timed(reading)).orElseGet(reading),
        read -> show(arrival, read, nest));
    window.drain();
  }

  private void show(Arrival arrival, Reading reading, Nest nest) {
    Source source = arrival.source();
    switch (reading) {
      case Reading.Refused refused -> refuse(source.location(), refused.rejected());
      case Reading.NoPaper none -> {}
      case Reading.Papers papers -> {
        papers.notices().forEach(notice -> refuse(source.location(), notice));
        papers.papers().stream()
            .map(Paper::document)
            .filter(Parent::isMarked)
            .forEach(paper -> nearby.came(source.location(), paper, false, kept -> {}));
        papers.papers().stream()
            .limit(1)
            .map(Paper::document)
            .forEach(paper -> nest.enclosures().saw(source.location(), paper, arrival.as(paper)));
        for (Paper paper : papers.papers()) {
          consumer.accept(new Examined.Readable(paper.document(), paper.rawText()));
        }
        if (source instanceof SourceFile file) {
          Optional<Parent> parent =
              papers.papers().stream().findFirst().map(paper -> arrival.around(paper.document()));
          ContainerBudget budget = budget(file, nest);
          Nest inside = nest.into(parent.or(nest::parent), budget);
          Containers.parts(file, papers.attachments(), budget, new Opened(inside));
          release("", inside, parent.isEmpty());
        }
      }
    }
  }

  private final class Opened implements Containers.Contents {
    private final Nest nest;

    Opened(Nest nest) {
      this.nest = nest;
    }

    @Override
    public void file(SourceFile file) {
      if (!nest.enclosures().holds(file, true)) {
        Examination.this.file(file, nest);
      }
    }

    @Override
    public void line(SourceLine line) {
      read(line, Checksum.of(line.json().getBytes(StandardCharsets.UTF_8)), nest);
    }

    @Override
    public void rejected(FileLocation location, Extraction.Rejected rejected) {
      refuse(location, rejected);
    }

    @Override
    public void superseded(FileLocation location) {}

    @Override
    public void beyond(ContainerBudget budget) {
      budget.toTell().ifPresent(limit -> refuse(budget.outermost(), Containers.tooMuch(limit)));
    }
  }
}
