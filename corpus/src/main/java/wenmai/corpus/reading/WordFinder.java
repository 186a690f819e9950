package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many words in one pass over a text: those that begin with a pair of characters are looked
 * up by it. Of words that begin alike the longest counts.
 */
final class WordFinder {
  private final Map<Integer, List<Word>> byPair = new HashMap<>();

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
      byPair.computeIfAbsent(pair(word.word(), 0), key -> new ArrayList<>()).add(word);
    }
    byPair
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(word -> -word.word().length())));
  }

  void find(String text, Listener listener) {
    for (int i = 0; i + 1 < text.length(); i++) {
      List<Word> words = byPair.get(pair(text, i));
      if (words != null) {
        for (Word word : words) {
          if (text.startsWith(word.word(), i)) {
            listener.found(i, word);
          }
        }
      }
    }
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }
}
