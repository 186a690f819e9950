package wenmai.corpus.structure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The outline of any text stands within it. */
class OutlineFuzzTest {

  static Stream<Arguments> texts() {
    return Stream.of(
            "第一章　总则\n第一条　为了甲。\n（一）乙；\n1.丙\n第十二条之一　丁。",
            "第五条第一款、第九条第二、三项，第十八至二十条，前款，本条",
            "第零条第一千九百九十九条第〇〇条",
            "一、甲\n（一）乙\n二、丙",
            "第")
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void divisionsStandWithinTheText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (Division division : OutlineReader.read(text).divisions()) {
      assertTrue(
          division.span().start() >= 0
              && division.span().start() <= division.span().end()
              && division.span().end() <= text.length(),
          division.toString());
    }
  }
}
