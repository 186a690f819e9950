package wenmai.analyzers.segment.hanlp;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import wenmai.analyzers.segment.Atoms;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.SegmentType;
import wenmai.analyzers.segment.Segmenter;

/**
 * Viterbi segmentation over HanLP's bigram model (最短路分词) with arrays in place of HanLP's objects:
 * sentence by sentence, all words of a sentence in one {@link Lattice}.
 */
final class LatticeSegmenter implements Segmenter {
  /** Where no sentence ends, a stretch of this length is solved and its last words put back. */
  private static final int LONGEST_STRETCH = 1024;

  private static final int PUT_BACK = 48;

  private final AtomText stretch = new AtomText();
  private final Atoms atoms = stretch.atoms();
  private final Lattice lattice;
  private final LatticeBuilder builder;
  private final SegmentBuffer segments;
  private final Detail detail;
  private int[] path = new int[LONGEST_STRETCH + 1];

  private char[] text = {};
  private int length;
  private int at;
  private int atomsBefore;
  private int current;

  LatticeSegmenter(WordSources sources, Detail detail) {
    this.lattice = new Lattice(sources.core());
    this.builder = new LatticeBuilder(sources, stretch, lattice);
    this.segments = new SegmentBuffer(lattice, stretch);
    this.detail = detail;
  }

  @Override
  public void reset(char[] newText, int newLength) {
    text = newText;
    length = newLength;
    at = 0;
    atomsBefore = 0;
    current = -1;
    segments.clear();
  }

  @Override
  public boolean next() {
    current++;
    while (current >= segments.count()) {
      if (at >= length) {
        return false;
      }
      solveStretch();
      current = 0;
    }
    return true;
  }

  private void solveStretch() {
    int end = Stretch.end(text, at, length, LONGEST_STRETCH);
    builder.build(text, at, end);
    int words = tracePath();
    int kept = words;
    int next = end;
    if (end - at >= LONGEST_STRETCH && end < length) {
      while (kept > 1 && atoms.start(lattice.from(path[kept - 1])) > end - PUT_BACK) {
        kept--;
        next = atoms.start(lattice.from(path[kept]));
      }
    }
    segments.fill(atomsBefore, path, kept, detail);
    atomsBefore += kept == words ? atoms.count() : lattice.from(path[kept]);
    at = next;
  }

  /** Puts the nodes of the best way into {@link #path} and returns how many they are. */
  private int tracePath() {
    if (atoms.count() == 0) {
      return 0;
    }
    int words = 0;
    for (int node = lattice.solve(); node != Lattice.NONE; node = lattice.previous(node)) {
      path[words++] = node;
    }
    for (int i = 0, j = words - 1; i < j; i++, j--) {
      int node = path[i];
      path[i] = path[j];
      path[j] = node;
    }
    return words;
  }

  @Override
  public int start() {
    return segments.start(current);
  }

  @Override
  public int end() {
    return segments.end(current);
  }

  @Override
  public int position() {
    return segments.position(current);
  }

  @Override
  public int width() {
    return segments.width(current);
  }

  @Override
  public SegmentType type() {
    return segments.type(current);
  }

  @Override
  public void term(CharTermAttribute term) {
    segments.term(current, term);
  }
}
