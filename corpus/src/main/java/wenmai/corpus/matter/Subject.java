package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a paper is about (主题), as far as its title tells: the words left when frame words are taken
 * out, compared by pairs of characters.
 *
 * @param words the parts in order
 * @param pairs pairs of neighbouring characters, and parts of a single character
 */
record Subject(List<String> words, Set<String> pairs) {
  private static final Subject NONE = new Subject(List.of(), Set.of());

  Subject {
    words = List.copyOf(words);
    pairs = Set.copyOf(pairs);
  }

  static Subject none() {
    return NONE;
  }

  /**
   * @param parts separated by {@code /}
   */
  static Subject of(String parts) {
    List<String> words = new ArrayList<>();
    Set<String> pairs = new HashSet<>();
    for (String part : parts.split("/")) {
      if (part.length() >= 2) {
        words.add(part);
        for (int i = 0; i + 1 < part.length(); i++) {
          pairs.add(part.substring(i, i + 2));
        }
      }
    }
    return words.isEmpty() ? NONE : new Subject(words, pairs);
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** How much of the shorter one is in the other, in [0, 1]; 0 where one is empty. */
  double likeness(Subject other) {
    if (isEmpty() || other.isEmpty()) {
      return 0;
    }
    Set<String> small = pairs.size() <= other.pairs.size() ? pairs : other.pairs;
    Set<String> large = small == pairs ? other.pairs : pairs;
    return likeness(
        (int) small.stream().filter(large::contains).count(), small.size(), large.size());
  }

  /**
   * @param shared pairs that both have
   * @param small pairs of the shorter one, at least one
   */
  static double likeness(int shared, int small, int large) {
    double contained = (double) shared / small;
    double common = 2.0 * shared / (small + large);
    return small < 3 ? 0.5 * contained + 0.5 * common : 0.7 * contained + 0.3 * common;
  }

  @Override
  public String toString() {
    return String.join("", words);
  }
}
