package wenmai.indexer.gazette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.indexer.layout.RawText;

/** An issue is split at the titles its contents name. */
class GazetteSplitterTest {
  private static final String BODY =
      """
      云岭市人大常委会关于加强城乡供水
      安全保障的决定
      为了加强供水安全，作如下决定。
      关于批准2024年市级预算调整方案的决议
      会议决定批准调整方案。
      云岭市人民代表大会常务委员会任免名单
      任命王某为市水务局局长。
      """;

  @Test
  void thePageOfAnEntryMayStandOnTheNextLine() {
    String issue =
        "云岭市人民代表大会常务委员会公报\n2024年第四号\n目\u2003录\n云岭市人大常委会关于加强城乡供水安全保障的决定…………\n（3）\n"
            + "关于批准2024年市级预算调整方案的决议……（5）\n云岭市人民代表大会常务委员会任免名单……（7）\n"
            + BODY;
    List<GazetteSplitter.Part> parts =
        GazetteSplitter.split(RawText.plain(issue)).orElseThrow().documents();
    assertEquals(
        List.of("云岭市人大常委会关于加强城乡供水安全保障的决定", "关于批准2024年市级预算调整方案的决议", "云岭市人民代表大会常务委员会任免名单"),
        parts.stream().map(GazetteSplitter.Part::title).toList());
    assertTrue(parts.getLast().text().text().contains("任命王某"));
  }

  @Test
  void aTextWithoutContentsIsOnePaper() {
    assertTrue(GazetteSplitter.split(RawText.plain("云岭市人大常委会公报\n" + BODY)).isEmpty());
  }
}
