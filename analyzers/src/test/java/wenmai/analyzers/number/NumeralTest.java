package wenmai.analyzers.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One number at a place of a text: what is read, how far, and what is none. */
class NumeralTest {
  private static final String DIGITS = "零一二三四五六七八九";

  @ParameterizedTest
  @CsvSource({
    "12, 12, 2",
    "0012条, 12, 4",
    "0, 0, 1",
    "0.50元, 0.50, 4",
    "'1,234,567元', 1234567, 9",
    "'1,23', 1, 1",
    "'1234,567', 1234, 4",
    "2023.6.30, 2023, 4",
    "1.1亿元, 110000000, 4",
    "15万, 150000, 3",
    "3千万元, 30000000, 3",
    "3千瓦, 3, 1",
    "95%以上, 95%, 3",
    "二〇二三年, 2023, 4",
    "二○二三年, 2023, 4",
    "二零零五, 2005, 4",
    "十二条, 12, 2",
    "二十, 20, 2",
    "一百零五件, 105, 4",
    "三百六十三条, 363, 5",
    "一千二百, 1200, 4",
    "两千, 2000, 2",
    "一万元, 10000, 2",
    "一亿一千万, 110000000, 5",
    "十五万, 150000, 3",
    "壹拾贰, 12, 3",
    "二〇条, 20, 2",
    "百分之二十, 20%, 5",
    "百分之五以上, 5%, 4",
    "百分之12.5, 12.5%, 7",
    "三分之二, 2/3, 4",
    "千分之三, 3‰, 4"
  })
  void numbersAreReadAsFarAsTheyGo(String text, String value, int end) {
    Numeral numeral = new Numeral();
    assertTrue(numeral.read(text.toCharArray(), 0, text.length()), text);
    assertEquals(value, numeral.value().toString());
    assertEquals(end, numeral.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"十四五规划", "一", "九一八", "五四运动", "万一", "三三两两", "百万", "七八十", "一百二", "陆上", "号"})
  void whatOnlyLooksLikeANumberIsNone(String text) {
    assertFalse(new Numeral().read(text.toCharArray(), 0, text.length()), text);
  }

  @Test
  void everyWrittenNumberIsReadBack() {
    Random random = new Random(20261121);
    for (int round = 0; round < 20_000; round++) {
      int number = 11 + random.nextInt(round < 10_000 ? 9_989 : 99_999_989);
      String written = write(number);
      Numeral numeral = new Numeral();
      assertTrue(numeral.read(written.toCharArray(), 0, written.length()), written);
      assertEquals(Integer.toString(number), numeral.value().toString(), written);
      assertEquals(written.length(), numeral.end(), written);
    }
  }

  @Test
  void aPlaceAtTheEndOfTheTextIsSafe() {
    for (String text : new String[] {"百分之", "三分之", "1.", "1,", "第", "十", "百"}) {
      for (int at = 0; at < text.length(); at++) {
        new Numeral().read(text.toCharArray(), at, text.length());
      }
    }
  }

  /** The oracle: the textbook way to write a number below 10^8. */
  private static String write(int number) {
    String below = section(number % 10_000);
    if (number < 10_000) {
      return below.startsWith("一十") ? below.substring(1) : below;
    }
    String above = section(number / 10_000) + "万";
    String zero = number % 10_000 > 0 && number % 10_000 < 1000 ? "零" : "";
    String all = above + zero + below;
    return all.startsWith("一十") ? all.substring(1) : all;
  }

  private static String section(int number) {
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    int[] units = {1000, 100, 10, 1};
    String[] names = {"千", "百", "十", ""};
    for (int i = 0; i < units.length; i++) {
      int digit = number / units[i] % 10;
      if (digit == 0) {
        gap = text.length() > 0;
      } else {
        text.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(names[i]);
        gap = false;
      }
    }
    return text.toString();
  }
}
