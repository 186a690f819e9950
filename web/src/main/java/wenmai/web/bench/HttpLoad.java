package wenmai.web.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

  /**
   * Who asks.
   *
   * @param least how long each thinks at least before it asks; zero for not at all
   * @param most how long at most
   */
  public record Clients(int number, Duration least, Duration most) {
    /** Who ask again as soon as they are answered, which no reader does: a queue. */
    public static Clients withoutPause(int number) {
      return new Clients(number, Duration.ZERO, Duration.ZERO);
    }

    /** Who read for a second or two what they were given, which is quick. */
    public static Clients thinking(int number) {
      return new Clients(number, Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    /**
     * One who asks often enough for a ninety-ninth percentile, of a site that has nothing else to
     * do. It pauses, because the tool counts a long answer several times where none is between two.
     */
    public static Clients alone() {
      return new Clients(1, Duration.ofMillis(25), Duration.ofMillis(75));
    }

    private List<String> arguments() {
      return most.isZero()
          ? List.of()
          : List.of(String.valueOf(least.toMillis()), String.valueOf(most.toMillis()));
    }
  }

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
  public static Figures of(String site, List<String> paths, Clients clients, Duration time) {
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

  private static Figures run(String site, Path folder, Clients clients, Duration time)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                TOOL,
                "-t" + Math.min(MOST_THREADS, clients.number()),
                "-c" + clients.number(),
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "20s",
                "-s",
                folder.resolve("load.lua").toString(),
                site,
                "--",
                folder.resolve("paths").toString()));
    command.addAll(clients.arguments());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
