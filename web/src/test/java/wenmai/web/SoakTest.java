package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import wenmai.web.bench.HttpLoad;
import wenmai.web.bench.HttpLoad.Clients;
import wenmai.web.bench.NewPapers;
import wenmai.web.bench.ReadingMix;
import wenmai.web.command.Console;

/**
 * Sixty-four clients read while papers come in: no request fails, and neither heap nor open files
 * grow. The long soak's clients think between two pages, and papers come in every other window:
 * then the slowest hundredth waits at most three times as long as else. The short one's ask without
 * a pause, which wears out sooner and measures a queue. {@code ./wenmai bench load} measures the
 * times of both; those of a soak stand in {@code web/target/soak.txt}.
 */
class SoakTest {
  private static final boolean LONG = Boolean.getBoolean("wenmai.test.long");
  private static final int MINUTES = Integer.getInteger("wenmai.test.soak.minutes", 30);
  private static final Duration WARM_UP = Duration.ofSeconds(LONG ? 60 : 5);
  private static final Clients CLIENTS = LONG ? Clients.thinking(64) : Clients.withoutPause(64);

  /** What is measured at a time: many a short one, of which the median counts, bears with noise. */
  private static final Duration WINDOW = Duration.ofSeconds(LONG ? 30 : 45);

  private static final int WINDOWS = LONG ? MINUTES : 1;

  /** Answers of the slowest hundredth, against those when nothing comes in. */
  private static final double MOST_TIMES_IDLE = 3;

  private static final int PAPERS = 40;

  /** What a cache fills, and what one more segment of the index holds open. */
  private static final long SOME_MEGABYTES = 64L << 20;

  private static final long SOME_FILES = 150;

  @TempDir Path folder;
  private final AtomicInteger rounds = new AtomicInteger();
  private final List<String> noted = new ArrayList<>();

  @Test
  void many_readers_and_new_papers_wear_nothing_out() throws Exception {
    assumeTrue(
        HttpLoad.isThere(), "the soak needs wrk (apt install wrk): nothing has been soaked here");
    try (TestSite site = LONG ? TestSite.asProduct() : TestSite.light()) {
      List<String> paths = ReadingMix.of(papers(site));
      // While it is cold, it may refuse what takes too long.
      HttpLoad.Figures cold = HttpLoad.of(site.url(""), paths, Clients.withoutPause(64), WARM_UP);
      note("without a pause, cold", List.of(cold));
      HttpLoad.Figures warm =
          whileTaking(site, () -> HttpLoad.of(site.url(""), paths, CLIENTS, WARM_UP));
      note("warming up", List.of(warm));
      long heapBefore = liveHeap(site);
      long filesBefore = openFiles(site);
      List<HttpLoad.Figures> idle = new ArrayList<>();
      List<HttpLoad.Figures> soaked = new ArrayList<>();
      for (int i = 0; i < WINDOWS; i++) {
        if (LONG) {
          idle.add(HttpLoad.of(site.url(""), paths, CLIENTS, WINDOW));
        }
        soaked.add(whileTaking(site, () -> HttpLoad.of(site.url(""), paths, CLIENTS, WINDOW)));
      }
      note("idle", idle);
      note("soaked", soaked);
      Stream.of(idle, soaked).flatMap(List::stream).forEach(SoakTest::check);
      long heap = liveHeap(site);
      assertTrue(heap < heapBefore * 3 / 2 + SOME_MEGABYTES, "heap " + heapBefore + " → " + heap);
      long files = openFiles(site);
      assertTrue(files < filesBefore + SOME_FILES, "files " + filesBefore + " → " + files);
      if (LONG) {
        assertTrue(
            median(soaked) <= MOST_TIMES_IDLE * median(idle),
            () -> "p99 of " + median(idle) + " ms becomes " + median(soaked) + " ms");
      }
    }
  }

  /** Whether or not it passes, the figures are to be read afterwards. */
  private void note(String what, List<HttpLoad.Figures> figures) throws IOException {
    noted.add(what);
    figures.forEach(window -> noted.add("  " + window));
    Files.write(Launched.project().resolve("web/target/soak.txt"), noted);
  }

  private static void check(HttpLoad.Figures window) {
    assertEquals(0, window.errors(), window.toString());
    assertTrue(window.requests() > 5 * WINDOW.toSeconds(), window.toString());
  }

  /** The median of the windows' ninety-ninth percentiles, in milliseconds. */
  private static double median(List<HttpLoad.Figures> windows) {
    return windows.stream()
        .mapToDouble(HttpLoad.Figures::p99Ms)
        .sorted()
        .skip(windows.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> papers(TestSite site) {
    List<String> ids = new ArrayList<>();
    for (JsonNode hit : site.json("/api/v1/documents?size=" + PAPERS).path("hits")) {
      ids.add(hit.path("id").asString());
    }
    return ids;
  }

  /** Papers come in one round after the other from before this load until after it. */
  private HttpLoad.Figures whileTaking(TestSite site, Supplier<HttpLoad.Figures> load) {
    AtomicBoolean over = new AtomicBoolean();
    int before = rounds.get();
    CompletableFuture<Void> taking = CompletableFuture.runAsync(() -> keepTaking(site, over));
    HttpLoad.Figures figures;
    try {
      figures = load.get();
    } finally {
      over.set(true);
    }
    taking.join();
    assertTrue(rounds.get() > before, "no paper came in meanwhile");
    return figures;
  }

  private void keepTaking(TestSite site, AtomicBoolean over) {
    try {
      while (!over.get()) {
        Path papers = Files.createDirectories(folder.resolve("new" + rounds.get() % 25));
        Files.write(papers.resolve("papers.jsonl"), NewPapers.lines(rounds.get()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
            Main.run(
                new String[] {"index", papers.toString(), "--data", site.data().toString()},
                new Console(said, said));
        assertEquals(0, status, () -> said.toString(StandardCharsets.UTF_8));
        rounds.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is left of the heap when everything unused has been thrown away. */
  private static long liveHeap(TestSite site) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    for (int i = 0; i < 2; i++) {
      int status =
          new ProcessBuilder(jcmd, Long.toString(site.pid()), "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      assertEquals(0, status, "jcmd belongs to every JDK");
    }
    return (long) sum(site, "jvm_memory_used_bytes{area=\"heap\"");
  }

  private static long openFiles(TestSite site) {
    return (long) sum(site, "process_files_open_files");
  }

  private static double sum(TestSite site, String beginning) {
    return site.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
