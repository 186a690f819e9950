package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.TestSettings;
import wenmai.indexer.repair.Repairer;

/** Whatever the Markdown, its signs are marked within it and can be put back. */
class MarkdownFuzzTest {
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  static Stream<Arguments> texts() {
    return Stream.of(
            "---\ntitle: 甲\ntags:\n  - 乙\n---\n# 甲\n\n<!-- 注 -->\n**第一条** 文。\n",
            "> [预算法](https://example.org/a)\\*\n***\n```\n~~~\n__甲__![印章](./seal.png)",
            "<!--<!---->-->\n---\n---",
            "")
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void signsCanBePutBack(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    RepairedText read = REPAIRER.repair(MarkdownMarks.of(text));
    assertEquals(text, read.map().restore(read.text()));
  }
}
