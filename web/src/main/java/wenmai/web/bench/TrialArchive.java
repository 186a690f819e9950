package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import wenmai.corpus.Archive;
import wenmai.corpus.Intake;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.engine.Weights;

/**
 * An archive made of one folder's files (试验库), in a temporary folder and thrown away afterwards
 * unless it is to be kept.
 */
public final class TrialArchive implements AutoCloseable {
  /** The day on which trial archives are asked. */
  static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final Path folder;
  private final Archive archive;
  private final Intake intake;
  private final Consumer<Path> afterwards;

  /** Makes an archive in a folder, and the way into it. */
  public interface Maker {
    /**
     * @param tuned what is changed about the weights of the configuration
     */
    Archive open(Path folder, UnaryOperator<Weights> tuned);

    Intake into(Archive archive, Path folder);
  }

  private TrialArchive(Path folder, Archive archive, Intake intake, Consumer<Path> afterwards) {
    this.folder = folder;
    this.archive = archive;
    this.intake = intake;
    this.afterwards = afterwards;
  }

  public static TrialArchive open(Maker maker) {
    try {
      Path folder = Files.createTempDirectory("wenmai-bench");
      return open(maker, folder, UnaryOperator.identity(), TrialArchive::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In this folder, with what a run before left there. */
  public static TrialArchive keeping(Maker maker, Path folder) {
    return keeping(maker, folder, UnaryOperator.identity());
  }

  /** The same, ranking with other weights. */
  static TrialArchive keeping(Maker maker, Path folder, UnaryOperator<Weights> tuned) {
    return open(maker, folder, tuned, kept -> {});
  }

  private static TrialArchive open(
      Maker maker, Path folder, UnaryOperator<Weights> tuned, Consumer<Path> afterwards) {
    Archive archive = maker.open(folder, tuned);
    return new TrialArchive(folder, archive, maker.into(archive, folder), afterwards);
  }

  public Intake.IntakeReport take(Path files) {
    return intake.take(
        new Intake.Request(List.of(files), Visibility.PUBLIC, true), Intake.Listener.silent());
  }

  public Path folder() {
    return folder;
  }

  public ReadingRoom room() {
    return room(DAY);
  }

  /** What the owner finds there at the end of a day. */
  ReadingRoom room(LocalDate day) {
    return archive.openFor(Reader.owner(), day);
  }

  public <T> T with(Function<Archive, T> use) {
    return use.apply(archive);
  }

  @Override
  public void close() {
    archive.close();
    afterwards.accept(folder);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
