package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import wenmai.corpus.engine.EngineRequest;
import wenmai.corpus.engine.EngineRequest.Counting;
import wenmai.corpus.search.SearchRequest.Sort;

/** Gathers all that matches a query, with the facets each match fails (匹配). */
final class Matching implements Collector {
  /** A power of two, less one: matches between two looks at the time. */
  private static final int LOOK_EVERY = (1 << 10) - 1;

  private final Snapshot snapshot;
  private final EngineRequest request;
  private final Candidates candidates = new Candidates();
  private final ScoreMode scoreMode;

  private Matching(Snapshot snapshot, EngineRequest request, ScoreMode scoreMode) {
    this.snapshot = snapshot;
    this.request = request;
    this.scoreMode = scoreMode;
  }

  static Candidates of(Query query, Snapshot snapshot, EngineRequest request) {
    ScoreMode mode =
        request.sort() == Sort.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    try {
      Candidates found = snapshot.searcher().search(query, new Manager(snapshot, request, mode));
      snapshot.refuseWhatIsLate();
      return found;
    } catch (IOException e) {
      throw new UnableToUseIndex("search", e);
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return scoreMode;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) {
    SegmentColumns columns = snapshot.columns(leaf);
    SegmentFilter filter =
        new SegmentFilter(columns, snapshot.sides(leaf, request.sideValues()), request.narrowing());
    int mostFailures = request.counting() == Counting.FACETS ? 1 : 0;
    return new LeafCollector() {
      private Scorable scorer = NO_SCORE;
      private int seen;

      @Override
      public void setScorer(Scorable scorable) {
        scorer = scorable;
      }

      @Override
      public void collect(int doc) throws IOException {
        if ((++seen & LOOK_EVERY) == 0) {
          snapshot.refuseWhatIsLate(); // the searcher itself looks ever more seldom
        }
        int failed = filter.failed(columns.ordinal(doc));
        if (failed >= 0 && Integer.bitCount(failed) <= mostFailures) {
          float score = scoreMode.needsScores() ? scorer.score() : 0;
          candidates.add(leaf.docBase + doc, score, failed);
        }
      }
    };
  }

  /** The searcher has no threads of its own, so there is one collector. */
  private record Manager(Snapshot snapshot, EngineRequest request, ScoreMode mode)
      implements CollectorManager<Matching, Candidates> {
    @Override
    public Matching newCollector() {
      return new Matching(snapshot, request, mode);
    }

    @Override
    public Candidates reduce(Collection<Matching> matchings) {
      return matchings.iterator().next().candidates;
    }
  }

  private static final Scorable NO_SCORE =
      new Scorable() {
        @Override
        public float score() {
          return 0;
        }
      };
}
