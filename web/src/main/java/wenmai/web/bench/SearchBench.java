package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import wenmai.corpus.Archive;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.search.SearchRequest;
import wenmai.web.site.Site;

/**
 * Real queries with facets and highlights over HTTP, beside the same query asked in process. The
 * queries are pieces of the titles and texts of the folder's documents, chosen by a fixed seed;
 * each is asked once on either side after the same warm-up.
 */
public final class SearchBench implements Bench {
  private static final int QUERIES = 400;
  private static final int WARM_UP = 300;
  private static final long SEED = 20261121;

  private final TrialArchive.Maker maker;
  private final Function<Archive, Site> sites;

  public SearchBench(TrialArchive.Maker maker, Function<Archive, Site> sites) {
    this.maker = maker;
    this.sites = sites;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      archive.take(folder);
      return archive.with(this::measure);
    }
  }

  private Map<String, Object> measure(Archive archive) {
    ReadingRoom room =
        archive.openFor(wenmai.corpus.Reader.anonymous(), java.time.LocalDate.of(2026, 1, 1));
    List<String> queries = queries(room);
    try (Site site = sites.apply(archive);
        HttpClient client = HttpClient.newHttpClient()) {
      Consumer<String> overHttp = query -> ask(client, site.port(), query);
      Consumer<String> inProcess = query -> room.search(SearchRequest.of(query));
      List<String> warm = queries.subList(0, Math.min(WARM_UP, queries.size() / 2));
      warm.forEach(overHttp);
      warm.forEach(inProcess);
      List<String> asked = queries.subList(warm.size(), queries.size());
      double[] http = new double[asked.size()];
      double[] process = new double[asked.size()];
      for (int i = 0; i < asked.size(); i++) {
        // Each side goes first as often as the other: the second finds the pages of the index in
        // memory.
        if (i % 2 == 0) {
          http[i] = time(overHttp, asked.get(i));
          process[i] = time(inProcess, asked.get(i));
        } else {
          process[i] = time(inProcess, asked.get(i));
          http[i] = time(overHttp, asked.get(i));
        }
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("queries", asked.size());
      figures.put("httpMs", quantiles(http));
      figures.put("inProcessMs", quantiles(process));
      figures.put(
          "http/inProcess p50", Math.round(1000 * at(http, 0.5) / at(process, 0.5)) / 1000.0);
      return figures;
    }
  }

  private static List<String> queries(ReadingRoom room) {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    room.export(
        view -> {
          String title = view.document().facts().value(FactKey.TITLE).orElse("");
          String text = view.document().content().text();
          if (title.length() > 8) {
            queries.add(piece(title, 4 + random.nextInt(4), random));
            queries.add(piece(title, 2, random) + " " + piece(title, 3, random));
          }
          if (text.length() > 200) {
            queries.add(
                "\""
                    + piece(text, 4 + random.nextInt(6), random).replace("\"", "").replace("\\", "")
                    + "\"");
          }
        },
        matter -> {});
    Collections.shuffle(queries, random);
    return List.copyOf(queries.subList(0, Math.min(QUERIES + WARM_UP, queries.size())));
  }

  private static String piece(String text, int length, Random random) {
    int start = random.nextInt(Math.max(1, text.length() - length));
    return text.substring(start, Math.min(text.length(), start + length)).replaceAll("\\s+", "");
  }

  private static void ask(HttpClient client, int port, String query) {
    URI address =
        URI.create(
            "http://127.0.0.1:"
                + port
                + "/api/v1/documents?q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200 && response.statusCode() != 400) {
        throw new IllegalStateException(query + " was answered with " + response.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double time(Consumer<String> asking, String query) {
    long start = System.nanoTime();
    try {
      asking.accept(query);
    } catch (wenmai.corpus.QueryProblem problem) {
      // A piece of text may be no query; both sides say so.
      return (System.nanoTime() - start) / 1e6;
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static Map<String, Object> quantiles(double[] times) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("p50", Math.round(100 * at(times, 0.5)) / 100.0);
    out.put("p99", Math.round(100 * at(times, 0.99)) / 100.0);
    return out;
  }

  private static double at(double[] times, double share) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
