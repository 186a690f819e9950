package wenmai.web.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many clients at once (负载), by wrk, a load tool of its own process: what it measures is what a
 * client sees, and it takes nothing from the site's heap.
 */
public final class HttpLoad {
  private static final String TOOL = "wrk";
  private static final int MOST_THREADS = 2;

  private HttpLoad() {}

  /**
   * What the clients saw.
   *
   * @param errors connections and requests that failed, and answers of 400 and above
   */
  public record Figures(
      long requests, double perSecond, long errors, double p50Ms, double p99Ms, double maxMs) {}

  /** Whether the tool is on this machine. */
  public static boolean isThere() {
    try {
      Process asked =
          new ProcessBuilder(TOOL, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      asked.waitFor();
      return true;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Asks a site for these addresses, at random, for so long.
   *
   * @param site its address without the last slash
   * @param paths escaped as they are to be sent
   */
  public static Figures of(String site, List<String> paths, int clients, Duration time) {
    try {
      Path folder = Files.createTempDirectory("wenmai-load");
      try (InputStream script =
          Objects.requireNonNull(HttpLoad.class.getResourceAsStream("/bench/load.lua"))) {
        Files.write(folder.resolve("load.lua"), script.readAllBytes());
        Files.write(folder.resolve("paths"), paths);
        return run(site, folder, clients, time);
      } finally {
        TrialArchive.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Figures run(String site, Path folder, int clients, Duration time)
      throws IOException {
    Process process =
        new ProcessBuilder(
                TOOL,
                "-t" + Math.min(MOST_THREADS, clients),
                "-c" + clients,
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "20s",
                "-s",
                folder.resolve("load.lua").toString(),
                site,
                "--",
                folder.resolve("paths").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines()
        .filter(line -> line.startsWith("figures "))
        .findFirst()
        .map(line -> figures(JsonMapper.shared().readTree(line.substring("figures ".length()))))
        .orElseThrow(() -> new IllegalStateException(TOOL + " gave no figures: " + said));
  }

  private static Figures figures(JsonNode line) {
    long requests = line.path("requests").asLong();
    long errors = 0;
    for (String kind : List.of("connect", "read", "write", "timeout", "status")) {
      errors += line.path(kind).asLong();
    }
    return new Figures(
        requests,
        tenth(requests * 1e6 / Math.max(1, line.path("micros").asLong())),
        errors,
        tenth(line.path("p50").asLong() / 1e3),
        tenth(line.path("p99").asLong() / 1e3),
        tenth(line.path("max").asLong() / 1e3));
  }

  private static double tenth(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
