package wenmai.corpus.duplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a text's shingles look like from afar (文本指纹): how many there are and the smallest of their
 * hashes. Two sketches tell how much two texts share without either text; the very smallest hashes
 * lead to texts that may share anything at all.
 */
public final class Sketch {
  /** Hashes kept: an estimate of what is shared is then right to about a tenth. */
  static final int SIZE = 128;

  /* A copy whose clutter is as long as itself still shares one of these with its original in 999
   * cases of 1,000. */
  private static final int ANCHORS = 10;

  private final int count;
  private final long[] smallest;

  private Sketch(int count, long[] smallest) {
    this.count = count;
    this.smallest = smallest;
  }

  public static Sketch of(String text) {
    long[] hashes = Letters.of(text).shingles();
    HashSetOfLongs distinct = HashSetOfLongs.of(hashes, 0, hashes.length);
    return new Sketch(distinct.size(), distinct.smallest(SIZE));
  }

  public static Sketch ofBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int count = buffer.getInt();
    long[] smallest = new long[buffer.remaining() / Long.BYTES];
    buffer.asLongBuffer().get(smallest);
    return new Sketch(count, smallest);
  }

  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + smallest.length * Long.BYTES);
    buffer.putInt(count);
    buffer.asLongBuffer().put(smallest);
    return buffer.array();
  }

  /** The hashes by which texts that share something are found. */
  public long[] anchors() {
    return Arrays.copyOf(smallest, Math.min(ANCHORS, smallest.length));
  }

  /** About how much of the shorter text stands in the longer one, in [0, 1]. */
  public double sharedWith(Sketch other) {
    int size = Math.min(SIZE, Math.min(smallest.length, other.smallest.length));
    if (size == 0) {
      return 0;
    }
    int seen = 0;
    int shared = 0;
    int i = 0;
    int j = 0;
    while (seen < size && i < smallest.length && j < other.smallest.length) {
      int order = Long.compare(smallest[i], other.smallest[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      seen++;
    }
    double jaccard = (double) shared / seen;
    double common = jaccard / (1 + jaccard) * ((double) count + other.count);
    return Math.min(1, common / Math.min(count, other.count));
  }

  /** Whether two texts may be copies of each other, so that it is worth comparing them. */
  public boolean mayCopy(Sketch other) {
    return sharedWith(other) >= WORTH_COMPARING;
  }

  /** Well below what {@link CopyJudge} asks for, because this is an estimate. */
  private static final double WORTH_COMPARING = 0.55;
}
