package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wenmai.analyzers.segment.hanlp.BareSegmenter;
import wenmai.corpus.Intake;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.IndexableDocument;

/**
 * Whole ingest, from files to a durable archive, in characters a second, beside bare Lucene writing
 * the same fields of the same documents with the same analyzers on as many threads, and beside a
 * warm HanLP segmenter alone on one. Intake and bare Lucene take turns, {@value #ROUNDS} times
 * each, and the time of all turns counts: what else the machine does then falls on both.
 */
public final class IngestBench implements Bench {
  private static final int WARM_UP = 4_000;
  private static final int PASSES = 2;
  private static final int ROUNDS = 3;
  private static final int MOST_SEGMENTED = 3_000_000;

  private final TrialArchive.Maker maker;
  private final Function<Path, Engine> engines;

  public IngestBench(TrialArchive.Maker maker, Function<Path, Engine> engines) {
    this.maker = maker;
    this.engines = engines;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try {
      Path room = Files.createTempDirectory("wenmai-ingest");
      try {
        return run(folder, room);
      } finally {
        TrialArchive.delete(room);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param room where everything is made. Nothing in it is deleted before the end: where many files
   *     have just been deleted, some file systems are thirty times slower to make new ones, and
   *     intake, which makes one for each original, would pay for a benchmark's tidiness.
   */
  private Map<String, Object> run(Path folder, Path room) throws IOException {
    warmUp(folder, room);
    List<OfficialDocument> documents = new ArrayList<>();
    Intake.IntakeReport first = intake(folder, room.resolve("archive"), documents);
    List<Double> ratios = new ArrayList<>();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("documents", documents.size());
    figures.put("rejected", first.rejected().size());
    double whole = 0;
    double bare = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path archive = room.resolve("archive-" + round);
      Path lucene = room.resolve("lucene-" + round);
      boolean intakeFirst = round % 2 == 0;
      double before = intakeFirst ? 0 : bareLucene(documents, lucene);
      double took = intake(folder, archive, documents).seconds();
      double luceneTook = intakeFirst ? bareLucene(documents, lucene) : before;
      ratios.add(round(luceneTook / took));
      whole += took / ROUNDS;
      bare += luceneTook / ROUNDS;
    }
    long characters =
        documents.stream().mapToLong(document -> document.content().text().length()).sum();
    double segmenter = segmenter(documents);
    figures.put("characters", characters);
    figures.put("ingestCharactersPerSecond", Math.round(characters / whole));
    figures.put("luceneCharactersPerSecond", Math.round(characters / bare));
    figures.put("hanlpCharactersPerSecond", Math.round(segmenter));
    figures.put("ingest/lucene", round(bare / whole));
    figures.put("ingest/lucene by rounds", ratios);
    figures.put("ingest/hanlp", round(characters / whole / segmenter));
    return figures;
  }

  /**
   * Takes all files into a new archive.
   *
   * @param documents what is in it, filled if empty
   */
  private Intake.IntakeReport intake(Path folder, Path kept, List<OfficialDocument> documents) {
    try (TrialArchive archive = TrialArchive.keeping(maker, kept)) {
      Intake.IntakeReport report = archive.take(folder);
      if (documents.isEmpty()) {
        archive.room().export(view -> documents.add(view.document()), matter -> {});
      }
      return report;
    }
  }

  /**
   * {@value #PASSES} passes over at most {@value #WARM_UP} files before the one that gives the
   * documents, so that neither side pays for loading classes and models and for compiling its code.
   * Intake runs through some ten times as much code as bare Lucene, and much of it once a paper, so
   * that the compiler comes to it only after ten thousand papers: after one pass over the laws it
   * still takes a quarter of the cores, after two a seventh, after four a twentieth.
   */
  private void warmUp(Path folder, Path room) throws IOException {
    Path some = Files.createDirectory(room.resolve("some"));
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().limit(WARM_UP).toList()) {
        Files.copy(file, some.resolve(file.toString().replace('/', '_')));
      }
    }
    for (int pass = 0; pass < PASSES; pass++) {
      try (TrialArchive archive = TrialArchive.keeping(maker, room.resolve("warm-" + pass))) {
        archive.take(some);
      }
    }
  }

  private double bareLucene(List<OfficialDocument> documents, Path folder) throws IOException {
    try (Engine engine = engines.apply(Files.createDirectory(folder))) {
      long start = System.nanoTime();
      OnAllCores.each(documents, document -> engine.put(IndexableDocument.of(document)));
      engine.commit(1);
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /**
   * Characters a second of the segmenter alone, after a warm-up, over the first few million
   * characters.
   */
  private static double segmenter(List<OfficialDocument> documents) {
    BareSegmenter segmenter = new BareSegmenter();
    documents.stream().limit(50).forEach(document -> segmenter.count(document.content().text()));
    long characters = 0;
    long start = System.nanoTime();
    for (OfficialDocument document : documents) {
      segmenter.count(document.content().text());
      characters += document.content().text().length();
      if (characters > MOST_SEGMENTED) {
        break;
      }
    }
    return characters / ((System.nanoTime() - start) / 1e9);
  }

  private static double round(double ratio) {
    return Math.round(ratio * 1000) / 1000.0;
  }
}
