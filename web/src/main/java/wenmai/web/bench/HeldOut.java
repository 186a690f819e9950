package wenmai.web.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Chooses one of several rankings by some questions and judges it by others (交叉验证): five folds over
 * the questions of all sets, ten times with other folds, each fold ranked by what was best on the
 * other four. What is reported is what a choice made here can be expected to do on questions it has
 * not seen. Not for threads.
 */
final class HeldOut {
  private static final int FOLDS = 5;
  private static final int TIMES = 10;

  private final List<RetrievalSet> sets;

  /** By ranking, then by question, in one order. */
  private final List<List<RankingScore>> rankings = new ArrayList<>();

  HeldOut(List<RetrievalSet> sets) {
    this.sets = sets;
  }

  /** One more ranking to choose from; questions are asked at once. */
  void add(Function<String, List<String>> ranking) {
    List<RankingScore> scores = new ArrayList<>();
    for (RetrievalSet set : sets) {
      set.queries()
          .forEach((id, question) -> {
            RankingScore score = new RankingScore();
            score.add(
                ranking.apply(question).stream().distinct().toList(),
                set.judged().getOrDefault(id, Map.of()));
            scores.add(score);
          });
    }
    rankings.add(scores);
  }

  /** Figures by set. */
  Map<String, Map<String, Object>> figures() {
    List<RankingScore> sums = sets.stream().map(set -> new RankingScore()).toList();
    List<Integer> setOf = new ArrayList<>();
    IntStream.range(0, sets.size())
        .forEach(at -> setOf.addAll(Collections.nCopies(sets.get(at).queries().size(), at)));
    for (int time = 0; time < TIMES; time++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, setOf.size()).boxed().toList());
      Collections.shuffle(order, new Random(time));
      for (int fold = 0; fold < FOLDS; fold++) {
        List<RankingScore> best = bestWithout(fold, order);
        for (int i = fold; i < order.size(); i += FOLDS) {
          int question = order.get(i);
          sums.get(setOf.get(question)).add(best.get(question));
        }
      }
    }
    Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
    for (int at = 0; at < sets.size(); at++) {
      figures.put(sets.get(at).name(), sums.get(at).figures());
    }
    return figures;
  }

  private List<RankingScore> bestWithout(int fold, List<Integer> order) {
    return rankings.stream()
        .max(
            Comparator.comparingDouble(ranking ->
                IntStream.range(0, order.size())
                    .filter(i -> i % FOLDS != fold)
                    .mapToDouble(i -> ranking.get(order.get(i)).worth())
                    .sum()))
        .orElseThrow();
  }
}
