package wenmai.indexer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import wenmai.corpus.Accessions;
import wenmai.corpus.Intake;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.reading.ReadingInput;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Extractor;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.extract.RejectionTexts;
import wenmai.indexer.gazette.GazetteSplitter;
import wenmai.indexer.repair.Repairer;
import wenmai.indexer.source.GivenPath;

/**
 * The way of files into the archive (收录). Start here: {@link IntakeRun} walks through what was
 * given, {@link Offering} finds what is new or changed, {@link PaperReader} extracts, repairs and
 * reads it on all cores, and {@link Acceptance} hands it to the register.
 */
public final class FileIntake implements Intake, AutoCloseable {
  private final IndexerSettings settings;
  private final Supplier<Accessions> registers;
  private final Extractor extractor;
  private final PaperReader reader;
  private final RejectionTexts texts;
  private final InternalReason reasons;
  private final EnclosureNames names;

  private FileIntake(
      IndexerSettings settings,
      Supplier<Accessions> registers,
      Extractor extractor,
      Function<ReadingInput, OfficialDocument> reader) {
    this.settings = settings;
    this.registers = registers;
    this.extractor = extractor;
    this.reader =
        new PaperReader(
            extractor,
            GazetteSplitter.read(settings.config()),
            Repairer.read(settings.config()),
            reader);
    this.texts = RejectionTexts.read(settings.config());
    this.reasons = InternalReason.read(settings.config());
    this.names = EnclosureNames.read(settings.config());
  }

  /**
   * @param reader makes a document of a repaired text; called by many threads
   * @param registers opens the register for one run
   */
  public static FileIntake create(
      IndexerSettings settings,
      Function<ReadingInput, OfficialDocument> reader,
      Supplier<Accessions> registers) {
    return new FileIntake(settings, registers, settings.extractor(), reader);
  }

  @Override
  public IntakeReport take(Request request, Listener listener) {
    RunReport report = new RunReport(listener, texts, reasons);
    try (Accessions register = registers.get();
        ReadingWindow window = window(settings.cores(), report::goOn)) {
      Offering offering =
          new Offering(
              request,
              register,
              reader,
              window,
              new Containers(settings, extractor),
              report,
              new OcrPresence(settings.tesseract()),
              names);
      return new IntakeRun(request, register, window, offering, report, names).run();
    }
  }

  @Override
  public void examine(List<Path> paths, Consumer<Examined> consumer) {
    try (ReadingWindow window = window(1, () -> {})) {
      Examination examination =
          new Examination(
              reader, window, new Containers(settings, extractor), texts, names, consumer);
      for (GivenPath path : GivenPath.all(paths, List.of())) {
        if (Files.exists(path.path())) {
          path.walk(examination);
        } else {
          examination.refuse(path.location(), Extraction.Rejected.of(RejectionCode.NOT_FOUND));
        }
      }
      examination.finish();
    }
  }

  private ReadingWindow window(int cores, Runnable goOn) {
    return new ReadingWindow(cores, settings.limits().time(), goOn);
  }

  @Override
  public void close() {
    extractor.close();
  }
}
