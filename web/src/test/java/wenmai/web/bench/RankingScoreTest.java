package wenmai.web.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The measures of retrieval against values worked out by hand. */
class RankingScoreTest {
  @Test
  void theFirstAnswerDecidesTheReciprocalRankAndAllOfThemTheRest() {
    RankingScore score = new RankingScore();
    score.add(List.of("x", "a", "y", "b"), Map.of("a", 1, "b", 1, "c", 1, "y", 0));
    // Gains at ranks 2 and 4 over those at 1, 2 and 3: (0.6309 + 0.4307) / (1 + 0.6309 + 0.5).
    assertEquals(
        Map.of("MRR@10", 0.5, "nDCG@10", 0.4982, "R@10", 0.6667, "R@50", 0.6667, "R@100", 0.6667),
        score.figures());
  }

  @Test
  void betterGradesGainMore() {
    RankingScore score = new RankingScore();
    score.add(List.of("old", "new"), Map.of("old", 1, "new", 2));
    // (1 + 3 * 0.6309) / (3 + 0.6309)
    assertEquals(0.7967, score.figures().get("nDCG@10"));
  }

  @Test
  void answersBehindTheTenthAreFoundButDoNotRank() {
    List<String> ranked = IntStream.rangeClosed(1, 150).mapToObj(Integer::toString).toList();
    RankingScore score = new RankingScore();
    score.add(ranked, Map.of("11", 1, "60", 1, "101", 1, "120", 1));
    assertEquals(
        Map.of("MRR@10", 0.0, "nDCG@10", 0.0, "R@10", 0.0, "R@50", 0.25, "R@100", 0.5),
        score.figures());
  }

  @Test
  void aQuestionWithoutAnAnswerFoundCountsAsNothing() {
    RankingScore score = new RankingScore();
    score.add(List.of("a"), Map.of("a", 1));
    score.add(List.of(), Map.of("a", 1));
    assertEquals(0.5, score.figures().get("R@10"));
  }
}
