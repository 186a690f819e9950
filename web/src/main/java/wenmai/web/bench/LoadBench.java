package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import wenmai.corpus.Archive;
import wenmai.corpus.Reader;
import wenmai.web.bench.HttpLoad.Clients;
import wenmai.web.site.Site;

/**
 * Reading by one client and by sixty-four, who think between two pages as readers do or ask without
 * a pause, with and without papers coming in meanwhile (负载测量), over one folder's papers. Needs wrk.
 */
public final class LoadBench implements Bench {
  private static final int CLIENTS = 64;
  private static final int PAPERS = 40;
  private static final Duration TIME = Duration.ofSeconds(40);

  private final TrialArchive.Maker maker;
  private final Function<Archive, Site> sites;

  public LoadBench(TrialArchive.Maker maker, Function<Archive, Site> sites) {
    this.maker = maker;
    this.sites = sites;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    if (!HttpLoad.isThere()) {
      return Map.of("skipped", "wrk is not installed (apt install wrk)");
    }
    try (TrialArchive archive = TrialArchive.open(maker)) {
      archive.take(folder);
      return archive.with(open -> measure(open, archive));
    }
  }

  private Map<String, Object> measure(Archive open, TrialArchive archive) {
    List<String> ids = new ArrayList<>();
    open.openFor(Reader.anonymous(), LocalDate.of(2026, 1, 1))
        .export(view -> ids.add(view.document().id().value()), matter -> {});
    List<String> paths = ReadingMix.of(ids.subList(0, Math.min(PAPERS, ids.size())));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("papers", ids.size());
    try (Site site = sites.apply(open)) {
      String address = "http://127.0.0.1:" + site.port();
      Supplier<HttpLoad.Figures> thinking =
          () -> HttpLoad.of(address, paths, Clients.thinking(CLIENTS), TIME);
      Supplier<HttpLoad.Figures> queue =
          () -> HttpLoad.of(address, paths, Clients.withoutPause(CLIENTS), TIME);
      var unused = queue.get(); // warms up
      HttpLoad.Figures idle = HttpLoad.of(address, paths, Clients.alone(), TIME);
      HttpLoad.Figures reading = thinking.get();
      HttpLoad.Figures both = whileTaking(archive, thinking);
      figures.put("1 client", idle);
      figures.put(CLIENTS + " thinking clients", reading);
      figures.put(CLIENTS + " thinking clients, papers coming in", both);
      figures.put("p99 of thinking clients / idle", ratio(reading, idle));
      figures.put("p99 of thinking clients, papers coming in / idle", ratio(both, idle));
      figures.put(CLIENTS + " clients without a pause", queue.get());
      figures.put(
          CLIENTS + " clients without a pause, papers coming in", whileTaking(archive, queue));
    }
    return figures;
  }

  private static double ratio(HttpLoad.Figures loaded, HttpLoad.Figures idle) {
    return Math.round(10 * loaded.p99Ms() / idle.p99Ms()) / 10.0;
  }

  private static HttpLoad.Figures whileTaking(
      TrialArchive archive, Supplier<HttpLoad.Figures> load) {
    AtomicBoolean over = new AtomicBoolean();
    Thread taking =
        Thread.ofPlatform()
            .name("bench-taking")
            .start(() -> {
              for (int round = 0; !over.get(); round++) {
                takeSome(archive, round);
              }
            });
    try {
      return load.get();
    } finally {
      over.set(true);
      join(taking);
    }
  }

  private static void takeSome(TrialArchive archive, int round) {
    try {
      Path papers = Files.createTempDirectory("wenmai-load-papers");
      Files.write(papers.resolve("papers.jsonl"), NewPapers.lines(round));
      archive.take(papers);
      TrialArchive.delete(papers);
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
