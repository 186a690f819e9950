package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which article of one version is which of another: first those with the very same or nearly
 * the same words, then those with the same number and like words, then the likest.
 */
final class ArticlePairing {
  /** Share of common pairs of characters above which two articles are one, changed. */
  private static final double ALIKE = 0.5;

  /** So like that the number does not matter. */
  private static final double NEARLY_THE_SAME = 0.75;

  /** With the same number less is enough. */
  private static final double ALIKE_BY_NUMBER = 0.3;

  /** Above this many comparisons only neighbours are compared: a hostile or huge pair of texts. */
  private static final long MOST_COMPARISONS = 1_000_000;

  private static final int NEIGHBOURHOOD = 50;

  private final List<ArticleText> left;
  private final List<ArticleText> right;
  private final int[] partner;
  private final boolean[] taken;

  private ArticlePairing(List<ArticleText> left, List<ArticleText> right) {
    this.left = left;
    this.right = right;
    this.partner = new int[right.size()];
    this.taken = new boolean[left.size()];
    Arrays.fill(partner, -1);
  }

  /** For each article on the right its place on the left, or -1. */
  static int[] of(List<ArticleText> left, List<ArticleText> right) {
    ArticlePairing pairing = new ArticlePairing(left, right);
    pairing.sameWords();
    pairing.likest(NEARLY_THE_SAME);
    pairing.sameNumber();
    pairing.likest(ALIKE);
    return pairing.partner;
  }

  private void pair(int l, int r) {
    partner[r] = l;
    taken[l] = true;
  }

  private static String key(ArticleText article) {
    return new ComparedText(article.words()).joined();
  }

  private void sameWords() {
    Map<String, List<Integer>> byWords = new HashMap<>();
    for (int l = 0; l < left.size(); l++) {
      byWords.computeIfAbsent(key(left.get(l)), words -> new ArrayList<>()).add(l);
    }
    for (int r = 0; r < right.size(); r++) {
      List<Integer> same = byWords.getOrDefault(key(right.get(r)), List.of());
      int at = r;
      same.stream()
          .filter(l -> !taken[l])
          .min(Comparator.comparingInt(l -> Math.abs(l - at)))
          .ifPresent(l -> pair(l, at));
    }
  }

  private void sameNumber() {
    Map<String, Integer> byAddress = new HashMap<>();
    for (int l = 0; l < left.size(); l++) {
      if (!taken[l]) {
        byAddress.put(left.get(l).address(), l);
      }
    }
    for (int r = 0; r < right.size(); r++) {
      Integer l = byAddress.get(right.get(r).address());
      if (partner[r] < 0
          && l != null
          && !taken[l]
          && alike(pairs(left.get(l)), pairs(right.get(r))) >= ALIKE_BY_NUMBER) {
        pair(l, r);
      }
    }
  }

  private record Likeness(int l, int r, double value) {}

  private void likest(double least) {
    List<Integer> openLeft = open(taken);
    List<Integer> openRight = new ArrayList<>();
    for (int r = 0; r < right.size(); r++) {
      if (partner[r] < 0) {
        openRight.add(r);
      }
    }
    boolean near = (long) openLeft.size() * openRight.size() > MOST_COMPARISONS;
    Map<Integer, Set<Integer>> leftPairs = new HashMap<>();
    openLeft.forEach(l -> leftPairs.put(l, pairs(left.get(l))));
    List<Likeness> all = new ArrayList<>();
    for (int r : openRight) {
      Set<Integer> rightPairs = pairs(right.get(r));
      for (int l : openLeft) {
        if (!near || Math.abs(l - r) <= NEIGHBOURHOOD) {
          double value = alike(leftPairs.getOrDefault(l, Set.of()), rightPairs);
          if (value >= least) {
            all.add(new Likeness(l, r, value));
          }
        }
      }
    }
    all.sort(
        Comparator.comparingDouble(Likeness::value)
            .reversed()
            .thenComparingInt(it -> Math.abs(it.l() - it.r()))
            .thenComparingInt(Likeness::r));
    for (Likeness likeness : all) {
      if (!taken[likeness.l()] && partner[likeness.r()] < 0) {
        pair(likeness.l(), likeness.r());
      }
    }
  }

  private static List<Integer> open(boolean[] taken) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        open.add(i);
      }
    }
    return open;
  }

  /** Neighbouring characters, two in one number; hashes may collide, which only blurs likeness. */
  private static Set<Integer> pairs(ArticleText article) {
    List<String> letters = new ComparedText(article.words()).letters();
    Set<Integer> pairs = new HashSet<>();
    for (int i = 0; i + 1 < letters.size(); i++) {
      pairs.add(letters.get(i).hashCode() * 65_599 + letters.get(i + 1).hashCode());
    }
    return pairs;
  }

  /** Common pairs over the pairs of the smaller and the larger alike (Dice). */
  private static double alike(Set<Integer> a, Set<Integer> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    Set<Integer> small = a.size() <= b.size() ? a : b;
    Set<Integer> large = a.size() <= b.size() ? b : a;
    int common = 0;
    for (Integer pair : small) {
      common += large.contains(pair) ? 1 : 0;
    }
    return 2.0 * common / (a.size() + b.size());
  }
}
