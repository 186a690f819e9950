package wenmai.corpus.engine.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import wenmai.corpus.engine.Weights;

/** How terms weigh (相似度): BM25 (Robertson, Walker et al., TREC-3, 1994), with constants learned. */
final class Similarities {
  private Similarities() {}

  static Similarity bm25(Weights.Bm25 weights) {
    return new BM25Similarity(weights.saturation(), weights.length());
  }
}
