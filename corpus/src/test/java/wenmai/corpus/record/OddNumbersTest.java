package wenmai.corpus.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.document.OfficialDocument;

/** Whatever number a paper bears or names, its record can be read again. */
class OddNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "第1234567号",
        "第999999999号",
        "第0号",
        "特急〔2023〕5号",
        "特急人常〔2023〕0号",
        "云人常〔0201〕12号",
        "云人常〔0000〕12号",
        "〔2024〕云人督字第1234567号",
        "云人常〔2024〕0000012号",
        "云人常〔2024〕1234567号"
      })
  void aRecordIsReadAgainWhateverTheNumber(String number) {
    OfficialDocument read =
        ReadPapers.read(
            "a.txt",
            "澄湄市人大常委会文件\n"
                + number
                + "\n\n关于河道整治情况的报告\n\n根据"
                + number
                + "公告和《关于印发办法的通知》（"
                + number
                + "）办理。\n");
    String written = DocumentJson.withRaw(read, read.content().text());
    assertEquals(read, DocumentJson.read(written.getBytes(StandardCharsets.UTF_8)));
  }
}
