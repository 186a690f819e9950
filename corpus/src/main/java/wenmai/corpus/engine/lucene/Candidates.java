package wenmai.corpus.engine.lucene;

import java.util.Arrays;
import org.apache.lucene.util.IntroSelector;
import org.apache.lucene.util.IntroSorter;

/**
 * What matched the query (候选), hits and those that fail one facet's filter, as parallel arrays:
 * some nine bytes a match, so that every page can be reached and everything counted.
 */
final class Candidates {
  private int[] docs = new int[256];
  private float[] scores = new float[256];
  private short[] failed = new short[256];
  private int size;

  void add(int doc, float score, int failedFacets) {
    if (size == docs.length) {
      int room = size * 2;
      docs = Arrays.copyOf(docs, room);
      scores = Arrays.copyOf(scores, room);
      failed = Arrays.copyOf(failed, room);
    }
    docs[size] = doc;
    scores[size] = score;
    failed[size++] = (short) failedFacets;
  }

  int size() {
    return size;
  }

  int doc(int at) {
    return docs[at];
  }

  float score(int at) {
    return scores[at];
  }

  void score(int at, float score) {
    scores[at] = score;
  }

  /** Bits of the facets whose filter it fails; 0 for a hit. */
  int failed(int at) {
    return failed[at];
  }

  /** Keeps those that the test passes, in their order. */
  void keep(Test test) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (test.passes(i)) {
        docs[kept] = docs[i];
        scores[kept] = scores[i];
        failed[kept++] = failed[i];
      }
    }
    size = kept;
  }

  /**
   * Brings what belongs to {@code [from, to)} of the ranking to these places, in order; the rest is
   * left in any order.
   */
  void rank(int from, int to, Order order) {
    int last = Math.min(to, size);
    if (from >= last) {
      return;
    }
    Selection selection = new Selection(order);
    if (from > 0) {
      selection.select(0, size, from);
    }
    if (last < size) {
      selection.select(from, size, last);
    }
    new Sorting(order).sort(from, last);
  }

  private void swap(int i, int j) {
    int doc = docs[i];
    docs[i] = docs[j];
    docs[j] = doc;
    float score = scores[i];
    scores[i] = scores[j];
    scores[j] = score;
    short facets = failed[i];
    failed[i] = failed[j];
    failed[j] = facets;
  }

  /** Says of two matches which comes first. */
  interface Order {
    int compare(int leftDoc, float leftScore, int rightDoc, float rightScore);
  }

  /** A question about the match at a place. */
  interface Test {
    boolean passes(int at);
  }

  private final class Selection extends IntroSelector {
    private final Order order;
    private int pivotDoc;
    private float pivotScore;

    Selection(Order order) {
      this.order = order;
    }

    @Override
    protected void swap(int i, int j) {
      Candidates.this.swap(i, j);
    }

    @Override
    protected void setPivot(int i) {
      pivotDoc = docs[i];
      pivotScore = scores[i];
    }

    @Override
    protected int comparePivot(int j) {
      return order.compare(pivotDoc, pivotScore, docs[j], scores[j]);
    }
  }

  private final class Sorting extends IntroSorter {
    private final Order order;
    private int pivotDoc;
    private float pivotScore;

    Sorting(Order order) {
      this.order = order;
    }

    @Override
    protected void swap(int i, int j) {
      Candidates.this.swap(i, j);
    }

    @Override
    protected void setPivot(int i) {
      pivotDoc = docs[i];
      pivotScore = scores[i];
    }

    @Override
    protected int comparePivot(int j) {
      return order.compare(pivotDoc, pivotScore, docs[j], scores[j]);
    }
  }
}
