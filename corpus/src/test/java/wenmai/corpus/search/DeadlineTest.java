package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.search.Shelf.Paper;

/** A query that takes too long is refused as a whole: no part of an answer passes for all of it. */
class DeadlineTest {
  private static final int PAPERS = 1_200;

  @TempDir static Path folder;
  private static Shelf shelf;

  @BeforeAll
  static void fill() {
    shelf = new Shelf(folder);
    for (int i = 0; i < PAPERS; i++) {
      shelf.add(new Paper("p" + i).title("关于第" + i + "号预算的报告").text("预算执行情况，审查意见，整改报告。"));
    }
    shelf.commit();
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  /** Time runs out at the so many-th look at the clock. */
  private static Deadline after(int looks) {
    AtomicInteger left = new AtomicInteger(looks);
    return () -> left.getAndDecrement() <= 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "预*告",
        "near/100(预算 审查 整改)",
        "预算 或 审查 或 整改",
        "预算执行得怎么样审查意见有哪些整改报告说了什么",
        "非 没有这个词",
        "\"预算执行情况\"",
        ""
      })
  void whateverIsAskedEndsWhenTimeRunsOut(String query) {
    SearchResult whole = shelf.search(query, Deadline.none());
    assertTrue(whole.total() > 0, query);
    List<String> all = shelf.names(whole);
    int refused = 0;
    int looks = 0;
    boolean answered = false;
    while (!answered) {
      try {
        SearchResult result = shelf.search(query, after(looks));
        assertEquals(whole.total(), result.total(), "half an answer");
        assertEquals(all, shelf.names(result));
        answered = true;
      } catch (QueryProblem problem) {
        assertEquals("too-slow", problem.code());
        refused++;
      }
      looks += 1 + looks / 4;
    }
    assertTrue(refused > 3, "it looks at the time too seldom: " + refused);
  }

  @Test
  void whereNothingIsFoundAdviceDoesNotCostTheAnswer() {
    SearchResult whole = shelf.search("没有这样的词 预算", Deadline.none());
    assertEquals(0, whole.total());
    assertTrue(!whole.culprits().isEmpty());
    for (int looks = 0; looks < 40; looks++) {
      try {
        assertEquals(0, shelf.search("没有这样的词 预算", after(looks)).total());
      } catch (QueryProblem problem) {
        assertEquals("too-slow", problem.code());
      }
    }
    assertThrows(QueryProblem.class, () -> shelf.search("预算", after(0)));
  }
}
