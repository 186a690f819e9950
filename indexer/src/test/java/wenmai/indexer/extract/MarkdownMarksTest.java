package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.TestSettings;
import wenmai.indexer.repair.Repairer;

/** Pins that a Markdown text is read without its signs and that each of them can be put back. */
class MarkdownMarksTest {
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  private static RepairedText read(String markdown) {
    return REPAIRER.repair(MarkdownMarks.of(markdown));
  }

  @Test
  void theHeadOfSettingsIsNoPartOfThePaper() {
    String paper =
        """
        ---
        title: "临川县养老服务条例"
        tags:
          - 养老

        # 说明
        ---
        # 临川县养老服务条例

        <!-- INFO END -->

        ## 第一章 总则

        **第一条** 为了发展养老服务，制定本条例。
        """;
    RepairedText read = read(paper);
    assertEquals(
        "临川县养老服务条例 第一章 总则 第一条 为了发展养老服务，制定本条例。", read.text().strip().replaceAll("\\s+", " "));
    assertEquals(paper, read.raw());
  }

  @Test
  void aTextBetweenTwoRulesIsNoHead() {
    assertEquals("---\n会议听取了报告。\n---\n会议认为：", read("---\n会议听取了报告。\n---\n会议认为：").text());
  }

  @ParameterizedTest
  @CsvSource({
    "[预算法](https://example.org/a),预算法",
    "![印章](./seal.png)印发,印章印发",
    "委员[2024]5号(试行),委员[2024]5号(试行)",
    "> 会议指出,会议指出",
    "李\\*明、王*华,李*明、王*华",
    "#第一,#第一"
  })
  void signsGoAndWordsStay(String markdown, String words) {
    assertEquals(words, read(markdown).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "<!--", "---\n", "**", "](./", "# ", "\\\\", "[a](./", "---\na:\n"})
  void aHostileTextIsReadAndKept(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    assertEquals(text, read(text).raw());
  }
}
