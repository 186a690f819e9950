package wenmai.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngine;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterTemplates;
import wenmai.corpus.record.DocumentJson;
import wenmai.corpus.record.MatterJson;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchSettings;
import wenmai.corpus.store.Premises;
import wenmai.corpus.store.TestPostgres;

/** A real archive in a folder of its own, for tests. */
public final class TestArchive {
  public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final Path CONFIG = Path.of(System.getProperty("wenmai.root"), "config");
  private static final Lexicon LEXICON = Lexicon.load(CONFIG);
  private static final SearchDesk DESK = new SearchDesk(SearchSettings.load(CONFIG, LEXICON));

  /** Run any test with {@code -Dwenmai.test.database=postgresql} to try it on that. */
  private static final boolean ON_SERVER =
      System.getProperty("wenmai.test.database", "").equals("postgresql");

  private static final Map<Path, Premises> SERVED = new ConcurrentHashMap<>();

  private TestArchive() {}

  /** An archive in a folder, with its tables wherever this run has them. */
  public static Premises premises(Path folder) {
    return ON_SERVER ? SERVED.computeIfAbsent(folder, TestPostgres::premises) : Premises.in(folder);
  }

  public static ArchiveSettings settings(Path folder) {
    return ArchiveSettings.of(
            folder,
            (index, access) ->
                switch (access) {
                  case WRITE -> LuceneEngine.forWriting(index, LEXICON, Weights.load(CONFIG), 32);
                  case READ -> LuceneEngine.forReading(index, LEXICON, Weights.load(CONFIG));
                },
            DESK,
            new CitationResolver(CitationWords.read(CONFIG.resolve("citation"))),
            new MatterBuilder(MatterTemplates.load(CONFIG)))
        .withReader(ReadPapers::read)
        .at(premises(folder));
  }

  public static Archive open(Path folder) {
    return Archive.open(settings(folder), "test");
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
