package wenmai.corpus.text;

import java.util.OptionalInt;

/**
 * Numbers as Chinese papers write them (数字): 十二, 一百零三, 二〇二三, １２, 12. Whole numbers below ten
 * thousand.
 */
public final class ChineseNumeral {
  /** A class of characters for patterns: what such a number is made of. */
  public static final String CLASS = "[0-9０-９〇零○一二三四五六七八九十百千两廿卅]";

  private static final int TOO_LARGE = 10_000;
  private static final int LONGEST = 9;

  private ChineseNumeral() {}

  /** The number these characters write, or empty where they write none. */
  public static OptionalInt parse(CharSequence written) {
    if (written.isEmpty() || written.length() > LONGEST) {
      return OptionalInt.empty();
    }
    int total = 0;
    int digit = -1;
    boolean units = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      int unit = unit(c);
      int value = digit(c);
      if (unit > 0) {
        total += (digit < 0 ? 1 : digit) * unit;
        digit = -1;
        units = true;
      } else if (c == '廿' || c == '卅') {
        total += c == '廿' ? 20 : 30;
        units = true;
      } else if (value < 0) {
        return OptionalInt.empty();
      } else if (digit >= 0) {
        digit = units && digit == 0 ? value : digit * 10 + value;
      } else {
        digit = value;
      }
      if (digit >= TOO_LARGE) {
        return OptionalInt.empty();
      }
    }
    total += Math.max(0, digit);
    return total < TOO_LARGE ? OptionalInt.of(total) : OptionalInt.empty();
  }

  public static boolean isPart(char c) {
    return digit(c) >= 0 || unit(c) > 0 || c == '廿' || c == '卅';
  }

  private static int unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 0;
    };
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= '０' && c <= '９') {
      return c - '０';
    }
    return switch (c) {
      case '〇', '零', '○' -> 0;
      case '一' -> 1;
      case '二', '两' -> 2;
      case '三' -> 3;
      case '四' -> 4;
      case '五' -> 5;
      case '六' -> 6;
      case '七' -> 7;
      case '八' -> 8;
      case '九' -> 9;
      default -> -1;
    };
  }
}
