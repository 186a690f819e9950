package wenmai.corpus.engine.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** How terms weigh (相似度): BM25 (Robertson, Walker et al., TREC-3, 1994), with constants learned. */
final class Similarities {
  /** How soon more of the same word counts no more. */
  private static final float K1 = 0.9f;

  /** How much long texts are held back. */
  private static final float B = 0.75f;

  private Similarities() {}

  static Similarity bm25() {
    return new BM25Similarity(K1, B);
  }
}
