package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.PassageVectors.Nearby;

/** Finds the vectors nearest to a question (近邻检索): by comparing all of them while they are few. */
final class VectorSearch {
  /**
   * Up to so many passages every one is compared: that is exact, and takes no longer than the walk
   * through the graph that it would take to find a thousand.
   */
  static final int FEW = 100_000;

  private static final Comparator<Nearby> ORDER =
      Comparator.comparingDouble((Nearby near) -> -near.similarity())
          .thenComparing(Nearby::document)
          .thenComparingInt(Nearby::start);

  private final IndexReader reader;
  private final Predicate<DocumentId> wanted;

  VectorSearch(IndexReader reader, Predicate<DocumentId> wanted) {
    this.reader = reader;
    this.wanted = wanted;
  }

  static long count(IndexReader reader) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
      count += values == null ? 0 : values.size();
    }
    return count;
  }

  List<Nearby> nearest(float[] question, int most) throws IOException {
    List<Nearby> near = new ArrayList<>();
    for (Found found : nearestTo(question, most)) {
      near.add(new Nearby(id(found.doc), start(found.doc), found.similarity));
    }
    near.sort(ORDER);
    return near;
  }

  private List<Found> nearestTo(float[] target, int most) throws IOException {
    if (count(reader) <= FEW) {
      return compareAll(target, most);
    }
    List<Found> near = approximate(target, most);
    // Filters may have left next to nothing of the nearest; then all that pass are compared.
    return near.size() < (most + 1) / 2 ? compareAll(target, most) : near;
  }

  private List<Found> approximate(float[] target, int most) throws IOException {
    List<Found> near = new ArrayList<>();
    IndexSearcher searcher = new IndexSearcher(reader);
    for (ScoreDoc found :
        searcher.search(new KnnFloatVectorQuery(Fields.VECTOR, target, most), most).scoreDocs) {
      if (wanted.test(id(found.doc))) {
        // Lucene scores a dot product as (1 + product) / 2.
        near.add(new Found(found.doc, 2 * found.score - 1));
      }
    }
    return near;
  }

  private List<Found> compareAll(float[] target, int most) throws IOException {
    PriorityQueue<Found> best = new PriorityQueue<>(Comparator.comparingDouble(Found::similarity));
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
      if (values != null) {
        compare(leaf, values, target, most, best);
      }
    }
    return List.copyOf(best);
  }

  private void compare(
      LeafReaderContext leaf,
      FloatVectorValues values,
      float[] target,
      int most,
      PriorityQueue<Found> best)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    DocIndexIterator docs = values.iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      double similarity = VectorUtil.dotProduct(target, values.vectorValue(docs.index()));
      boolean full = best.size() >= most;
      if (full && similarity <= best.element().similarity) {
        continue;
      }
      if (wanted.test(id(leaf.docBase + doc))) {
        best.add(new Found(leaf.docBase + doc, similarity));
        if (full) {
          best.remove();
        }
      }
    }
  }

  private LeafReaderContext leaf(int doc) {
    return reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
  }

  private DocumentId id(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BinaryDocValues ids = leaf.reader().getBinaryDocValues(Fields.ID_BYTES);
    if (ids == null || !ids.advanceExact(doc - leaf.docBase)) {
      throw new IOException("a vector without a document");
    }
    return LuceneVectors.id(ids.binaryValue());
  }

  private int start(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    NumericDocValues starts = leaf.reader().getNumericDocValues(Fields.PASSAGE_START);
    return starts != null && starts.advanceExact(doc - leaf.docBase) ? (int) starts.longValue() : 0;
  }

  /**
   * @param doc among all segments
   */
  private record Found(int doc, double similarity) {}
}
