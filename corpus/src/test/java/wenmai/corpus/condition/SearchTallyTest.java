package wenmai.corpus.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Reader;
import wenmai.corpus.search.SearchRequest;

class SearchTallyTest {
  private static final Duration QUICK = Duration.ofMillis(3);
  private static final Duration LONG = Duration.ofMillis(900);
  private static final Reader SOMEBODY = new Reader(Reader.Role.STAFF, Optional.of("林知夏"));

  private final SearchTally tally = new SearchTally();

  private void search(Reader reader, String query, long total, Duration took, int times) {
    for (int i = 0; i < times; i++) {
      tally.note(reader, SearchRequest.of(query), total, took);
    }
  }

  @Test
  void whatOnePersonLookedForOnceIsCountedAndNotShown() {
    search(Reader.anonymous(), "张三的处分决定", 0, QUICK, 1);
    search(Reader.anonymous(), "地铁", 0, QUICK, 3);
    assertEquals(4, tally.summary().foundNothing());
    assertEquals(List.of(new SearchTally.Vain("地铁", 3)), tally.summary().vain());
  }

  @Test
  void wordsOfThoseWhoAreSignedInAreNeverKept() {
    search(SOMEBODY, "蓝鲸计划", 0, LONG, 9);
    SearchTally.Summary summary = tally.summary();
    assertEquals(9, summary.foundNothing());
    assertEquals(List.of(), summary.vain());
    assertFalse(summary.toString().contains("蓝鲸"), summary.toString());
  }

  @Test
  void longNumbersAndLongTextsAreNotKept() {
    search(Reader.anonymous(), "身份证 110101199003070018", 0, QUICK, 5);
    search(Reader.anonymous(), "请问".repeat(30), 0, QUICK, 5);
    assertEquals(10, tally.summary().foundNothing());
    assertEquals(List.of(), tally.summary().vain());
  }

  @Test
  void aSlowQueryLeavesItsShapeAndNoWord() {
    search(Reader.anonymous(), "near/10(张三 处分) AND \"某*会议\" 标题:预算", 2, LONG, 2);
    search(Reader.anonymous(), "near/10(李四 决定) AND \"其*决议\" 标题:审查", 2, QUICK, 1);
    SearchTally.Summary summary = tally.summary();
    assertEquals(2, summary.tookLong());
    assertEquals(
        List.of(new SearchTally.Slow("near/10(2 2) and \"1*2\" 2:2 [keyword document]", 2, LONG)),
        summary.slow());
  }

  @Test
  void whateverIsTypedItStaysSmall() {
    for (int i = 0; i < 20_000; i++) {
      search(Reader.anonymous(), "词" + i + "*".repeat(i % 300), 0, LONG, 1);
    }
    search(Reader.anonymous(), "“”".repeat(50_000), 0, LONG, 3);
    SearchTally.Summary summary = tally.summary();
    assertTrue(summary.slow().size() <= 20 && summary.vain().size() <= 20);
    assertTrue(summary.slow().stream().allMatch(slow -> slow.shape().length() <= 120));
  }
}
