package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngines;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterTemplates;
import wenmai.corpus.record.DocumentJson;
import wenmai.corpus.record.MatterJson;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchSettings;
import wenmai.corpus.store.Database;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Premises;
import wenmai.corpus.store.TestPostgres;

/** A real archive in a folder of its own, for tests. */
public final class TestArchive {
  public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final Path CONFIG = Path.of(System.getProperty("wenmai.root"), "config");
  private static final Lexicon LEXICON = Lexicon.load(CONFIG);
  private static final SearchDesk DESK = new SearchDesk(SearchSettings.load(CONFIG, LEXICON));

  private static final LuceneEngines ENGINES = new LuceneEngines(LEXICON, Weights.load(CONFIG));
  private static final CitationResolver CITATIONS =
      new CitationResolver(CitationWords.read(CONFIG.resolve("citation")));
  private static final MatterBuilder MATTERS = new MatterBuilder(MatterTemplates.load(CONFIG));

  /** Run any test with {@code -Dwenmai.test.database=postgresql} to try it on that. */
  private static final boolean ON_SERVER =
      System.getProperty("wenmai.test.database", "").equals("postgresql");

  private static final Map<Path, Premises> SERVED = new ConcurrentHashMap<>();

  private TestArchive() {}

  private static final class Made {
    static final byte[] TABLES = tables();

    private static byte[] tables() {
      try {
        Path file = Files.createTempFile("wenmai-made", ".db");
        Database.openForWriting(file).close();
        Database.settle(file);
        byte[] tables = Files.readAllBytes(file);
        for (String rest : List.of("", "-wal", "-shm")) {
          Files.deleteIfExists(Path.of(file + rest));
        }
        return tables;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An archive in a folder, with its tables wherever this run has them. */
  public static Premises premises(Path folder) {
    return ON_SERVER ? SERVED.computeIfAbsent(folder, TestPostgres::premises) : Premises.in(folder);
  }

  public static ArchiveSettings settings(Path folder) {
    return settings(folder, engine -> engine);
  }

  /** With an index that is not quite as it should be. */
  public static ArchiveSettings settings(Path folder, UnaryOperator<Engine> odd) {
    return ArchiveSettings.of(
            folder,
            (index, access) ->
                odd.apply(
                    switch (access) {
                      case WRITE -> ENGINES.forWriting(index, 32);
                      case READ -> ENGINES.forReading(index);
                    }),
            DESK,
            CITATIONS,
            MATTERS)
        .withReader(ReadPapers::read)
        .at(premises(folder));
  }

  /** With tables that migrations have made once: copying them is quicker by far. */
  public static Archive open(Path folder) {
    boolean usable = !Files.exists(folder) || Files.isDirectory(folder);
    if (usable && !ON_SERVER && !Depot.exists(Premises.in(folder))) {
      try {
        Files.write(Depot.databaseIn(Files.createDirectories(folder)), Made.TABLES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Archive.open(settings(folder), "test");
  }

  /** As it is for a reader {@link #TODAY}. */
  static ReadingRoom room(Archive archive, Reader reader) {
    return archive.openFor(reader, TODAY);
  }

  /** A paper that must be held. */
  static DocumentView view(ReadingRoom room, Papers paper) {
    return assertInstanceOf(Holding.Held.class, room.holding(paper.id())).document();
  }

  public static void take(Archive archive, List<Papers> papers) {
    try (Accessions accessions = archive.accessions()) {
      papers.forEach(paper -> accessions.accept(paper.accession(), () -> {}));
    }
  }

  public static String export(Archive archive, Reader reader) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archive
        .openFor(reader, TODAY)
        .export(
            view -> {
              DocumentJson.write(view, out);
              out.write('\n');
            },
            matter -> {
              MatterJson.write(matter, out);
              out.write('\n');
            });
    return out.toString(StandardCharsets.UTF_8);
  }
}
