package wenmai.analyzers.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import wenmai.analyzers.TestLexicon;
import wenmai.analyzers.fold.Folded;

/** Numbers in digits, with the way back to how they were written. */
class DigitFormTest {
  private static Folded form(String text) {
    return DigitForm.of(TestLexicon.get().folding().fold(text));
  }

  @Test
  void waysOfWritingANumberReadAlike() {
    assertEquals("第12条", form("第十二条").text());
    assertEquals(form("第12条").text(), form("第１２ 條").text());
    assertEquals(form("2023年15件").text(), form("二〇二三年十五件").text());
    assertEquals(form("棠人〔2022〕3号").text(), form("棠人（2022）三號").text());
    assertEquals("第1款", form("第一款").text());
  }

  @Test
  void eachDigitLeadsBackToTheWholeNumber() {
    String text = "见第 一百一十二 条";
    Folded form = form(text);
    int at = form.text().indexOf("112");
    assertEquals("一百一十二", text.substring(form.sourceStart(at), form.sourceEnd(at + 3)));
    assertEquals("一百一十二", text.substring(form.sourceStart(at + 1), form.sourceEnd(at + 2)));
    assertFalse(DigitForm.isInsideNumber(form, at));
    assertTrue(DigitForm.isInsideNumber(form, at + 1));
    assertFalse(DigitForm.isInsideNumber(form, at + 3));
  }

  @Test
  void everyStretchOfAnyTextIsCoveredOnceAndInOrder() {
    Random random = new Random(12);
    String pieces = "一二十百千万亿两零〇0129.,%第条款年号〔(]）、分之 \n𠮷ａ";
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i >= 0; i--) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      Folded folded = TestLexicon.get().folding().fold(text.toString());
      Folded form = DigitForm.of(folded);
      int reached = 0;
      for (int i = 0; i < form.text().length(); i++) {
        if (!DigitForm.isInsideNumber(form, i)) {
          assertTrue(form.sourceStart(i) >= reached, text.toString());
          reached = form.sourceEnd(i + 1);
        }
      }
      int last = folded.text().isEmpty() ? 0 : folded.sourceEnd(folded.text().length());
      assertEquals(last, reached, text.toString());
    }
  }
}
