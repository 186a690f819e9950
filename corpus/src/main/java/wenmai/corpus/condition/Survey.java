package wenmai.corpus.condition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.semantic.Meanings;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Holdings;
import wenmai.corpus.store.Inventory;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.RefusedFiles;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks;
import wenmai.corpus.upkeep.IndexKeeper;

/** Takes stock of an archive in use (查看运行状况). Looks at tables and sizes; reads no paper. */
public final class Survey {
  private static final int MOST_REFUSED = 50;

  private final Depot depot;
  private final IndexKeeper index;
  private final Optional<Meanings> meanings;
  private final SearchTally searches;

  public Survey(Depot depot, IndexKeeper index, Optional<Meanings> meanings, SearchTally searches) {
    this.depot = depot;
    this.index = index;
    this.meanings = meanings;
    this.searches = searches;
  }

  public Condition condition() {
    long indexed;
    Optional<Condition.Vectors> vectors;
    try (EngineView view = index.view(Audience.INTERNAL)) {
      indexed = view.journalNumber();
      vectors = meanings.map(model -> vectors(model, view));
    }
    return depot.read(session -> condition(session, indexed, vectors));
  }

  private static Condition.Vectors vectors(Meanings model, EngineView view) {
    long waiting = model.waiting(view);
    return new Condition.Vectors(Math.max(0, view.size() - waiting), waiting);
  }

  private Condition condition(Session session, long indexed, Optional<Condition.Vectors> vectors) {
    Marks marks = new Marks(session);
    RefusedFiles refused = new RefusedFiles(session);
    return new Condition(
        papers(session),
        new Condition.Queue(
            new Documents(session).lastNumber(),
            indexed,
            marks.number(Marks.DERIVED),
            index.isOutdated()),
        vectors,
        disk(),
        marks.get(Marks.BACKUP).map(Instant::parse),
        marks.get(Marks.CHECK).map(Survey::check),
        refused.latest(MOST_REFUSED),
        refused.count(),
        new Setbacks(session).latest(MOST_REFUSED),
        searches.summary());
  }

  private static Condition.Papers papers(Session session) {
    Inventory inventory = new Inventory(session);
    Inventory.Extent open = inventory.extent(Audience.PUBLIC);
    Inventory.Extent all = inventory.extent(Audience.INTERNAL);
    Holdings holdings = new Holdings(session);
    return new Condition.Papers(
        open.documents(),
        all.documents() - open.documents(),
        holdings.withdrawn(),
        holdings.originalsInAll(),
        all.characters());
  }

  private static Condition.Check check(String mark) {
    int blank = mark.indexOf(' ');
    return new Condition.Check(
        Instant.parse(mark.substring(0, blank)), Long.parseLong(mark.substring(blank + 1)));
  }

  private Condition.Disk disk() {
    Path folder = depot.folder();
    try {
      FileStore store = Files.getFileStore(folder);
      return new Condition.Disk(
          depot.databaseBytes(),
          bytes(folder.resolve("index")),
          bytes(folder.resolve("vectors")),
          store.getUsableSpace(),
          store.getTotalSpace());
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be looked at: " + e.getMessage(), e);
    }
  }

  /** Of a file, or of all files under a folder; merges take files away while one looks. */
  private static long bytes(Path path) throws IOException {
    if (!Files.exists(path)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.mapToLong(Survey::size).sum();
    } catch (UncheckedIOException gone) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
