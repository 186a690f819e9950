package wenmai.web.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is chosen on some questions is judged on others. */
class HeldOutTest {
  private static final int QUESTIONS = 200;

  private final RetrievalSet set = set();

  private static RetrievalSet set() {
    Map<String, String> queries = new LinkedHashMap<>();
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    for (int i = 0; i < QUESTIONS; i++) {
      queries.put("q" + i, "question " + i);
      judged.put("q" + i, Map.of("question " + i, 1));
    }
    return new RetrievalSet("set", queries, judged);
  }

  private static Object atTen(HeldOut shares) {
    return shares.figures().get("set").get("R@10");
  }

  @Test
  void a_ranking_that_is_better_everywhere_is_taken_whole() {
    HeldOut shares = new HeldOut(List.of(set));
    shares.add(question -> List.of());
    shares.add(List::of);
    assertEquals(1.0, atTen(shares));
  }

  @Test
  void luck_on_the_questions_that_were_looked_at_does_not_count() {
    HeldOut shares = new HeldOut(List.of(set));
    double luckiest = 0;
    for (int ranking = 0; ranking < 40; ranking++) {
      Random random = new Random(ranking);
      RankingScore alone = new RankingScore();
      Map<String, List<String>> answers = new LinkedHashMap<>();
      set.queries()
          .forEach((id, question) -> {
            List<String> answer = random.nextBoolean() ? List.of(question) : List.of();
            answers.put(question, answer);
            alone.add(answer, set.judged().get(id));
          });
      luckiest = Math.max(luckiest, (double) alone.figures().get("R@10"));
      shares.add(answers::get);
    }
    assertTrue(luckiest > 0.57, "the luckiest of forty coins: " + luckiest);
    assertTrue((double) atTen(shares) < luckiest - 0.02, "held out: " + atTen(shares));
  }
}
