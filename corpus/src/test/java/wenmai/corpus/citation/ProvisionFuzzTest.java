package wenmai.corpus.citation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.text.CompactText;

/** Cited provisions of any text stand within it. */
class ProvisionFuzzTest {

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
  void provisionsEndWithinTheText(byte[] bytes) {
    CompactText text = CompactText.of(new String(bytes, StandardCharsets.UTF_8));
    ProvisionParser parser = new ProvisionParser(text);
    for (int start = 0; start < text.length(); start++) {
      int from = start;
      parser
          .articles(start)
          .ifPresent(parsed ->
              assertTrue(parsed.end() > from && parsed.end() <= text.length(), text + "@" + from));
    }
  }
}
