package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import wenmai.corpus.Archive;
import wenmai.corpus.Reader;
import wenmai.corpus.semantic.Pace;
import wenmai.web.bench.HttpLoad.Clients;

/**
 * Reading by one client and by sixty-four, who think between two pages as readers do or ask without
 * a pause, with and without papers coming in meanwhile (负载测量), over one folder's papers, of the
 * site as {@code serve} starts it. Needs wrk.
 */
public final class LoadBench implements Bench {
  private static final int CLIENTS = 64;
  private static final int PAPERS = 40;
  private static final Duration TIME = Duration.ofSeconds(40);

  private final TrialArchive.Maker maker;
  private final Path launcher;
  private final BiConsumer<Path, Path> index;

  /**
   * @param launcher what starts the product
   * @param index hands the papers of the second folder to whoever serves the archive in the first
   */
  public LoadBench(TrialArchive.Maker maker, Path launcher, BiConsumer<Path, Path> index) {
    this.maker = maker;
    this.launcher = launcher;
    this.index = index;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    if (!HttpLoad.isThere()) {
      return Map.of("skipped", "wrk is not installed (apt install wrk)");
    }
    try {
      Path data = Files.createTempDirectory("wenmai-load-archive");
      try {
        List<String> ids = fill(folder, data);
        try (ServedSite site = ServedSite.start(launcher, data, TrialArchive.DAY)) {
          return measure(site, ids, data);
        }
      } finally {
        TrialArchive.delete(data);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the archive with everything that the site would make later; gives its papers. */
  private List<String> fill(Path folder, Path data) {
    try (TrialArchive archive = TrialArchive.keeping(maker, data)) {
      archive.take(folder);
      return archive.with(LoadBench::complete);
    }
  }

  private static List<String> complete(Archive archive) {
    long unused = archive.fillVectors(Pace.WITH_ALL_CORES, () -> true, done -> {});
    List<String> ids = new ArrayList<>();
    archive
        .openFor(Reader.anonymous(), TrialArchive.DAY)
        .export(view -> ids.add(view.document().id().value()), matter -> {});
    return ids;
  }

  private Map<String, Object> measure(ServedSite site, List<String> ids, Path data) {
    List<String> paths = ReadingMix.of(ids.subList(0, Math.min(PAPERS, ids.size())));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("papers", ids.size());
    Supplier<HttpLoad.Figures> thinking =
        () -> HttpLoad.of(site.address(), paths, Clients.thinking(CLIENTS), TIME);
    Supplier<HttpLoad.Figures> queue =
        () -> HttpLoad.of(site.address(), paths, Clients.withoutPause(CLIENTS), TIME);
    var unused = whileTaking(data, queue); // warms up
    HttpLoad.Figures alone = HttpLoad.of(site.address(), paths, Clients.alone(), TIME);
    HttpLoad.Figures reading = thinking.get();
    Taken both = whileTaking(data, thinking);
    figures.put("1 client", alone);
    figures.put(CLIENTS + " thinking clients", reading);
    figures.put(CLIENTS + " thinking clients, papers coming in", both.seen());
    figures.put("papers that came in meanwhile", both.papers());
    figures.put("p99 of thinking clients / one client", ratio(reading, alone));
    figures.put("p99 of thinking clients, papers coming in / none", ratio(both.seen(), reading));
    figures.put(CLIENTS + " clients without a pause", queue.get());
    Taken crowded = whileTaking(data, queue);
    figures.put(CLIENTS + " clients without a pause, papers coming in", crowded.seen());
    figures.put("papers that came in among clients without a pause", crowded.papers());
    return figures;
  }

  private static double ratio(HttpLoad.Figures loaded, HttpLoad.Figures idle) {
    return Math.round(10 * loaded.p99Ms() / idle.p99Ms()) / 10.0;
  }

  /**
   * What clients saw while papers came in.
   *
   * @param papers how many
   */
  private record Taken(HttpLoad.Figures seen, int papers) {}

  private Taken whileTaking(Path data, Supplier<HttpLoad.Figures> load) {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger papers = new AtomicInteger();
    Thread taking =
        Thread.ofPlatform()
            .name("bench-taking")
            .start(() -> {
              for (int round = 0; !over.get(); round++) {
                papers.addAndGet(takeSome(data, round));
              }
            });
    HttpLoad.Figures seen;
    try {
      seen = load.get();
    } finally {
      over.set(true);
      join(taking);
    }
    return new Taken(seen, papers.get());
  }

  private int takeSome(Path data, int round) {
    try {
      Path papers = Files.createTempDirectory("wenmai-load-papers");
      List<String> lines = NewPapers.lines(round);
      Files.write(papers.resolve("papers.jsonl"), lines);
      index.accept(data, papers);
      TrialArchive.delete(papers);
      return lines.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
