package wenmai.corpus.search;

import java.util.OptionalInt;

/** Whole numbers as they stand in addresses and dates (数字): 12, １２, 十二, 一百零二, 二〇二二. */
final class ChineseNumber {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int LONGEST = 12;

  private ChineseNumber() {}

  /** From 0 to 999,999; empty where the text is no such number. */
  static OptionalInt parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return OptionalInt.empty();
    }
    boolean places = text.chars().anyMatch(c -> "十百千".indexOf(c) >= 0);
    int total = 0;
    int digit = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int unit = unit(c);
      int value = digit(c);
      if (places && unit > 1) {
        total += (digit == 0 ? 1 : digit) * unit;
        digit = 0;
      } else if (value < 0) {
        return OptionalInt.empty();
      } else {
        digit = places ? value : digit * 10 + value;
        if (digit > 999_999) {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.of(total + digit);
  }

  private static int unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 1;
    };
  }

  private static int digit(char c) {
    if (c == '零' || c == '两') {
      return c == '零' ? 0 : 2;
    }
    int ascii = Character.digit(c, 10);
    return ascii >= 0 ? ascii : DIGITS.indexOf(c);
  }
}
