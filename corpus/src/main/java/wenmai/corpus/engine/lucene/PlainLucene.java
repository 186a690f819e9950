package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.search.FacetName;

/**
 * The same query put to Lucene itself (对照), as a program with nothing but Lucene would: its own
 * collector of the best, and facets counted from doc values as its facet module does. It makes no
 * snippets itself; what it gives back is what Lucene's highlighters ask for. For measuring.
 */
public final class PlainLucene implements AutoCloseable {
  private final IndexReader reader;
  private final Snapshot snapshot;
  private final QueryMaker maker;

  /**
   * @param reader closed with this
   */
  PlainLucene(IndexReader reader, Analysis analysis, Weights weights) {
    this.reader = reader;
    this.snapshot =
        new Snapshot(reader, new ColumnCache(weights.standing()), weights.bm25(), Deadline.none());
    this.maker = new QueryMaker(analysis, weights, TextLevel.DOCUMENTS, snapshot);
  }

  /**
   * What was found.
   *
   * @param query as Lucene was asked
   * @param total hits in all
   */
  public record Found(Query query, TopDocs best, long total) {}

  public IndexSearcher searcher() {
    return snapshot.searcher();
  }

  /**
   * Searches and counts.
   *
   * @param most hits to rank, 1 or more
   */
  public Found ask(EngineQuery query, int most) {
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
      return new Found(
          made, (TopDocs) found[0], hits.stream().mapToLong(segment -> segment.size).sum());
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
    for (int at = 0; at < segment.size; at++) {
      if (values.advanceExact(segment.docs[at])) {
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
    try {
      reader.close();
    } catch (IOException e) {
      throw new UnableToUseIndex("close the index", e);
    }
  }

  /** The matches of one segment, in order. */
  private static final class Hits {
    private final LeafReaderContext leaf;
    private int[] docs = new int[64];
    private int size;

    Hits(LeafReaderContext leaf) {
      this.leaf = leaf;
    }

    void add(int doc) {
      docs = size == docs.length ? Arrays.copyOf(docs, size * 2) : docs;
      docs[size++] = doc;
    }
  }

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
      Hits here = new Hits(leaf);
      hits.add(here);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
          here.add(doc);
        }
      };
    }
  }
}
