package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.search.SearchRequest.Sort;
import wenmai.corpus.search.Shelf.Paper;

/** Whatever is typed gets an answer or a {@link QueryProblem} with a place within the query. */
class QueryFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "预算",
          "審查",
          "的",
          "与",
          "或",
          "非",
          " 与 ",
          " 或 ",
          " 非 ",
          " AND ",
          " OR ",
          " NOT ",
          "ＡＮＤ",
          " ",
          "　",
          "(",
          ")",
          "（",
          "）",
          "\"",
          "＂",
          "“",
          "”",
          "\\",
          "\\\"",
          "*",
          "?",
          "＊",
          "？",
          "near/3(",
          "near/",
          "near/10（",
          "标题:",
          "标题：",
          "title:",
          "文号:",
          "机关:",
          "类型:",
          "日期:",
          "引用:",
          "cites:",
          "《",
          "》",
          "第十二条",
          "第十条之一",
          "2022..2024",
          "..",
          "2022-13",
          "2022年",
          "〔2022〕",
          "12号",
          "报告",
          "决议",
          "𠮷",
          "\ud800",
          "\udc00",
          "\u200b",
          "\u0000",
          "\n",
          "，",
          "。",
          ":",
          "/",
          "a",
          "ＡＢ",
          "9999999999",
          "云人常");

  /** What a collector may leave lying about; thousands of queries leave nothing else. */
  private static final long SOME_BYTES = 16L << 20;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** Some 5,000 queries; {@code wenmai test --long} asks 100,000. */
  private static final int THOROUGHNESS = Boolean.getBoolean("wenmai.test.long") ? 20 : 1;

  @TempDir static Path folder;
  private static Shelf shelf;

  @BeforeAll
  static void fill() {
    shelf = new Shelf(folder);
    shelf.add(new Paper("a").title("预算审查条例").text("第一条　预算审查。\n第二条　报告“𠮷”。\n").date("2022-01-02"));
    shelf.add(new Paper("b").title("决议").text("关于预算报告的决议").number("云人常〔2022〕12号"));
    shelf.commit();
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  @Test
  void putTogetherFromTheSignsOfTheLanguage() {
    Random random = new Random(7);
    int answered = 0;
    int queries = 3600 * THOROUGHNESS;
    long heap = Long.MAX_VALUE;
    for (int i = 0; i < queries; i++) {
      if (i == queries / 6) {
        heap = liveHeap();
      }
      StringBuilder query = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        query.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      answered += answers(query.toString(), random) ? 1 : 0;
    }
    assertTrue(answered > 200, "too few of them were queries: " + answered);
    long left = liveHeap() - heap;
    assertTrue(left < SOME_BYTES, "the queries left " + left + " bytes on the heap");
  }

  private static long liveHeap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Test
  void putTogetherFromAnyCharacters() {
    Random random = new Random(11);
    for (int i = 0; i < 1400 * THOROUGHNESS; i++) {
      StringBuilder query = new StringBuilder();
      for (int n = random.nextInt(40); n >= 0; n--) {
        int bits = 7 + random.nextInt(11);
        query.appendCodePoint(random.nextInt(Math.min(1 << bits, 0x10FFFF)));
      }
      answers(query.toString(), random);
    }
  }

  @Test
  void longOnesAreAnsweredOrRefused() {
    Random random = new Random(13);
    for (String piece : PIECES) {
      answers(piece.repeat(3000 / piece.length()), random);
      answers(piece.repeat(1 << 20), random);
    }
  }

  private static boolean answers(String query, Random random) {
    Level level = random.nextInt(4) == 0 ? Level.ARTICLE : Level.DOCUMENT;
    SearchRequest request =
        SearchRequest.of(query)
            .with(Sort.values()[random.nextInt(4)])
            .with(Mode.HYBRID)
            .with(level)
            .with(random.nextBoolean() ? Copies.FOLD : Copies.SHOW)
            .page(1, 5);
    long start = THREADS.getCurrentThreadCpuTime(); // which a busy machine does not lengthen
    try {
      SearchResult result = shelf.search(request, Audience.PUBLIC);
      assertFalse(result.understood().isEmpty(), query);
      return true;
    } catch (QueryProblem problem) {
      int length = query.codePointCount(0, query.length());
      assertTrue(problem.position() >= 0 && problem.position() <= length, query);
      return false;
    } finally {
      Duration used = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
      assertTrue(used.compareTo(LONGEST) < 0, () -> used + " for " + query);
    }
  }
}
