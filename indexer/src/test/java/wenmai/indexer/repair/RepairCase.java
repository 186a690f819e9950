package wenmai.indexer.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import wenmai.corpus.text.RepairedText;
import wenmai.indexer.TestSettings;
import wenmai.indexer.layout.RawText;

/** A text, and what is to become of it; whatever is done to it can be undone. */
abstract class RepairCase {
  static final Repairer REPAIRER = Repairer.read(TestSettings.config());

  /** Long enough to be a paper by itself. */
  static final String BODY =
      "会议认为，过去一年全县教育工作取得明显成效，义务教育办学条件继续改善，群众的满意程度有所提高，但是农村学校的师资仍然不足，需要引起重视。\n";

  static RepairedText repair(String raw) {
    RepairedText text = REPAIRER.repair(RawText.plain(raw));
    assertEquals(raw, text.map().restore(text.text()));
    return text;
  }

  static void assertRepaired(String expected, String raw) {
    assertEquals(expected, repair(raw).text());
  }

  static void assertUntouched(String raw) {
    assertEquals(raw, repair(raw).text());
  }
}
