package wenmai.corpus.engine.lucene;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.search.FacetName;

/**
 * Counts facets (分面计数) by the numbers of values in each segment; names meet only at the end. A hit
 * counts everywhere, a match that fails one facet's filter counts under that facet.
 */
final class FacetCounter {
  private static final FacetName[] FACETS = FacetName.values();

  private final Snapshot snapshot;
  private final SideValues sideValues;
  private final Map<FacetName, Map<String, Long>> totals = new EnumMap<>(FacetName.class);

  private FacetCounter(Snapshot snapshot, SideValues sideValues) {
    this.snapshot = snapshot;
    this.sideValues = sideValues;
    for (FacetName facet : FACETS) {
      totals.put(facet, new HashMap<>());
    }
  }

  /**
   * @param candidates in the order they were found, segment by segment
   */
  static Map<FacetName, Map<String, Long>> count(
      Candidates candidates, Snapshot snapshot, SideValues sideValues) {
    FacetCounter counter = new FacetCounter(snapshot, sideValues);
    int at = 0;
    for (LeafReaderContext leaf : snapshot.leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int from = at;
      while (at < candidates.size() && candidates.doc(at) < end) {
        at++;
      }
      if (at > from) {
        counter.countSegment(leaf, candidates, from, at);
      }
    }
    return counter.totals;
  }

  private void countSegment(LeafReaderContext leaf, Candidates candidates, int from, int to) {
    SegmentColumns columns = snapshot.columns(leaf);
    for (FacetName facet : FACETS) {
      if (facet == FacetName.STATUS) {
        countStatus(leaf, columns, candidates, from, to);
        continue;
      }
      FacetColumn column = columns.facet(facet);
      int[] counts = new int[column.names().size()];
      for (int i = from; i < to; i++) {
        if (countsUnder(facet, candidates.failed(i))) {
          column.count(columns.ordinal(candidates.doc(i) - leaf.docBase), counts);
        }
      }
      add(facet, column.names(), counts);
    }
  }

  private void countStatus(
      LeafReaderContext leaf, SegmentColumns columns, Candidates candidates, int from, int to) {
    SegmentSides sides = snapshot.sides(leaf, sideValues);
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (int i = from; i < to; i++) {
      if (countsUnder(FacetName.STATUS, candidates.failed(i))) {
        int ordinal = columns.ordinal(candidates.doc(i) - leaf.docBase);
        counts.merge(sides.status(ordinal), 1, Integer::sum);
      }
    }
    counts.forEach(
        (status, count) -> add(FacetName.STATUS, List.of(status.key()), new int[] {count}));
  }

  private static boolean countsUnder(FacetName facet, int failed) {
    return failed == 0 || failed == FacetBits.of(facet);
  }

  private void add(FacetName facet, List<String> names, int[] counts) {
    Map<String, Long> total = totals.getOrDefault(facet, new HashMap<>());
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        total.merge(names.get(i), (long) counts[i], Long::sum);
      }
    }
  }
}
