package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.search.QueryFault;

/** One reader with its columns (一次检索所见): leads from Lucene's numbers to documents. */
final class Snapshot {
  /**
   * Terms of one query, phrases taken apart: the longest exact run that may be typed has 5,000.
   * Lucene keeps this number for the whole process; it is set here and nowhere else.
   */
  private static final int MOST_CLAUSES = 20_000;

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private static final int NONE = DocIdSetIterator.NO_MORE_DOCS;

  private final IndexSearcher searcher;
  private final List<LeafReaderContext> leaves;
  private final ColumnCache cache;
  private final Deadline deadline;

  /**
   * @param deadline after which {@link #refuseWhatIsLate} refuses
   */
  Snapshot(IndexReader reader, ColumnCache cache, Weights.Bm25 weights, Deadline deadline) {
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(Similarities.bm25(weights));
    searcher.setQueryCache(null);
    searcher.setTimeout(deadline::isOver);
    this.deadline = deadline;
    this.leaves = reader.leaves();
    this.cache = cache;
  }

  /**
   * Refuses where time has run out, or has run out on the searcher, which then has left papers out.
   *
   * @throws wenmai.corpus.QueryProblem {@code too-slow}
   */
  void refuseWhatIsLate() {
    if (searcher.timedOut() || deadline.isOver()) {
      throw QueryFault.TOO_SLOW.at(0);
    }
  }

  ColumnCache cache() {
    return cache;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  List<LeafReaderContext> leaves() {
    return leaves;
  }

  LeafReaderContext leaf(int doc) {
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  SegmentColumns columns(LeafReaderContext leaf) {
    return cache.columns(leaf.reader());
  }

  SegmentSides sides(LeafReaderContext leaf, SideValues values) {
    return cache.sides(leaf.reader(), values);
  }

  /** Where the document of this id stands, if it is here. */
  Optional<Place> find(DocumentId id) {
    try {
      return documents(new Term(Fields.ID, id.value()), 1).stream().findFirst();
    } catch (IOException e) {
      throw new UnableToUseIndex("look up a document", e);
    }
  }

  /**
   * The Lucene documents that hold a term, in order, which nobody ranks.
   *
   * @param most so many at most
   */
  List<Place> documents(Term term, int most) throws IOException {
    List<Place> found = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = docs == null ? NONE : docs.nextDoc();
          doc != NONE && found.size() < most;
          doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          found.add(place(leaf.docBase + doc));
        }
      }
    }
    return found;
  }

  Place place(int doc) {
    LeafReaderContext leaf = leaf(doc);
    SegmentColumns columns = columns(leaf);
    return new Place(leaf, columns, doc - leaf.docBase, columns.ordinal(doc - leaf.docBase));
  }

  /** Where a Lucene document stands and which document it belongs to. */
  record Place(LeafReaderContext leaf, SegmentColumns columns, int doc, int ordinal) {
    DocumentId id() {
      return columns.ids().get(ordinal);
    }

    /** The Lucene document of the whole document, among all segments. */
    int document() {
      return leaf.docBase + columns.document(ordinal);
    }

    int day() {
      return columns.day(ordinal);
    }
  }
}
