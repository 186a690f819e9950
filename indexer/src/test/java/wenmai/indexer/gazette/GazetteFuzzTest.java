package wenmai.indexer.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.RawText;

/** Whatever the text, what it is split into is the whole of it. */
class GazetteFuzzTest {
  private static final GazetteSplitter GAZETTES = GazetteSplitter.read(TestSettings.config());

  static Stream<Arguments> texts() {
    return Stream.of(
            "云岭市人大常委会公报\n目 录\n关于甲的决定……（1）\n关于乙的决议……\n（3）\n关于丙的报告……5\n"
                + "关于甲的决定\n文\n关于乙的决议\n文\n关于丙的报告\n文",
            "目录\n一、关于甲的决定\n二、关于乙的决议\n",
            "\n",
            "")
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void anIssueIsSplitWithoutLoss(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    GAZETTES
        .split(RawText.plain(text))
        .ifPresent(issue -> {
          StringBuilder again = new StringBuilder(issue.front().text());
          issue.documents().forEach(part -> again.append(part.text().text()));
          assertEquals(text, again.toString());
        });
  }
}
