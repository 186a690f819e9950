package wenmai.corpus;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.store.Premises;
import wenmai.corpus.store.Rereader;

/**
 * How an archive is to be opened.
 *
 * @param premises where it is, or is to be
 * @param clock for days and time stamps that people read; no order depends on it
 * @param engines opens the engine
 * @param desk reads and answers queries
 * @param citations finds what citations mean
 * @param matters rebuilds matters from papers
 * @param reader reads papers again when people undo repairs of their text
 * @param patience how long a question of anyone but the owner may take
 */
public record ArchiveSettings(
    Premises premises,
    Clock clock,
    EngineOpener engines,
    SearchDesk desk,
    CitationResolver citations,
    MatterBuilder matters,
    Rereader reader,
    Duration patience) {
  /** Where the congresses are: their day decides what is in force and what is overdue. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** With what comes after searching, such as rendering, an answer stays below two seconds. */
  public static final Duration USUAL_PATIENCE = Duration.ofMillis(1_500);

  /** For an archive whose texts stay as they are: where nobody undoes a repair. */
  public static ArchiveSettings of(
      Path folder,
      EngineOpener engines,
      SearchDesk desk,
      CitationResolver citations,
      MatterBuilder matters) {
    return new ArchiveSettings(
        Premises.in(folder),
        Clock.system(ZONE),
        engines,
        desk,
        citations,
        matters,
        Rereader.NONE,
        USUAL_PATIENCE);
  }

  /** The same with another patience. */
  public ArchiveSettings with(Duration other) {
    return new ArchiveSettings(premises, clock, engines, desk, citations, matters, reader, other);
  }

  /** The same archive with its tables elsewhere. */
  public ArchiveSettings at(Premises other) {
    return new ArchiveSettings(other, clock, engines, desk, citations, matters, reader, patience);
  }

  /** The folder of originals, index and lock. */
  public Path folder() {
    return premises.folder();
  }

  public ArchiveSettings withReader(Rereader other) {
    return new ArchiveSettings(premises, clock, engines, desk, citations, matters, other, patience);
  }

  /** Whether an archive is opened to be written or only to be read. */
  public enum Access {
    /** The one writer. */
    WRITE,
    /** Beside a writer, which may be another process. */
    READ
  }

  /** Opens, and for a writer makes, the index in a folder. */
  @FunctionalInterface
  public interface EngineOpener {
    Engine open(Path folder, Access access);
  }
}
