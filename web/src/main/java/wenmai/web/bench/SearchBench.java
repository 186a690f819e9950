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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import wenmai.corpus.Archive;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.search.SearchRequest;
import wenmai.web.site.Site;

/**
 * Real queries with facets and highlights over HTTP, beside the same question asked in process, and
 * beside the same Lucene query put to Lucene's own classes, which counts the same facets but makes
 * no snippets. Each query is asked once on every side, after the same warm-up by other queries.
 */
public final class SearchBench implements Bench {
  private static final int QUERIES = 600;
  private static final int WARM_UP = 600;

  private final TrialArchive.Maker maker;
  private final Function<Archive, Site> sites;
  private final Function<Path, Peer> peers;

  /** Plain Lucene over the index of an archive. */
  public interface Peer extends AutoCloseable {
    /** Gives the number of hits. */
    long ask(String query);

    @Override
    void close();
  }

  /**
   * @param peers opens plain Lucene over the archive in a folder
   */
  public SearchBench(
      TrialArchive.Maker maker, Function<Archive, Site> sites, Function<Path, Peer> peers) {
    this.maker = maker;
    this.sites = sites;
    this.peers = peers;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      archive.take(folder);
      try (Peer peer = peers.apply(archive.folder())) {
        return archive.with(open -> measure(open, peer));
      }
    }
  }

  private Map<String, Object> measure(Archive archive, Peer peer) {
    ReadingRoom room = archive.openFor(Reader.anonymous(), LocalDate.of(2026, 1, 1));
    List<String> queries = TypicalQueries.of(room, WARM_UP + QUERIES);
    try (Site site = sites.apply(archive);
        HttpClient client = HttpClient.newHttpClient()) {
      List<Consumer<String>> sides =
          List.of(
              query -> ask(client, site.port(), query),
              query -> room.search(SearchRequest.of(query)),
              peer::ask);
      List<String> warm = queries.subList(0, Math.min(WARM_UP, queries.size() / 2));
      warm.forEach(query -> sides.forEach(side -> time(side, query)));
      List<String> asked = queries.subList(warm.size(), queries.size());
      double[][] took = new double[sides.size()][asked.size()];
      for (int i = 0; i < asked.size(); i++) {
        // Who goes first finds the pages of the index cold; each side does so equally often.
        for (int turn = 0; turn < sides.size(); turn++) {
          int side = (i + turn) % sides.size();
          took[side][i] = time(sides.get(side), asked.get(i));
        }
      }
      return figures(took);
    }
  }

  private static Map<String, Object> figures(double[][] took) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("queries", took[0].length);
    figures.put("httpMs", quantiles(took[0]));
    figures.put("inProcessMs", quantiles(took[1]));
    figures.put("luceneMs", quantiles(took[2]));
    figures.put("http/inProcess p50", ratio(took[0], took[1]));
    figures.put("http/lucene p50", ratio(took[0], took[2]));
    return figures;
  }

  private static double ratio(double[] one, double[] other) {
    return Math.round(1000 * at(one, 0.5) / at(other, 0.5)) / 1000.0;
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
    } catch (QueryProblem problem) {
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
