package wenmai.web.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import wenmai.corpus.Archive;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.search.SearchRequest;
import wenmai.web.site.Site;

/**
 * Real queries with facets and highlights over HTTP, beside the same question asked in process, and
 * beside the same Lucene query put to Lucene's own classes over an index of the same documents:
 * with the same facets and its own highlights, as they come and made cheaper, and without. Each
 * query is asked once on every side, after the same warm-up by other queries.
 */
public final class SearchBench implements Bench {
  private static final int QUERIES = 600;
  private static final int WARM_UP = 6_000;
  private static final long SEED = 20261128;

  private final TrialArchive.Maker maker;
  private final Function<Archive, Site> sites;
  private final BiFunction<Path, Path, Peer> peers;

  /** Lucene alone. */
  public interface Peer extends AutoCloseable {
    /** Takes in one document; for many threads. */
    void put(OfficialDocument document);

    /** Nothing is put after this. */
    void ready();

    /**
     * Searches, counts facets and marks, with a scorer of passages that costs less than Lucene's
     * own; gives the number of hits.
     */
    long ask(String query);

    /** Searches, counts facets and marks, all by Lucene's own classes. */
    long askAsItComes(String query);

    /** The same without marks. */
    long askPlainly(String query);

    @Override
    void close();
  }

  /**
   * @param peers opens Lucene beside the archive in the first folder, with an index in the second
   */
  public SearchBench(
      TrialArchive.Maker maker, Function<Archive, Site> sites, BiFunction<Path, Path, Peer> peers) {
    this.maker = maker;
    this.sites = sites;
    this.peers = peers;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      return run(folder, archive);
    }
  }

  @Override
  public Map<String, Object> runKeeping(Path folder, Path kept) {
    try (TrialArchive archive = TrialArchive.keeping(maker, kept)) {
      return run(folder, archive);
    }
  }

  private Map<String, Object> run(Path folder, TrialArchive archive) {
    archive.take(folder);
    try {
      Path plain = Files.createTempDirectory("wenmai-lucene");
      try (Peer peer = peers.apply(archive.folder(), plain)) {
        return archive.with(open -> measure(open, peer));
      } finally {
        TrialArchive.delete(plain);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Peer peer, ReadingRoom room) {
    List<OfficialDocument> documents = new ArrayList<>();
    room.export(view -> documents.add(view.document()), matter -> {});
    OnAllCores.each(documents, peer::put);
    peer.ready();
  }

  private Map<String, Object> measure(Archive archive, Peer peer) {
    ReadingRoom room = archive.openFor(Reader.anonymous(), TrialArchive.DAY);
    fill(peer, room);
    List<String> queries = TypicalQueries.of(room, WARM_UP + QUERIES);
    try (Site site = sites.apply(archive)) {
      List<ToLongFunction<String>> sides =
          List.of(
              query -> ask(site.port(), query),
              query -> room.search(SearchRequest.of(query)).total(),
              peer::ask,
              peer::askPlainly,
              peer::askAsItComes);
      int warmed = Math.max(queries.size() / 2, queries.size() - QUERIES);
      List<String> warm = queries.subList(0, warmed);
      warm.forEach(query -> sides.forEach(side -> time(side, query)));
      List<String> asked = queries.subList(warm.size(), queries.size());
      double[][] took = new double[sides.size()][asked.size()];
      // Who goes first finds the pages of the index and the texts cold: chance says who does.
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
      Random chance = new Random(SEED);
      for (int i = 0; i < asked.size(); i++) {
        Collections.shuffle(order, chance);
        for (int side : order) {
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
    figures.put("luceneWithoutMarksMs", quantiles(took[3]));
    figures.put("luceneAsItComesMs", quantiles(took[4]));
    figures.put("http/inProcess p50", ratio(took[0], took[1]));
    figures.put("inProcess/lucene p50", ratio(took[1], took[2]));
    figures.put("http/lucene p50", ratio(took[0], took[2]));
    figures.put("http/luceneAsItComes p50", ratio(took[0], took[4]));
    return figures;
  }

  private static double ratio(double[] one, double[] other) {
    return Math.round(1000 * at(one, 0.5) / at(other, 0.5)) / 1000.0;
  }

  /** By the plainest client there is, so that the site is measured; connections are kept. */
  private static long ask(int port, String query) {
    URI address =
        URI.create(
            "http://127.0.0.1:"
                + port
                + "/api/v1/documents?q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      int status = connection.getResponseCode();
      if (status != 200 && status != 400) {
        throw new IllegalStateException(query + " was answered with " + status);
      }
      try (InputStream body =
          status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
        return body.readAllBytes().length;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double time(ToLongFunction<String> asking, String query) {
    long start = System.nanoTime();
    try {
      var unused = asking.applyAsLong(query);
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
