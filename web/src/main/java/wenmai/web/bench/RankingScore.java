package wenmai.web.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores rankings against judgements (检索评分), as trec_eval does: reciprocal rank of the first answer
 * and nDCG (Järvelin and Kekäläinen 2002, gain 2^grade - 1) among the first ten, and the share of
 * the answers among the first ten, fifty and hundred. Means over the questions. Not for threads.
 */
final class RankingScore {
  /** How far down a ranking is looked at. */
  static final int DEPTH = 100;

  private static final int TOP = 10;

  private int questions;
  private double reciprocalRank;
  private double gain;
  private double atTen;
  private double atFifty;
  private double atHundred;

  /**
   * @param judged grades by paper; 1 and more is an answer
   */
  void add(List<String> ranked, Map<String, Integer> judged) {
    questions++;
    double answers = judged.values().stream().filter(grade -> grade > 0).count();
    if (answers == 0) {
      return;
    }
    int found = 0;
    double cumulated = 0;
    for (int i = 0; i < Math.min(DEPTH, ranked.size()); i++) {
      int grade = judged.getOrDefault(ranked.get(i), 0);
      if (grade > 0) {
        found++;
        atTen += i < TOP ? 1 / answers : 0;
        atFifty += i < 50 ? 1 / answers : 0;
        atHundred += 1 / answers;
        reciprocalRank += found == 1 && i < TOP ? 1.0 / (i + 1) : 0;
        cumulated += i < TOP ? gain(grade, i) : 0;
      }
    }
    gain += cumulated / ideal(judged);
  }

  /** Takes in what another has scored. */
  void add(RankingScore other) {
    questions += other.questions;
    reciprocalRank += other.reciprocalRank;
    gain += other.gain;
    atTen += other.atTen;
    atFifty += other.atFifty;
    atHundred += other.atHundred;
  }

  /** What a choice between rankings goes by: the answers among the first ten and hundred. */
  double worth() {
    return atTen + atHundred;
  }

  private static double ideal(Map<String, Integer> judged) {
    List<Integer> grades = new ArrayList<>(judged.values());
    grades.sort(Comparator.reverseOrder());
    double ideal = 0;
    for (int i = 0; i < Math.min(TOP, grades.size()); i++) {
      ideal += gain(grades.get(i), i);
    }
    return ideal;
  }

  private static double gain(int grade, int at) {
    return (Math.pow(2, grade) - 1) / (Math.log(at + 2) / Math.log(2));
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("MRR@10", mean(reciprocalRank));
    figures.put("nDCG@10", mean(gain));
    figures.put("R@10", mean(atTen));
    figures.put("R@50", mean(atFifty));
    figures.put("R@100", mean(atHundred));
    return figures;
  }

  private double mean(double sum) {
    return questions == 0 ? 0 : Math.round(10_000 * sum / questions) / 10_000.0;
  }
}
