package wenmai.web.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.semantic.Pace;
import wenmai.web.bench.peer.PeerIndex;
import wenmai.web.bench.peer.Peers;

/**
 * How well questions are answered (检索质量): keyword, semantic and hybrid beside plain Lucene with the
 * usual analyzers, on the same papers and the same questions. Papers go in as {@code index} takes
 * them and questions as {@code search --batch} asks them. Making the vectors takes a while; with an
 * archive of its own to keep, a run that was stopped goes on where it was. The weight that balances
 * words and meaning is besides chosen anew without the questions it is then judged by.
 */
public final class RelevanceBench implements Bench {
  /** Shares of the words for a short question among which one is chosen without looking. */
  private static final List<Float> SHARES = List.of(0.2f, 0.3f, 0.4f, 0.5f, 0.6f);

  private static final String HELD_OUT = "wenmai hybrid, share chosen on other questions";

  private final TrialArchive.Maker maker;

  public RelevanceBench(TrialArchive.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try {
      Path passing = Files.createTempDirectory("wenmai-bench");
      try {
        return runKeeping(folder, passing);
      } finally {
        TrialArchive.delete(passing);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, Object> runKeeping(Path folder, Path kept) {
    List<RetrievalSet> sets = RetrievalSet.in(folder);
    Map<String, Map<String, Object>> figures;
    try (TrialArchive archive = TrialArchive.keeping(maker, kept)) {
      figures = measure(RetrievalSet.papers(folder), sets, archive);
    }
    HeldOut shares = new HeldOut(sets);
    for (float share : SHARES) {
      try (TrialArchive archive =
          TrialArchive.keeping(maker, kept, weights -> weights.with(sharing(weights, share)))) {
        shares.add(question -> rank(archive.room(), question, Mode.HYBRID));
      }
    }
    shares
        .figures()
        .forEach((set, found) -> Objects.requireNonNull(figures.get(set)).put(HELD_OUT, found));
    return new LinkedHashMap<>(figures);
  }

  /** The share of the words for a short question; a long one keeps its distance from it. */
  private static Weights.Blend sharing(Weights weights, float share) {
    Weights.Blend now = weights.blend();
    float longShare = share + now.longShare() - now.shortShare();
    return new Weights.Blend(share, longShare, now.shortLength(), now.longLength());
  }

  private static Map<String, Map<String, Object>> measure(
      Path papers, List<RetrievalSet> sets, TrialArchive archive) {
    Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
    sets.forEach(set -> figures.put(set.name(), new LinkedHashMap<>()));
    Peers.analyzers().forEach((name, analyzer) -> askPeer(name, analyzer, papers, sets, figures));
    take(papers, archive);
    archive.with(open -> open.fillVectors(Pace.WITH_ALL_CORES, () -> true, done -> {}));
    for (Mode mode : Mode.values()) {
      String name = "wenmai " + mode.name().toLowerCase(java.util.Locale.ROOT);
      score(name, question -> rank(archive.room(), question, mode), sets, figures);
    }
    return figures;
  }

  private static List<String> rank(ReadingRoom room, String question, Mode mode) {
    return room.rank(question, mode, Level.ARTICLE, RankingScore.DEPTH).stream()
        .map(RelevanceBench::name)
        .toList();
  }

  private static String name(Hit hit) {
    return hit.document().externalId().orElse(hit.document().id().value());
  }

  private static void askPeer(
      String name,
      Analyzer analyzer,
      Path papers,
      List<RetrievalSet> sets,
      Map<String, Map<String, Object>> figures) {
    try (PeerIndex index = new PeerIndex(analyzer)) {
      RetrievalSet.eachLine(
          papers, paper -> index.add(id(paper), title(paper) + "\n" + text(paper)));
      try (PeerIndex.Asking asking = index.asking()) {
        score(name, question -> asking.rank(question, RankingScore.DEPTH), sets, figures);
      }
    }
  }

  private static void score(
      String name,
      Function<String, List<String>> ranking,
      List<RetrievalSet> sets,
      Map<String, Map<String, Object>> figures) {
    for (RetrievalSet set : sets) {
      RankingScore score = new RankingScore();
      set.queries()
          .forEach((id, question) ->
              score.add(
                  ranking.apply(question).stream().distinct().toList(),
                  set.judged().getOrDefault(id, Map.of())));
      figures
          .computeIfAbsent(set.name(), unknown -> new LinkedHashMap<>())
          .put(name, score.figures());
    }
  }

  /** The papers in the form that {@code index} takes. */
  private static void take(Path papers, TrialArchive archive) {
    JsonMapper json = JsonMapper.shared();
    Path lines = archive.folder().resolve("bench-papers.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(lines)) {
      RetrievalSet.eachLine(
          papers,
          paper -> {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("externalId", id(paper));
            line.put("title", title(paper));
            line.put("text", text(paper));
            try {
              out.write(json.writeValueAsString(line));
              out.newLine();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("[" + lines + "] cannot be written", e);
    }
    archive.take(lines);
  }

  private static String id(JsonNode paper) {
    return paper.path("id").asString("");
  }

  private static String title(JsonNode paper) {
    return paper.path("title").asString("");
  }

  private static String text(JsonNode paper) {
    return paper.path("text").asString("");
  }
}
