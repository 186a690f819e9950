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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import wenmai.web.bench.HttpLoad;
import wenmai.web.bench.HttpLoad.Clients;
import wenmai.web.bench.NewPapers;
import wenmai.web.bench.ReadingMix;
import wenmai.web.command.Console;

/**
 * Sixty-four clients read while papers come in: no request fails, and neither heap nor open files
 * grow. The long soak's clients think between two pages, and wait at most three times as long as
 * one alone; the short one's ask without a pause, which wears out sooner and measures a queue.
 * {@code ./wenmai bench load} measures the times of both.
 */
class SoakTest {
  private static final boolean LONG = Boolean.getBoolean("wenmai.test.long");
  private static final Duration WARM_UP = Duration.ofSeconds(LONG ? 60 : 5);
  private static final Duration SOAK = Duration.ofSeconds(LONG ? 30 * 60 : 45);
  private static final Clients CLIENTS = LONG ? Clients.thinking(64) : Clients.withoutPause(64);
  private static final Duration ALONE = Duration.ofSeconds(60);

  /** Answers of the slowest hundredth, against those of a site that one client alone asks. */
  private static final double MOST_TIMES_IDLE = 3;

  private static final int PAPERS = 40;

  /** What a cache fills, and what one more segment of the index holds open. */
  private static final long SOME_MEGABYTES = 64L << 20;

  private static final long SOME_FILES = 150;

  @TempDir Path folder;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void many_readers_and_new_papers_wear_nothing_out(TestReporter reporter) throws Exception {
    assumeTrue(
        HttpLoad.isThere(), "the soak needs wrk (apt install wrk): nothing has been soaked here");
    try (TestSite site = TestSite.start()) {
      String address = site.url("");
      List<String> paths = ReadingMix.of(papers(site));
      // While it is cold, it may refuse what takes too long.
      HttpLoad.Figures cold = HttpLoad.of(address, paths, Clients.withoutPause(64), WARM_UP);
      Optional<HttpLoad.Figures> idle =
          LONG
              ? Optional.of(HttpLoad.of(address, paths, Clients.alone(), ALONE))
              : Optional.empty();
      CompletableFuture<Void> taking = CompletableFuture.runAsync(() -> keepTaking(site));
      reporter.publishEntry("warming up", HttpLoad.of(address, paths, CLIENTS, WARM_UP).toString());
      long heapBefore = liveHeap(site);
      long filesBefore = openFiles(site);
      HttpLoad.Figures soaked = HttpLoad.of(address, paths, CLIENTS, SOAK);
      over.set(true);
      taking.join();
      reporter.publishEntry("idle", idle.map(Object::toString).orElse("not measured"));
      reporter.publishEntry("without a pause, cold", cold.toString());
      reporter.publishEntry("soaked", soaked.toString());
      assertEquals(0, soaked.errors(), soaked.toString());
      assertTrue(soaked.requests() > 5 * SOAK.toSeconds(), soaked.toString());
      assertTrue(rounds.get() > 0, "no paper came in meanwhile");
      long heap = liveHeap(site);
      assertTrue(heap < heapBefore * 3 / 2 + SOME_MEGABYTES, "heap " + heapBefore + " → " + heap);
      long files = openFiles(site);
      assertTrue(files < filesBefore + SOME_FILES, "files " + filesBefore + " → " + files);
      idle.ifPresent(alone ->
          assertTrue(
              soaked.p99Ms() <= MOST_TIMES_IDLE * alone.p99Ms(), "idle " + alone + ", " + soaked));
    }
  }

  private static List<String> papers(TestSite site) {
    List<String> ids = new ArrayList<>();
    for (JsonNode hit : site.json("/api/v1/documents?size=" + PAPERS).path("hits")) {
      ids.add(hit.path("id").asString());
    }
    return ids;
  }

  private void keepTaking(TestSite site) {
    System.setProperty("wenmai.home", Launched.project().toString());
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
    } finally {
      System.clearProperty("wenmai.home");
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
