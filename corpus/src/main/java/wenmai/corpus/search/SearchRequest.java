package wenmai.corpus.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question to the collection, as typed and chosen.
 *
 * @param query in the query language; empty means everything
 * @param filters chosen values by facet: one facet's values mean <em>or</em>, facets among
 *     themselves <em>and</em>
 * @param from first day of {@code date}, inclusive
 * @param to last day, inclusive
 * @param page from 1
 * @param size 1 to 100 for people and the API; a batch run may ask for more
 */
public record SearchRequest(
    String query,
    Map<FacetName, List<String>> filters,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Sort sort,
    Mode mode,
    Level level,
    Copies copies,
    int page,
    int size) {

  public static final int DEFAULT_SIZE = 20;
  public static final int MAX_SIZE = 100;

  public SearchRequest {
    filters = Map.copyOf(filters);
    if (page < 1 || size < 1) {
      throw new IllegalArgumentException("page and size count from 1: " + page + ", " + size);
    }
  }

  public static SearchRequest of(String query) {
    return new SearchRequest(
        query,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Sort.RELEVANCE,
        Mode.KEYWORD,
        Level.DOCUMENT,
        Copies.SHOW,
        1,
        DEFAULT_SIZE);
  }

  /** The same question with these values chosen and no others. */
  public SearchRequest with(Map<FacetName, List<String>> chosen) {
    return new SearchRequest(query, chosen, from, to, sort, mode, level, copies, page, size);
  }

  public SearchRequest with(Sort other) {
    return new SearchRequest(query, filters, from, to, other, mode, level, copies, page, size);
  }

  public SearchRequest with(Mode other) {
    return new SearchRequest(query, filters, from, to, sort, other, level, copies, page, size);
  }

  public SearchRequest with(Level other) {
    return new SearchRequest(query, filters, from, to, sort, mode, other, copies, page, size);
  }

  public SearchRequest with(Copies other) {
    return new SearchRequest(query, filters, from, to, sort, mode, level, other, page, size);
  }

  /** Another page of the same answer. */
  public SearchRequest page(int number, int hits) {
    return new SearchRequest(query, filters, from, to, sort, mode, level, copies, number, hits);
  }

  /** The order of hits; ties are broken by id. */
  public enum Sort {
    RELEVANCE,
    OLDEST_FIRST,
    NEWEST_FIRST,
    MOST_CITED
  }

  /** By words, by meaning, or both. */
  public enum Mode {
    KEYWORD,
    SEMANTIC,
    HYBRID
  }

  /** Whether hits are documents or their articles. */
  public enum Level {
    DOCUMENT,
    ARTICLE
  }

  /** Whether copies of a document stand beside it or are folded under it. */
  public enum Copies {
    SHOW,
    FOLD
  }
}
