package wenmai.corpus.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.reading.FormerNames.Former;

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
 * @param renamed places whose former or present names took part beside the ones asked for
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
    List<String> culprits,
    List<Former> renamed) {
  public SearchResult {
    renamed = List.copyOf(renamed);
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
    this(
        understood,
        mode,
        alsoSearched,
        suggestion,
        total,
        hits,
        facets,
        direct,
        List.of(),
        List.of());
  }

  /**
   * One value of a facet.
   *
   * @param count hits under the other filters
   * @param path of a region, those above it, from the top down; empty for all else
   */
  public record FacetCount(String value, String label, long count, List<String> path) {
    public FacetCount {
      path = List.copyOf(path);
    }

    public FacetCount(String value, String label, long count) {
      this(value, label, count, List.of());
    }
  }
}
