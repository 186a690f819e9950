package wenmai.indexer.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.RawText;

/** Whatever the text, all that repairs took away can be put back. */
class RepairsFuzzTest {
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  static Stream<Arguments> texts() {
    return Stream.of(
            "",
            "\n",
            "关于预算的决议\n（2024年3月5日通过）\n会议同意，\n决定批准。",
            "監(jiān)督(dū)法(fǎ)規(guī)定(dìng)甲(A)和第(一)項",
            "位置：首页 > 公报\n上一篇：甲\n下一篇：乙\n版权所有",
            "Adminis-\ntration 3.\n5亿元《关于\n办法》（试\n行）",
            "⼈⺠代表⼤会︐\u0000\u200b\ud800",
            "云岭市人大常委会公报\n目 录\n关于甲的决定……（1）\n关于乙的决议……\n（3）\n关于丙的报告……5\n"
                + "关于甲的决定\n文\n关于乙的决议\n文\n关于丙的报告\n文")
        .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "1m")
  void repairsCanBeUndone(byte[] bytes) {
    RawText raw = RawText.plain(new String(bytes, StandardCharsets.UTF_8));
    RepairedText text = REPAIRER.repair(raw);
    assertEquals(raw.text(), text.map().restore(text.text()));
    assertTrue(text.map().toRaw(text.text().length()) <= raw.text().length());
  }
}
