package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The passages of the documents that match another query (所属文件); all score alike. */
final class OfDocumentQuery extends Query {
  private final Query documents;
  private final ColumnCache cache;

  OfDocumentQuery(Query documents, ColumnCache cache) {
    this.documents = documents;
    this.cache = cache;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // that is how Lucene says that nothing was rewritten
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = documents.rewrite(searcher);
    return rewritten == documents ? this : new OfDocumentQuery(rewritten, cache);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight inner = documents.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Scorer found = inner.scorer(leaf);
        if (found == null) {
          return null;
        }
        SegmentColumns columns = cache.columns(leaf.reader());
        FixedBitSet wanted = new FixedBitSet(Math.max(1, columns.size()));
        DocIdSetIterator iterator = found.iterator();
        for (int doc = iterator.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = iterator.nextDoc()) {
          wanted.set(columns.ordinal(doc));
        }
        return supplier(leaf, columns, wanted);
      }

      private ScorerSupplier supplier(
          LeafReaderContext leaf, SegmentColumns columns, FixedBitSet wanted) {
        int maxDoc = leaf.reader().maxDoc();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            DocIdSetIterator all = DocIdSetIterator.all(maxDoc);
            return new ConstantScoreScorer(
                score(),
                scoreMode,
                new TwoPhaseIterator(all) {
                  @Override
                  public boolean matches() {
                    return wanted.get(columns.ordinal(all.docID()));
                  }

                  @Override
                  public float matchCost() {
                    return 2;
                  }
                });
          }

          @Override
          public long cost() {
            return maxDoc;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "passages of (" + documents.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OfDocumentQuery query && documents.equals(query.documents);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), documents);
  }
}
