package wenmai.analyzers.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.analyzers.TestLexicon;

/** What folds and what must not: the exact field answers to the letter. */
class FoldingTest {
  private final Folding exact = TestLexicon.get().folding();
  private final Folding wide = exact.wide();

  @ParameterizedTest
  @CsvSource({
    "人民代表大會常務委員會, 人民代表大会常务委员会",
    "臺灣, 台湾",
    "台灣, 台湾",
    "衞生, 卫生",
    "裡面, 里面",
    "裏面, 里面",
    "隨著, 随着",
    "ＡＢｃ１２％, abc12%",
    "〔２０２２〕１２號, 〔2022〕12号",
    "⾏政, 行政",
    "⻓期, 长期",
    "福利, 福利",
    "（一）, (一)",
    "㑮, 𫝈"
  })
  void charactersThatAReaderTakesForTheSameFold(String written, String folded) {
    assertEquals(folded, exact.fold(written).text());
  }

  @ParameterizedTest
  @CsvSource({"「, “", "①, 1", "㎡, m2", "○, 〇", "。, .", "、, ','", "〔, ["})
  void theExactFoldingKeepsWhatIsWrittenAsSomethingElse(String written, String other) {
    assertNotEquals(exact.fold(other).text(), exact.fold(written).text());
  }

  @ParameterizedTest
  @CsvSource({"㎡, m2", "①, 1", "ﬁ, fi", "㈱, (株)", "臺㎡, 台m2"})
  void theWideFoldingTakesCompatibilityFormsApart(String written, String folded) {
    assertEquals(folded, wide.fold(written).text());
  }

  @Test
  void foldingWhatIsFoldedChangesNothing() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        assertEquals(exact.fold(c), exact.fold(exact.fold(c)), Integer.toHexString(c));
        String once = wide.fold(Character.toString(c)).text();
        assertEquals(once, wide.fold(once).text(), Integer.toHexString(c));
      }
    }
  }

  @Test
  void whatIsNotSeenIsLeftOutAndOffsetsLeadPastIt() {
    Folded folded = exact.fold(" 审\u3000\u00A0议\u200D\n意見 ");
    assertEquals("审议意见", folded.text());
    assertEquals(1, folded.sourceStart(0));
    assertEquals(2, folded.sourceEnd(1));
    assertEquals(9, folded.sourceEnd(4));
  }
}
