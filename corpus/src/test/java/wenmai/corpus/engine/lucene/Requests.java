package wenmai.corpus.engine.lucene;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineRequest;
import wenmai.corpus.engine.EngineRequest.Counting;
import wenmai.corpus.engine.EngineRequest.Narrowing;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Sort;

/** Plain requests for the tests. */
final class Requests {
  private Requests() {}

  static EngineRequest of(EngineQuery query, int size) {
    return of(query, Level.DOCUMENT, size);
  }

  static EngineRequest of(EngineQuery query, Level level, int size) {
    return new EngineRequest(
        query,
        Optional.empty(),
        List.of(),
        Narrowing.none(),
        Sort.RELEVANCE,
        level,
        Copies.SHOW,
        Counting.FACETS,
        0,
        size,
        0,
        SideValues.none());
  }
}
