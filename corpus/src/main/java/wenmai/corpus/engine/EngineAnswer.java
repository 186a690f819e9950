package wenmai.corpus.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.FacetName;

/**
 * The engine's answer: one page of ids with scores, and the counts.
 *
 * @param total hits in all
 * @param facets by facet and value; each facet's counts follow the other facets' filters
 */
public record EngineAnswer(
    long total, List<EngineHit> hits, Map<FacetName, Map<String, Long>> facets) {
  public EngineAnswer {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }

  /**
   * @param article where the hit is an article
   * @param copies copies folded under it, by id
   * @param by what found it
   * @param passages where in its text it answers best, best first
   */
  public record EngineHit(
      DocumentId id,
      Optional<String> article,
      double score,
      List<DocumentId> copies,
      Set<FoundBy> by,
      List<Passage> passages) {
    public EngineHit {
      copies = List.copyOf(copies);
      by = Set.copyOf(by);
      passages = List.copyOf(passages);
    }
  }

  /** What made a document a hit. */
  public enum FoundBy {
    QUERY,
    MEANING
  }
}
