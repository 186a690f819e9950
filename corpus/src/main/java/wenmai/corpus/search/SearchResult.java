package wenmai.corpus.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param understood the query read back in words, in Chinese
 * @param mode the mode that was used, which may be humbler than the one asked for
 * @param alsoSearched synonyms that took part
 * @param suggestion a better spelling, or the word that spoilt the result
 * @param total hits in all
 * @param culprits words that no document holds, where nothing was found
 * @param direct the document or article that the query names by itself (a number, an exact title,
 *     X法第N条)
 */
public record SearchResult(
    String understood,
    SearchRequest.Mode mode,
    List<String> alsoSearched,
    Optional<String> suggestion,
    long total,
    List<Hit> hits,
    Map<FacetName, List<FacetCount>> facets,
    Optional<Hit> direct,
    List<String> culprits) {
  public SearchResult {
    alsoSearched = List.copyOf(alsoSearched);
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
    culprits = List.copyOf(culprits);
  }

  /** Where nothing need be blamed. */
  public SearchResult(
      String understood,
      SearchRequest.Mode mode,
      List<String> alsoSearched,
      Optional<String> suggestion,
      long total,
      List<Hit> hits,
      Map<FacetName, List<FacetCount>> facets,
      Optional<Hit> direct) {
    this(understood, mode, alsoSearched, suggestion, total, hits, facets, direct, List.of());
  }

  /**
   * One value of a facet.
   *
   * @param count hits under the other filters
   */
  public record FacetCount(String value, String label, long count) {}
}
