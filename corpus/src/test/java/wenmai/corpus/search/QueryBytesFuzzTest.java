package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.search.Shelf.Paper;

/** Queries that Jazzer thinks up: each is answered, or told where it is wrong. */
class QueryBytesFuzzTest {
  @TempDir static Path folder;
  private static Shelf shelf;

  @BeforeAll
  static void fill() {
    shelf = new Shelf(folder);
    shelf.add(new Paper("a").title("预算审查条例").text("第一条　预算审查。\n第二条　报告“𠮷”。\n"));
    shelf.add(new Paper("b").title("决议").text("关于预算报告的决议").number("云人常〔2022〕12号"));
    shelf.commit();
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  static Stream<Arguments> queries() {
    return Stream.of(
            "预算 AND (审查 OR NOT 报告)",
            "\"预算\\\"审\\\\查\" 标题:决议 文号:云人常〔2022〕12号",
            "near/10（预算 审查） 引用:《预算法》第十二条第二款 日期:2022..2024",
            "非 ( ＂ ” 预*算? \u200b\u0000 ＡＮＤ 与 或",
            "")
        .map(query -> Arguments.of((Object) query.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("queries")
  @FuzzTest(maxDuration = "1m")
  void isAnsweredOrToldWhereItIsWrong(byte[] bytes) {
    String query = new String(bytes, StandardCharsets.UTF_8);
    try {
      SearchResult result = shelf.search(SearchRequest.of(query), Audience.PUBLIC);
      assertFalse(result.understood().isEmpty(), query);
    } catch (QueryProblem problem) {
      int length = query.codePointCount(0, query.length());
      assertTrue(problem.position() >= 0 && problem.position() <= length, query);
    }
  }
}
