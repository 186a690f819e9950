package wenmai.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Intake.Examined;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.extract.RejectionTexts;
import wenmai.indexer.source.Checksum;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;
import wenmai.indexer.source.SourceWalk;

/** Shows what would be made of files, one after the other, taking nothing in (试读). */
final class Examination implements SourceWalk.Visitor {
  private final PaperReader reader;
  private final Containers containers;
  private final RejectionTexts texts;
  private final Consumer<Examined> consumer;
  private final Nest outside = Nest.outside();

  Examination(
      PaperReader reader,
      Containers containers,
      RejectionTexts texts,
      Consumer<Examined> consumer) {
    this.reader = reader;
    this.containers = containers;
    this.texts = texts;
    this.consumer = consumer;
  }

  /** How deep in containers something lies, and which paper it came attached to. */
  private record Nest(int depth, Optional<Parent> parent, Enclosures enclosures) {
    static Nest outside() {
      return new Nest(0, Optional.empty(), new Enclosures());
    }

    Nest into(Optional<Parent> paper) {
      return new Nest(depth + 1, paper, new Enclosures());
    }

    Nest attachedTo(Parent paper) {
      return new Nest(depth, Optional.of(paper), enclosures);
    }
  }

  @Override
  public void file(SourceFile file) {
    if (!outside.enclosures().holds(file, true)) {
      file(file, outside);
    }
  }

  @Override
  public void left(String folder) {
    if (!Enclosures.isForAttachments(folder)) {
      release(folder, outside);
    }
  }

  /** Shows the attachments that waited for the papers beside them. */
  private void release(String under, Nest nest) {
    for (Enclosures.Released one : nest.enclosures().release(under, id -> Optional.empty())) {
      file(one.file(), one.parent().map(nest::attachedTo).orElse(nest));
    }
  }

  /** Shows the attachments whose folders were not left. */
  void finish() {
    release("", outside);
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
        Nest inside = nest.into(nest.parent());
        containers.open(file, inside.depth(), new Opened(inside, true));
        release("", inside);
      } else {
        read(file, Checksum.of(file.file()), nest);
      }
    } catch (IOException e) {
      failed(file.location(), e);
    } finally {
      Containers.discard(file);
    }
  }

  private void read(Source source, String sha256, Nest nest) {
    Visibility visibility =
        nest.parent().map(paper -> paper.ofPart(Visibility.PUBLIC)).orElse(Visibility.PUBLIC);
    Arrival arrival =
        new Arrival(source, sha256, Optional.empty(), visibility, nest.parent().map(Parent::id));
    switch (reader.read(arrival)) {
      case Reading.Refused refused -> refuse(source.location(), refused.rejected());
      case Reading.NoPaper none -> {}
      case Reading.Papers papers -> {
        papers.notices().forEach(notice -> refuse(source.location(), notice));
        nest.enclosures().saw(source.location(), papers.papers());
        for (Paper paper : papers.papers()) {
          consumer.accept(new Examined.Readable(paper.document(), paper.rawText()));
        }
        if (source instanceof SourceFile file) {
          Optional<Parent> parent =
              papers.papers().stream().findFirst().map(paper -> Parent.of(paper.document()));
          Containers.parts(
              file, papers.attachments(), new Opened(nest.into(parent.or(nest::parent)), false));
        }
      }
    }
  }

  private final class Opened implements Containers.Contents {
    private final Nest nest;
    private final boolean isOfContainer;

    /**
     * @param isOfContainer whether papers stand beside each other in it; else all came attached
     */
    Opened(Nest nest, boolean isOfContainer) {
      this.nest = nest;
      this.isOfContainer = isOfContainer;
    }

    @Override
    public void file(SourceFile file) {
      if (!isOfContainer || !nest.enclosures().holds(file, true)) {
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
  }
}
