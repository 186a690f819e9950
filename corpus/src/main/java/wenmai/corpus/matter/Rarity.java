package wenmai.corpus.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much a term tells in the papers of one matter (用词稀有度): nothing where every sentence has it,
 * most where it stands in one alone. So what the whole matter is about tells little.
 */
final class Rarity {
  private static final int FIGURE = 2;

  private final Map<String, Integer> counts = new HashMap<>();
  private final int sentences;

  private Rarity(int sentences) {
    this.sentences = sentences;
  }

  /**
   * @param sentences the terms of each sentence of the opinion and of the reports
   */
  static Rarity of(Collection<Set<String>> sentences) {
    Rarity rarity = new Rarity(sentences.size());
    sentences.forEach(each -> each.forEach(term -> rarity.counts.merge(term, 1, Integer::sum)));
    return rarity;
  }

  /** In [0, 1]. */
  double plain(String term) {
    return sentences < 2
        ? 1
        : Math.log((double) sentences / counts.getOrDefault(term, 1)) / Math.log(sentences);
  }

  /** A figure weighs as two words. */
  double of(String term) {
    boolean figure = Character.isDigit(term.charAt(0)) || term.charAt(0) == '第';
    return figure ? FIGURE * plain(term) : plain(term);
  }

  /** Of all of these terms together. */
  double sum(Collection<String> terms) {
    return terms.stream().mapToDouble(this::of).sum();
  }

  /** How much of some terms others have, in [0, 1]. */
  double shared(Set<String> terms, Set<String> others) {
    double all = sum(terms);
    return all == 0 ? 0 : sum(terms.stream().filter(others::contains).toList()) / all;
  }
}
