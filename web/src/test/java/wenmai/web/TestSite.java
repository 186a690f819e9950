package wenmai.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real site as a user starts it: {@code index}, then {@code serve} on a free port, each in a
 * process of its own, over a part of the sample corpus and some hostile papers. The day is fixed.
 */
public final class TestSite implements AutoCloseable {
  /** “Today” of the sample corpus. */
  static final String DAY = "2026-11-21";

  /** Words of the name of the one paper in it that has pages. */
  static final String PAGED = "共享电单车运营服务管理办法";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Process process;
  private final String root;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private TestSite(Path folder, Process process, String root) {
    this.folder = folder;
    this.process = process;
    this.root = root;
  }

  static TestSite start() {
    return start(Launched::start);
  }

  /** In the very virtual machine that a user's site has. */
  static TestSite asProduct() {
    return start(Launched::asProduct);
  }

  /** With threads that give way as the product's do. */
  static TestSite light() {
    return start(Launched::light);
  }

  private interface Launching {
    Launched start(Path folder, List<String> arguments) throws IOException;
  }

  private static TestSite start(Launching launching) {
    try {
      Path folder = Files.createTempDirectory("wenmai-site");
      Path papers = Files.createDirectories(folder.resolve("papers"));
      copySample(papers);
      HostilePapers.writeTo(papers.resolve("hostile"));
      String data = folder.resolve("data").toString();
      Launched.start(folder, List.of("index", papers.toString(), "--data", data))
          .process()
          .waitFor();
      Launched site =
          launching.start(folder, List.of("serve", "--port", "0", "--data", data, "--as-of", DAY));
      TestSite started = new TestSite(folder, site.process(), site.address());
      started.warm();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** On a busy machine a site that is cold may refuse its first search: it would take too long. */
  private void warm() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (get("/api/v1/documents?q=" + encode("供水")).statusCode() != 200) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the site answers no search");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /** The papers of two years that are quickly read, and one of every trail's formats. */
  private static void copySample(Path papers) throws IOException {
    Path sample = Launched.project().resolve("corpus/sample/public");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.toString();
        boolean quick = name.endsWith(".txt") || name.endsWith(".html") || name.contains(PAGED);
        boolean trail = name.contains("内涝") || name.contains("农村供水条例");
        if (quick || trail && !name.endsWith(".pdf")) {
          Path copy = papers.resolve(sample.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  /** The folder of its archive. */
  Path data() {
    return folder.resolve("data");
  }

  /** The process that serves. */
  long pid() {
    return process.pid();
  }

  /** The whole address of a path on this site. */
  public String url(String path) {
    return root + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> getBytes(String path, String... headers) {
    return send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(
        request(path, headers).method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path))).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the API answers. */
  JsonNode json(String path) {
    return JSON.readTree(get(path).body());
  }

  /** The id of the first paper that a search finds. */
  public String find(String query) {
    JsonNode hits = json("/api/v1/documents?q=" + encode(query)).path("hits");
    if (hits.isEmpty()) {
      throw new IllegalStateException("nothing found for " + query);
    }
    return hits.get(0).path("id").asString();
  }

  /** The id of the matter with the most steps. */
  public String matter() {
    JsonNode best = JSON.createObjectNode();
    for (JsonNode matter : json("/api/v1/matters?size=100").path("matters")) {
      if (matter.path("stages").size() > best.path("stages").size()) {
        best = matter;
      }
    }
    return best.path("id").asString("none");
  }

  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
