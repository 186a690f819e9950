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

  private final Node<T> forward = new Node<>();
  private final Node<T> backward = new Node<>();

  // Nearly every place of a text begins no word; these say so without a look into a map.
  private final BitSet first = new BitSet();
  private final BitSet last = new BitSet();

  WordTrie(Map<String, T> words) {
    words.forEach((word, value) -> {
      first.set(word.charAt(0));
      last.set(word.charAt(word.length() - 1));
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

  /** The longest word that begins here. */
  Optional<Match<T>> at(CompactText text, int start) {
    if (!first.get(text.at(start))) {
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
    if (!last.get(text.at(end - 1))) {
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
