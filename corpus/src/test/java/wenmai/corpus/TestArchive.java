package wenmai.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngine;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterTemplates;
import wenmai.corpus.record.DocumentJson;
import wenmai.corpus.record.MatterJson;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchSettings;

/** A real archive in a folder of its own, for tests. */
public final class TestArchive {
  public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static final Path CONFIG = Path.of(System.getProperty("wenmai.root"), "config");
  private static final Lexicon LEXICON = Lexicon.load(CONFIG);
  private static final SearchDesk DESK = new SearchDesk(SearchSettings.load(CONFIG, LEXICON));

  private TestArchive() {}

  public static ArchiveSettings settings(Path folder) {
    return ArchiveSettings.of(
            folder,
            (index, access) ->
                switch (access) {
                  case WRITE -> LuceneEngine.forWriting(index, LEXICON, Weights.load(CONFIG), 32);
                  case READ -> LuceneEngine.forReading(index, LEXICON, Weights.load(CONFIG));
                },
            DESK,
            new MatterBuilder(MatterTemplates.load(CONFIG)))
        .withReader(ReadPapers::read);
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
