package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many words in one pass over a text: those that begin with a pair of characters are looked
 * up by it. Of words that begin alike the longest counts.
 */
final class WordFinder {
  private static final int PLACES = 1 << 16;

  private final Map<Integer, List<Word>> byPair = new HashMap<>();

  // Nearly every pair of a text begins no word; this says so without a look into the map.
  private final BitSet begun = new BitSet(PLACES);

  /** A word of two characters or more and what it stands for. */
  record Word(String word, int meaning) {}

  /** Hears of each word, from left to right. */
  @FunctionalInterface
  interface Listener {
    void found(int start, Word word);
  }

  WordFinder(List<Word> words) {
    for (Word word : words) {
      if (word.word().length() < 2) {
        throw new IllegalArgumentException("a word has two characters or more: " + word.word());
      }
      int pair = pair(word.word(), 0);
      byPair.computeIfAbsent(pair, key -> new ArrayList<>()).add(word);
      begun.set(place(pair));
    }
    byPair
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(word -> -word.word().length())));
  }

  void find(String text, Listener listener) {
    for (int i = 0; i + 1 < text.length(); i++) {
      int pair = pair(text, i);
      List<Word> words = begun.get(place(pair)) ? byPair.get(pair) : null;
      if (words != null) {
        for (Word word : words) {
          if (text.startsWith(word.word(), i)) {
            listener.found(i, word);
          }
        }
      }
    }
  }

  private static int place(int pair) {
    return ((pair >>> 16) * 31 + pair) & (PLACES - 1);
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }
}
