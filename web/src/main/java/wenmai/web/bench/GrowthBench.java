package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import wenmai.corpus.Reader;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.search.SearchRequest;

/**
 * How intake, memory and opening grow with an archive: short papers drawn from those of a folder
 * are taken in by steps of ten times as many, and then the archive is closed, opened and asked.
 */
public final class GrowthBench implements Bench {
  private static final int FIRST = 1_000;
  private static final int STEP = 10;
  private static final int USUAL = 10_000;
  private static final int MEGABYTE_BITS = 20;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private final TrialArchive.Maker maker;
  private final int papers;

  public GrowthBench(TrialArchive.Maker maker) {
    this(maker, USUAL);
  }

  private GrowthBench(TrialArchive.Maker maker, int papers) {
    this.maker = maker;
    this.papers = papers;
  }

  @Override
  public Bench sized(int papers) {
    return new GrowthBench(maker, papers);
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try {
      Path archive = Files.createTempDirectory("wenmai-growth");
      try {
        return runKeeping(folder, archive);
      } finally {
        TrialArchive.delete(archive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, Object> runKeeping(Path folder, Path kept) {
    DrawnPapers drawn = new DrawnPapers(read(folder));
    Map<String, Object> figures = new LinkedHashMap<>();
    try (TrialArchive archive = TrialArchive.keeping(maker, kept)) {
      int held = 0;
      while (held < papers) {
        int wanted = Math.min(papers, held == 0 ? FIRST : held * STEP);
        figures.put(wanted + " papers", take(drawn, wanted - held, archive));
        held = wanted;
      }
    }
    figures.put("opening", open(kept));
    return figures;
  }

  private List<OfficialDocument> read(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      archive.take(folder);
      List<OfficialDocument> documents = new ArrayList<>();
      archive.room().export(view -> documents.add(view.document()), matter -> {});
      return documents;
    }
  }

  private static Map<String, Object> take(DrawnPapers drawn, int papers, TrialArchive archive) {
    try {
      Path lines = Files.createTempDirectory("wenmai-papers");
      try {
        drawn.write(lines.resolve("papers.jsonl"), papers);
        double seconds = archive.take(lines).seconds();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("papersPerSecond", Math.round(papers / seconds));
        peakMegabytes().ifPresent(peak -> figures.put("peakMegabytes", peak));
        figures.put("liveMegabytes", liveMegabytes());
        return figures;
      } finally {
        TrialArchive.delete(lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is still in use on the heap once all that is out of use has been given back. */
  private static long liveMegabytes() {
    System.gc();
    Runtime heap = Runtime.getRuntime();
    return (heap.totalMemory() - heap.freeMemory()) >> MEGABYTE_BITS;
  }

  /** The most memory this process has had so far, where the system tells. */
  private static Optional<Long> peakMegabytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    }
  }

  private Map<String, Object> open(Path kept) {
    Map<String, Object> figures = new LinkedHashMap<>();
    long start = System.nanoTime();
    try (TrialArchive archive = TrialArchive.keeping(maker, kept)) {
      figures.put("seconds", secondsSince(start));
      figures.put("firstSearchSeconds", seconds(() -> search(archive)));
      figures.put("secondSearchSeconds", seconds(() -> search(archive)));
      figures.put("statisticsSeconds", seconds(() -> archive.room().statistics().documents()));
    }
    return figures;
  }

  /** Everything, which is the dearest question there is. */
  private static long search(TrialArchive archive) {
    return archive.with(open ->
        open.openFor(Reader.anonymous(), TrialArchive.DAY).search(SearchRequest.of("")).total());
  }

  private static double seconds(Supplier<Long> asking) {
    long start = System.nanoTime();
    if (asking.get() == 0) {
      throw new IllegalStateException("an archive that was filled is empty");
    }
    return secondsSince(start);
  }

  private static double secondsSince(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }
}
