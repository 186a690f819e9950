package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.RawText;
import wenmai.indexer.repair.Repairer;

/** Pins what OCR certainly confused, and that nothing right and no other page is touched. */
class OcrConfusionsTest {
  private static final OcrConfusions CONFUSIONS = OcrConfusions.read(TestSettings.config());
  private static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  private static RawText page(String text) {
    RawText.PageSpan page = new RawText.PageSpan(1, Span.of(0, text.length()));
    return new RawText(text, List.of(page), List.of());
  }

  private static String mended(String text) {
    RawText marked = CONFUSIONS.marked(page(text), Set.of(1));
    assertEquals(
        text, REPAIRER.repair(marked).map().restore(REPAIRER.repair(marked).text()), "reversible");
    return REPAIRER.repair(marked).text();
  }

  @Test
  void certainConfusionsAreMended() {
    assertEquals("自2024年3月1日起施行，第十届人民代表大会", mended("自2024年3月1目起施行，第十居人民代表大会"));
    assertEquals("云人常发[2025]11号、〔2024〕1号", mended("云人常发[2025]]1号、〔2024〕l号"));
    assertEquals("2020年2月3日，第一章，第二条", mended("2O2O年2目3日，第—章，笫二条"));
  }

  @Test
  void confusionsAtTheBeginningOfALineAreMended() {
    assertEquals(
        "关于预算执行情况的报告\n——2023年8月23日在第十六次会议上\n", mended("关于预算执行情况的报告\n-一2023年8月23日在第十六次会议上\n"));
    assertEquals("第二条 本市行政区域内\n", mended("第二条”本市行政区域内\n"));
    assertEquals("会议文件（七）\n", mended("会议文件〈七）\n"));
  }

  @Test
  void whatIsRightStays() {
    for (String right :
        List.of(
            "3月1目录见附件2",
            "第十居民小区",
            "2020年目标",
            "CO2年排放量",
            "第一章",
            "A2O工艺",
            "[2025]11号",
            "——2023年8月23日在第十六次会议上",
            "第二条“本市”是指",
            "《条例》第二条”的规定",
            "-2023年8月23日通过",
            "〈七律〉")) {
      assertEquals(right, mended(right));
    }
  }

  @Test
  void aPageWithATextOfItsOwnIsLeftAlone() {
    assertEquals(List.of(), CONFUSIONS.marked(page("3月1目"), Set.of(2)).marks());
    assertEquals(
        Repair.Reason.OCR, CONFUSIONS.marked(page("3月1目"), Set.of(1)).marks().getFirst().why());
  }
}
