package wenmai.corpus.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Sort;

/**
 * One question to the engine.
 *
 * @param meaning also, or only, what is near in meaning
 * @param first documents to stand before all others, in this order, as far as they are hits
 * @param offset hits to pass over, from 0
 * @param size hits to give, 0 or more
 * @param passages stretches of text to point out in each hit, 0 or more
 */
public record EngineRequest(
    EngineQuery query,
    Optional<Meaning> meaning,
    List<Place> first,
    Narrowing narrowing,
    Sort sort,
    Level level,
    Copies copies,
    Counting counting,
    int offset,
    int size,
    int passages,
    SideValues sideValues) {
  public EngineRequest {
    first = List.copyOf(first);
  }

  /** A document, or an article of it. */
  public record Place(DocumentId document, Optional<String> article) {}

  /**
   * The filters chosen beside the query: within one facet <em>or</em>, among facets <em>and</em>.
   */
  public record Narrowing(
      Map<FacetName, List<String>> filters, Optional<LocalDate> from, Optional<LocalDate> to) {
    public Narrowing {
      filters = Map.copyOf(filters);
    }

    /** Whether nothing is chosen. */
    public boolean isOpen() {
      return from.isEmpty() && to.isEmpty() && filters.values().stream().allMatch(List::isEmpty);
    }

    public static Narrowing none() {
      return new Narrowing(Map.of(), Optional.empty(), Optional.empty());
    }
  }

  /** Whether counts are wanted. */
  public enum Counting {
    /** Total and every facet. */
    FACETS,
    /** The total alone. */
    TOTAL
  }

  /**
   * What is near in meaning.
   *
   * @param nearest passages, nearest first
   * @param blend how it goes together with the words
   * @param words what words weigh beside meaning where both find, from 0 to 1
   */
  public record Meaning(List<PassageVectors.Nearby> nearest, Blend blend, double words) {
    public Meaning {
      nearest = List.copyOf(nearest);
    }
  }

  /** How words and meaning go together. */
  public enum Blend {
    /** Meaning alone finds and ranks; the words of the query take no part. */
    MEANING_ALONE,
    /** Both find, and their rankings are fused. */
    BOTH
  }
}
