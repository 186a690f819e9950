package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a paper is about (主题), as far as its title tells: the words left when frame words are taken
 * out, compared by pairs of neighbouring characters. Tens of thousands are held at a time, so a
 * pair is a number: its first character above its second.
 */
final class Subject {
  private static final Subject NONE = new Subject(List.of());

  private final List<String> words;
  private final int[] pairs;

  private Subject(List<String> words) {
    this.words = List.copyOf(words);
    this.pairs = words.stream().flatMapToInt(Subject::pairsOf).sorted().distinct().toArray();
  }

  private static IntStream pairsOf(String word) {
    return IntStream.range(0, word.length() - 1)
        .map(at -> word.charAt(at) << Character.SIZE | word.charAt(at + 1));
  }

  static Subject none() {
    return NONE;
  }

  /**
   * @param parts separated by {@code /}; those of a single character tell nothing
   */
  static Subject of(String parts) {
    List<String> words = new ArrayList<>();
    for (String part : parts.split("/")) {
      if (part.length() >= 2) {
        words.add(part);
      }
    }
    return words.isEmpty() ? NONE : new Subject(words);
  }

  /** The parts in order. */
  List<String> words() {
    return words;
  }

  /** How many different pairs there are. */
  int size() {
    return pairs.length;
  }

  /** The pairs, each once, in order of their numbers. */
  IntStream pairs() {
    return Arrays.stream(pairs);
  }

  boolean isEmpty() {
    return pairs.length == 0;
  }

  /** How much of the shorter one is in the other, in [0, 1]; 0 where one is empty. */
  double likeness(Subject other) {
    if (isEmpty() || other.isEmpty()) {
      return 0;
    }
    return likeness(shared(other), Math.min(size(), other.size()), Math.max(size(), other.size()));
  }

  private int shared(Subject other) {
    int shared = 0;
    for (int here = 0, there = 0; here < pairs.length && there < other.pairs.length; ) {
      int order = Integer.compare(pairs[here], other.pairs[there]);
      shared += order == 0 ? 1 : 0;
      here += order <= 0 ? 1 : 0;
      there += order >= 0 ? 1 : 0;
    }
    return shared;
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
  public boolean equals(Object other) {
    return other instanceof Subject that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return String.join("", words);
  }
}
