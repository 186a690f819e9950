package wenmai.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Intake;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.ReadingInput;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Extractor;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.extract.RejectionTexts;
import wenmai.indexer.repair.Repairer;
import wenmai.indexer.source.Checksum;
import wenmai.indexer.source.GivenPath;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceWalk;

/**
 * The way of files into the archive (收录). Start here: {@link IntakeRun} finds what is new or
 * changed, {@link PaperReader} extracts, repairs and reads it on all cores, and the register takes
 * it.
 */
public final class FileIntake implements Intake, AutoCloseable {
  private final IndexerSettings settings;
  private final Supplier<Accessions> registers;
  private final Extractor extractor;
  private final PaperReader reader;
  private final RejectionTexts texts;

  private FileIntake(
      IndexerSettings settings,
      Supplier<Accessions> registers,
      Extractor extractor,
      Function<ReadingInput, OfficialDocument> reader) {
    this.settings = settings;
    this.registers = registers;
    this.extractor = extractor;
    this.reader = new PaperReader(extractor, new Repairer(), reader);
    this.texts = RejectionTexts.read(settings.config());
  }

  /**
   * @param reader makes a document of a repaired text; called by many threads
   * @param registers opens the register for one run
   */
  public static FileIntake create(
      IndexerSettings settings,
      Function<ReadingInput, OfficialDocument> reader,
      Supplier<Accessions> registers) {
    return new FileIntake(
        settings, registers, Extractor.create(settings.config(), settings.limits()), reader);
  }

  @Override
  public IntakeReport take(Request request, Listener listener) {
    try (Accessions register = registers.get();
        ReadingWindow window = new ReadingWindow(settings.cores())) {
      return new IntakeRun(request, listener, register, reader, texts, window).run();
    }
  }

  @Override
  public void examine(List<Path> paths, Consumer<Examined> consumer) {
    for (Path given : paths) {
      GivenPath path = GivenPath.of(given, List.of());
      if (!Files.exists(given)) {
        refuse(path.location(), Extraction.Rejected.of(RejectionCode.NOT_FOUND), consumer);
        continue;
      }
      path.walk(
          new SourceWalk.Visitor() {
            @Override
            public void file(SourceFile file) {
              examine(file, consumer);
            }

            @Override
            public void failed(FileLocation location, IOException why) {
              refuse(location, Extraction.Rejected.of(RejectionCode.UNREADABLE), consumer);
            }
          });
    }
  }

  private void examine(SourceFile file, Consumer<Examined> consumer) {
    try {
      Arrival arrival =
          new Arrival(
              file,
              Checksum.of(file.file()),
              Optional.empty(),
              Visibility.PUBLIC,
              Optional.empty());
      switch (reader.read(arrival)) {
        case Reading.Refused refused -> refuse(file.location(), refused.rejected(), consumer);
        case Reading.Papers papers -> {
          for (Paper paper : papers.papers()) {
            consumer.accept(new Examined.Readable(paper.document(), paper.rawText()));
          }
        }
      }
    } catch (IOException e) {
      refuse(file.location(), Extraction.Rejected.of(RejectionCode.UNREADABLE), consumer);
    }
  }

  private void refuse(
      FileLocation location, Extraction.Rejected rejected, Consumer<Examined> consumer) {
    consumer.accept(new Examined.Unreadable(texts.entry(location.path(), rejected)));
  }

  @Override
  public void close() {
    extractor.close();
  }
}
