package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A demand with what it is made of (交办要求用词).
 *
 * @param points numbers of the points of the opinion under which it stands, the outermost first
 * @param clauses the terms of each of its clauses that tells something
 * @param telling of its terms what tells it from others
 * @param own of these what is not the subject of the whole matter
 * @param before what tells of the words before it that it leans on; empty where it leans on none
 * @param leans whether it leans on words before it, so that it does not say by itself what it asks
 */
record Asked(
    String words,
    List<Integer> points,
    Set<String> terms,
    List<Set<String>> clauses,
    Set<String> telling,
    Set<String> own,
    Set<String> before,
    boolean leans) {
  private static final double CLAUSE_ALONE = 0.8;

  /** What the share that a sentence has of a demand counts, beside how much it has of it. */
  private static final double SHARE = 0.6;

  /** So many rare words in common tell all. */
  private static final double ENOUGH = 5;

  /** What a word counts that stands in any demand, or in any sentence about the same subject. */
  private static final double EMPTY = 0.3;

  private static final double FIGURE_SHARED = 0.25;
  private static final double NAMED_POINT = 0.15;
  private static final double OTHER_POINT = 0.1;
  private static final double SAME_NUMBER = 0.1;
  private static final int SHORTEST_CLAUSE = 6;
  private static final int FEWEST_IN_CLAUSE = 2;

  /** What it shares with the heading over a sentence, and not with the sentence. */
  private static final double HEADING = 0.5;

  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}年");

  static final Pattern CLAUSE = Pattern.compile("[,，:：]");

  Asked {
    points = List.copyOf(points);
    terms = Set.copyOf(terms);
    clauses = List.copyOf(clauses);
    telling = Set.copyOf(telling);
    own = Set.copyOf(own);
    before = Set.copyOf(before);
  }

  /**
   * @param before the words of its point that stand before it
   * @param leaning how a demand begins that leans on them
   */
  static Asked of(
      String demand, String before, List<Integer> points, DemandWords words, Pattern leaning) {
    boolean leans = leaning.matcher(demand).find();
    List<Set<String>> clauses = new ArrayList<>();
    for (String clause : CLAUSE.split(demand)) {
      if (clause.length() >= SHORTEST_CLAUSE && words.telling(clause).size() >= FEWEST_IN_CLAUSE) {
        clauses.add(words.all(clause));
      }
    }
    return new Asked(
        demand,
        points,
        words.all(demand),
        clauses,
        words.telling(demand),
        words.besideSubject(words.telling(demand)),
        leans ? words.telling(before) : Set.of(),
        leans);
  }

  /**
   * How much of it a sentence says, from 0 to some 1.5: of the whole or of one clause, how many
   * telling words it has of it, by a telling figure, and by the point it stands under.
   */
  double answeredBy(Said said, Rarity rarity) {
    double share = share(terms, said, rarity);
    for (Set<String> clause : clauses) {
      share = Math.max(share, CLAUSE_ALONE * share(clause, said, rarity));
    }
    double told = told(own, said, rarity) + told(before, said, rarity);
    double score = SHARE * share + (1 - SHARE) * Math.min(1, told / ENOUGH);
    if (score > 0 && !said.points().isEmpty()) {
      score += isNamedBy(said) ? NAMED_POINT : -OTHER_POINT;
    } else if (score > 0 && isAt(said)) {
      score += SAME_NUMBER;
    }
    boolean figure =
        terms.stream().anyMatch(term -> isTelling(term) && said.terms().contains(term));
    return figure ? score + FIGURE_SHARED : score;
  }

  /** Whether a sentence says that it answers the point under which the demand stands. */
  boolean isNamedBy(Said said) {
    return !Collections.disjoint(points, said.points());
  }

  /** Whether a sentence stands under a point of the same number as the demand does. */
  boolean isAt(Said said) {
    return !points.isEmpty() && points.getFirst() == said.number();
  }

  private static double told(Set<String> terms, Said said, Rarity rarity) {
    return rarity.sum(terms.stream().filter(said.telling()::contains).toList());
  }

  private double share(Set<String> asked, Said said, Rarity rarity) {
    double all = 0;
    double found = 0;
    for (String term : asked) {
      double weight = (own.contains(term) ? 1 : EMPTY) * rarity.of(term);
      all += weight;
      if (said.terms().contains(term)) {
        found += weight;
      } else if (said.heading().contains(term)) {
        found += HEADING * weight;
      }
    }
    return all == 0 ? 0 : found / all;
  }

  /** A figure of several digits is rarely said by chance. */
  private static boolean isTelling(String term) {
    return term.length() >= 3
        && !YEAR.matcher(term).matches()
        && Character.isDigit(term.charAt(0))
        && Character.isDigit(term.charAt(1));
  }
}
