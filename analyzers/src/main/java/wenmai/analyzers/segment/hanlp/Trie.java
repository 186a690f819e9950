package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.util.Collection;
import java.util.TreeMap;

/**
 * A double-array trie of HanLP (双数组字典树), walked without an object a step. A state below zero is no
 * state.
 *
 * <p>Base and check of a state lie side by side, so that a step touches one line of the cache.
 */
final class Trie {
  /** The state in which every word starts. */
  static final int ROOT = 0;

  static final int NONE = -1;

  /** Bits of the filter of beginnings, a power of two: some ten for each beginning there is. */
  private static final int FILTER_BITS = 1 << 19;

  private final int[] cells;
  private final long[] beginnings = new long[FILTER_BITS / Long.SIZE];

  private Trie(int[] base, int[] check) {
    int size = Math.min(base.length, check.length);
    cells = new int[size * 2];
    for (int i = 0; i < size; i++) {
      cells[2 * i] = base[i];
      cells[2 * i + 1] = check[i];
    }
    fillBeginnings(size);
  }

  /** Each state whose check is the base of a first character's state is that of a second one. */
  private void fillBeginnings(int size) {
    char[] firsts = new char[size];
    for (char c = 1; c < Character.MAX_VALUE; c++) {
      int state = next(ROOT, c);
      int to = state == NONE ? 0 : cells[2 * state];
      if (to > 0 && to < size) {
        firsts[to] = c;
      }
    }
    for (int state = 1; state < size; state++) {
      int from = cells[2 * state + 1];
      char first = from > 0 && from < size ? firsts[from] : 0;
      if (first != 0 && state > from) {
        int bit = bit(first, (char) (state - from - 1));
        beginnings[bit >> 6] |= 1L << bit;
      }
    }
  }

  private static int bit(char first, char second) {
    int mixed = (first << 16 | second) * 0x9E3779B1;
    return mixed >>> (Integer.SIZE - Integer.numberOfTrailingZeros(FILTER_BITS));
  }

  /**
   * Whether a word may begin with these two characters; no is certain and spares two steps that
   * would miss the cache.
   */
  boolean mayBegin(char first, char second) {
    int bit = bit(first, second);
    return (beginnings[bit >> 6] & 1L << bit) != 0;
  }

  static Trie of(DoubleArrayTrie<?> trie) {
    return new Trie(trie.getBase(), trie.getCheck());
  }

  /** A trie of these words; a word's number is its place in their order. */
  static Trie of(Collection<String> words) {
    if (words.isEmpty()) {
      return new Trie(new int[] {1}, new int[] {0});
    }
    TreeMap<String, String> sorted = new TreeMap<>();
    words.forEach(word -> sorted.put(word, word));
    return of(new DoubleArrayTrie<>(sorted));
  }

  int next(int state, char c) {
    int from = cells[2 * state];
    int to = from + c + 1;
    int at = 2 * to + 1;
    return at > 0 && at < cells.length && cells[at] == from ? to : NONE;
  }

  /** The number of the word that ends in this state, or {@link #NONE}. */
  int word(int state) {
    int end = cells[2 * state];
    int at = 2 * end;
    return at >= 0 && at < cells.length && cells[at + 1] == end && cells[at] < 0
        ? -cells[at] - 1
        : NONE;
  }
}
