package wenmai.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    return changed(r, draft -> draft.query = query);
  }

  static SearchRequest withPage(SearchRequest r, int page) {
    return changed(r, draft -> draft.page = page);
  }

  static SearchRequest withSize(SearchRequest r, int size) {
    return changed(r, draft -> draft.size = size);
  }

  static SearchRequest withSort(SearchRequest r, Sort sort) {
    return changed(r, draft -> draft.sort = sort);
  }

  static SearchRequest withLevel(SearchRequest r, Level level) {
    return changed(r, draft -> draft.level = level);
  }

  static SearchRequest withMode(SearchRequest r, Mode mode) {
    return changed(r, draft -> draft.mode = mode);
  }

  static SearchRequest withCopies(SearchRequest r, Copies copies) {
    return changed(r, draft -> draft.copies = copies);
  }

  static SearchRequest withDates(
      SearchRequest r, Optional<LocalDate> from, Optional<LocalDate> to) {
    return changed(
        r,
        draft -> {
          draft.from = from;
          draft.to = to;
        });
  }

  static SearchRequest withoutFilters(SearchRequest r) {
    return withFilters(withDates(r, Optional.empty(), Optional.empty()), Map.of());
  }

  /** With these values of a facet chosen and no others of it. */
  static SearchRequest withValues(SearchRequest r, FacetName facet, List<String> values) {
    Map<FacetName, List<String>> filters = new LinkedHashMap<>(r.filters());
    filters.remove(facet);
    if (!values.isEmpty()) {
      filters.put(facet, List.copyOf(values));
    }
    return withFilters(r, filters);
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
    return changed(r, draft -> draft.filters = filters);
  }

  private static SearchRequest changed(SearchRequest request, Consumer<Draft> change) {
    Draft draft = new Draft(request);
    change.accept(draft);
    return draft.made();
  }

  /** The parts of a request while one of them is being changed. */
  private static final class Draft {
    private String query;
    private Map<FacetName, List<String>> filters;
    private Optional<LocalDate> from;
    private Optional<LocalDate> to;
    private Sort sort;
    private Mode mode;
    private Level level;
    private Copies copies;
    private int page = 1;
    private int size;

    private Draft(SearchRequest r) {
      query = r.query();
      filters = r.filters();
      from = r.from();
      to = r.to();
      sort = r.sort();
      mode = r.mode();
      level = r.level();
      copies = r.copies();
      size = r.size();
    }

    private SearchRequest made() {
      return new SearchRequest(query, filters, from, to, sort, mode, level, copies, page, size);
    }
  }
}
