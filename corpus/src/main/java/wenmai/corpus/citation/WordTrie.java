package wenmai.corpus.citation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.text.CompactText;

/**
 * Words with what they stand for, found at a place of a text: the longest wins. Immutable once
 * built; the time for one place is bounded by the longest word.
 */
final class WordTrie<T> {

  /**
   * A word that stands at a place.
   *
   * @param end one past its last character
   */
  record Match<T>(int end, T value) {}

  private static final class Node<T> {
    private final Map<Character, Node<T>> next = new HashMap<>();
    private Optional<T> value = Optional.empty();
  }

  private static final int PLACES = 1 << 16;

  /** Stands for what is next to a word of one character. */
  private static final char NOTHING = 0;

  private final Node<T> forward = new Node<>();
  private final Node<T> backward = new Node<>();

  // Nearly no two characters of a text begin or end a word; these say so without a look into a map.
  private final BitSet first = new BitSet(PLACES);
  private final BitSet last = new BitSet(PLACES);

  WordTrie(Map<String, T> words) {
    words.forEach((word, value) -> {
      int end = word.length() - 1;
      mark(first, word.charAt(0), end > 0 ? word.charAt(1) : NOTHING);
      mark(last, word.charAt(end), end > 0 ? word.charAt(end - 1) : NOTHING);
      add(forward, word, value);
      add(backward, new StringBuilder(word).reverse().toString(), value);
    });
  }

  private static <T> void add(Node<T> root, String word, T value) {
    Node<T> node = root;
    for (int i = 0; i < word.length(); i++) {
      node = node.next.computeIfAbsent(word.charAt(i), c -> new Node<>());
    }
    node.value = Optional.of(value);
  }

  private static void mark(BitSet edges, char edge, char next) {
    edges.set(place(edge, next));
  }

  private static boolean mayBe(BitSet edges, char edge, char next) {
    return edges.get(place(edge, next)) || edges.get(place(edge, NOTHING));
  }

  private static int place(char edge, char next) {
    return (edge * 31 + next) & (PLACES - 1);
  }

  /** The longest word that begins here. */
  Optional<Match<T>> at(CompactText text, int start) {
    if (!mayBe(first, text.at(start), text.at(start + 1))) {
      return Optional.empty();
    }
    Node<T> node = forward.next.get(text.at(start));
    Optional<Match<T>> best = Optional.empty();
    for (int i = start + 1; node != null; i++) {
      if (node.value.isPresent()) {
        best = Optional.of(new Match<>(i, node.value.get()));
      }
      node = node.next.get(text.at(i));
    }
    return best;
  }

  /** The longest word that ends here, not reaching before {@code floor}; its start as the end. */
  Optional<Match<T>> endingAt(CompactText text, int end, int floor) {
    if (!mayBe(last, text.at(end - 1), text.at(end - 2))) {
      return Optional.empty();
    }
    Node<T> node = backward.next.get(text.at(end - 1));
    Optional<Match<T>> best = Optional.empty();
    for (int i = end - 1; node != null && i >= floor; i--) {
      if (node.value.isPresent()) {
        best = Optional.of(new Match<>(i, node.value.get()));
      }
      node = node.next.get(text.at(i - 1));
    }
    return best;
  }
}
