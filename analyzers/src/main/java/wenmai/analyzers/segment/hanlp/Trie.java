package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two arrays of a double-array trie of HanLP (双数组字典树), walked without an object a step. A state
 * below zero is no state.
 */
final class Trie {
  /** The state in which every word starts. */
  static final int ROOT = 0;

  static final int NONE = -1;

  private final int[] base;
  private final int[] check;

  private Trie(int[] base, int[] check) {
    this.base = base;
    this.check = check;
  }

  static Trie of(DoubleArrayTrie<?> trie) {
    return new Trie(trie.getBase(), trie.getCheck());
  }

  /** A trie of these words; a word's number is its place in their order. */
  static Trie of(Iterable<String> words) {
    TreeMap<String, String> sorted = new TreeMap<>();
    words.forEach(word -> sorted.put(word, word));
    DoubleArrayTrie<String> trie = new DoubleArrayTrie<>();
    if (!sorted.isEmpty()) {
      trie.build(sorted);
    }
    return sorted.isEmpty() ? new Trie(new int[] {1}, new int[] {0}) : of(trie);
  }

  /** A trie of these keys with their values in key order beside it. */
  static Trie of(Map<String, ?> words) {
    return of(words.keySet());
  }

  int next(int state, char c) {
    int from = base[state];
    int to = from + c + 1;
    return to < check.length && to >= 0 && check[to] == from ? to : NONE;
  }

  /** The number of the word that ends in this state, or {@link #NONE}. */
  int word(int state) {
    int at = base[state];
    return at >= 0 && at < check.length && check[at] == at && base[at] < 0 ? -base[at] - 1 : NONE;
  }
}
