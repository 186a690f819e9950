package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.EngineAnswer;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineRequest;
import wenmai.corpus.engine.EngineRequest.Counting;
import wenmai.corpus.engine.EngineRequest.Narrowing;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.search.QueryFault;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Sort;

/** One reader of the indexes an audience may see (快照). */
final class LuceneView implements EngineView {
  /** More papers of one title or number than this are not told apart by it. */
  private static final int MOST_NAMESAKES = 1000;

  private final Readers.Lease lease;
  private final Snapshot snapshot;
  private final Analysis analysis;
  private final WordCounts counts;
  private final Weights weights;

  LuceneView(
      Readers.Lease lease,
      ColumnCache cache,
      Analysis analysis,
      WordCounts counts,
      Weights weights,
      Deadline deadline) {
    this.lease = lease;
    this.snapshot = new Snapshot(lease.reader(), cache, weights.bm25(), deadline);
    this.analysis = analysis;
    this.counts = counts;
    this.weights = weights;
  }

  @Override
  public long journalNumber() {
    return lease.journalNumber();
  }

  @Override
  public long size() {
    return count(new TermQuery(new Term(Fields.TYPE, Fields.DOCUMENT)));
  }

  private long count(Query query) {
    try {
      return snapshot.searcher().count(query);
    } catch (IOException e) {
      throw new UnableToUseIndex("count", e);
    }
  }

  @Override
  public void prepare(SideValues sides) {
    snapshot.leaves().forEach(leaf -> snapshot.sides(leaf, sides));
  }

  @Override
  public EngineAnswer search(EngineRequest request) {
    try {
      return new Searching(snapshot, analysis, weights, request).answer();
    } catch (IndexSearcher.TooManyClauses e) {
      throw QueryFault.TOO_MANY_PARTS.at(0);
    }
  }

  @Override
  public Set<DocumentId> matching(EngineQuery query, Narrowing narrowing, SideValues sides) {
    EngineRequest request =
        new EngineRequest(
            query,
            Optional.empty(),
            List.of(),
            narrowing,
            Sort.OLDEST_FIRST,
            Level.DOCUMENT,
            Copies.SHOW,
            Counting.TOTAL,
            0,
            0,
            0,
            sides);
    QueryMaker maker = new QueryMaker(analysis, weights, TextLevel.DOCUMENTS, snapshot);
    Candidates found = Matching.of(maker.make(query), snapshot, request);
    Set<DocumentId> ids = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      ids.add(snapshot.place(found.doc(i)).id());
    }
    return ids;
  }

  @Override
  public Map<DocumentId, Long> digests() {
    Map<DocumentId, Long> digests = new HashMap<>();
    for (LeafReaderContext leaf : snapshot.leaves()) {
      SegmentColumns columns = snapshot.columns(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int ordinal = 0; ordinal < columns.size(); ordinal++) {
        if (live == null || live.get(columns.document(ordinal))) {
          digests.put(columns.ids().get(ordinal), columns.digest(ordinal));
        }
      }
    }
    return digests;
  }

  @Override
  public long digest(DocumentId id) {
    return snapshot.find(id).map(place -> place.columns().digest(place.ordinal())).orElse(0L);
  }

  @Override
  public List<DocumentId> withTitle(String title) {
    return documents(new Term(Fields.TITLE_KEY, analysis.titleKey(title)));
  }

  @Override
  public List<DocumentId> withNumber(String number) {
    return documents(new Term(Fields.NUMBER, number));
  }

  private List<DocumentId> documents(Term term) {
    try {
      return snapshot.documents(term, MOST_NAMESAKES).stream()
          .map(Snapshot.Place::id)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UnableToUseIndex("look up a name", e);
    }
  }

  @Override
  public List<Likeness> similar(DocumentId id, String text, int size) {
    return new Likening(snapshot, counts).like(id, text, size);
  }

  @Override
  public List<Word> words(String query) {
    return analysis.queryTerms(query).stream()
        .map(term -> new Word(term.start(), term.end()))
        .toList();
  }

  @Override
  public List<Completion> complete(String prefix, int size) {
    return new Completing(snapshot, analysis).complete(prefix, size);
  }

  @Override
  public List<String> soundAlikes(String word, int size) {
    return new SoundAlikes(snapshot, analysis).of(word, size);
  }

  @Override
  public void close() {
    lease.close();
  }
}
