package wenmai.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.search.SearchRequest.Sort;

/** A request with one thing changed; every change but that of the page goes back to page 1. */
final class Requests {
  private Requests() {}

  static SearchRequest withQuery(SearchRequest r, String query) {
    return new SearchRequest(
        query,
        r.filters(),
        r.from(),
        r.to(),
        r.sort(),
        r.mode(),
        r.level(),
        r.copies(),
        1,
        r.size());
  }

  static SearchRequest withPage(SearchRequest r, int page) {
    return new SearchRequest(
        r.query(),
        r.filters(),
        r.from(),
        r.to(),
        r.sort(),
        r.mode(),
        r.level(),
        r.copies(),
        page,
        r.size());
  }

  static SearchRequest withSize(SearchRequest r, int size) {
    return new SearchRequest(
        r.query(),
        r.filters(),
        r.from(),
        r.to(),
        r.sort(),
        r.mode(),
        r.level(),
        r.copies(),
        1,
        size);
  }

  static SearchRequest withSort(SearchRequest r, Sort sort) {
    return new SearchRequest(
        r.query(),
        r.filters(),
        r.from(),
        r.to(),
        sort,
        r.mode(),
        r.level(),
        r.copies(),
        1,
        r.size());
  }

  static SearchRequest withLevel(SearchRequest r, Level level) {
    return new SearchRequest(
        r.query(),
        r.filters(),
        r.from(),
        r.to(),
        r.sort(),
        r.mode(),
        level,
        r.copies(),
        1,
        r.size());
  }

  static SearchRequest withMode(SearchRequest r, Mode mode) {
    return new SearchRequest(
        r.query(),
        r.filters(),
        r.from(),
        r.to(),
        r.sort(),
        mode,
        r.level(),
        r.copies(),
        1,
        r.size());
  }

  static SearchRequest withCopies(SearchRequest r, Copies copies) {
    return new SearchRequest(
        r.query(),
        r.filters(),
        r.from(),
        r.to(),
        r.sort(),
        r.mode(),
        r.level(),
        copies,
        1,
        r.size());
  }

  static SearchRequest withDates(
      SearchRequest r, Optional<LocalDate> from, Optional<LocalDate> to) {
    return new SearchRequest(
        r.query(), r.filters(), from, to, r.sort(), r.mode(), r.level(), r.copies(), 1, r.size());
  }

  static SearchRequest withoutFilters(SearchRequest r) {
    return withFilters(withDates(r, Optional.empty(), Optional.empty()), Map.of());
  }

  /** With this value chosen if it was not, and the other way round. */
  static SearchRequest toggled(SearchRequest r, FacetName facet, String value) {
    Map<FacetName, List<String>> filters = new LinkedHashMap<>(r.filters());
    List<String> values = new ArrayList<>(filters.getOrDefault(facet, List.of()));
    if (!values.remove(value)) {
      values.add(value);
    }
    if (values.isEmpty()) {
      filters.remove(facet);
    } else {
      filters.put(facet, List.copyOf(values));
    }
    return withFilters(r, filters);
  }

  private static SearchRequest withFilters(SearchRequest r, Map<FacetName, List<String>> filters) {
    return new SearchRequest(
        r.query(),
        filters,
        r.from(),
        r.to(),
        r.sort(),
        r.mode(),
        r.level(),
        r.copies(),
        1,
        r.size());
  }
}
