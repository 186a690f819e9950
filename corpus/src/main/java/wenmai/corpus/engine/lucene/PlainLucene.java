package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.search.FacetName;

/**
 * The same query put to Lucene itself (对照), as a program with nothing but Lucene would: its own
 * collector of the best, and facets counted from doc values as its facet module does. It makes no
 * snippets. For measuring.
 */
public final class PlainLucene implements AutoCloseable {
  private final Readers.Lease lease;
  private final Snapshot snapshot;
  private final QueryMaker maker;

  PlainLucene(Readers.Lease lease, ColumnCache cache, Analysis analysis, Weights weights) {
    this.lease = lease;
    this.snapshot = new Snapshot(lease.reader(), cache, weights.bm25(), Deadline.none());
    this.maker = new QueryMaker(analysis, weights, TextLevel.DOCUMENTS, snapshot);
  }

  /**
   * Searches and counts.
   *
   * @param most hits to rank, 1 or more
   * @return hits in all
   */
  public long ask(EngineQuery query, int most) {
    try {
      Query made = maker.make(query);
      Object[] found =
          snapshot
              .searcher()
              .search(
                  made,
                  new MultiCollectorManager(
                      new TopScoreDocCollectorManager(most, Integer.MAX_VALUE), new Gathering()));
      @SuppressWarnings("unchecked") // the second manager's result
      List<Hits> hits = (List<Hits>) found[1];
      count(hits);
      return hits.stream().mapToLong(segment -> segment.docs.size()).sum();
    } catch (IOException e) {
      throw new UnableToUseIndex("search", e);
    }
  }

  private static Map<FacetName, Map<String, Integer>> count(List<Hits> hits) throws IOException {
    Map<FacetName, Map<String, Integer>> facets = new EnumMap<>(FacetName.class);
    for (FacetName facet : FacetName.values()) {
      Map<String, Integer> totals = new HashMap<>();
      for (Hits segment : hits) {
        SortedSetDocValues values =
            segment.leaf.reader().getSortedSetDocValues(Fields.facet(facet));
        if (values != null) {
          count(segment, values, totals);
        }
      }
      facets.put(facet, totals);
    }
    return facets;
  }

  private static void count(Hits segment, SortedSetDocValues values, Map<String, Integer> totals)
      throws IOException {
    int[] counts = new int[(int) values.getValueCount()];
    for (int doc : segment.docs) {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
    for (int ord = 0; ord < counts.length; ord++) {
      if (counts[ord] > 0) {
        totals.merge(values.lookupOrd(ord).utf8ToString(), counts[ord], Integer::sum);
      }
    }
  }

  @Override
  public void close() {
    lease.close();
  }

  private record Hits(LeafReaderContext leaf, List<Integer> docs) {}

  /** Gathers what matches, for the facets. */
  private static final class Gathering implements CollectorManager<Gathered, List<Hits>> {
    @Override
    public Gathered newCollector() {
      return new Gathered();
    }

    @Override
    public List<Hits> reduce(Collection<Gathered> gathered) {
      return gathered.stream().flatMap(one -> one.hits.stream()).toList();
    }
  }

  private static final class Gathered implements Collector {
    private final List<Hits> hits = new ArrayList<>();

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      Hits here = new Hits(leaf, new ArrayList<>());
      hits.add(here);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
          here.docs.add(doc);
        }
      };
    }
  }
}
