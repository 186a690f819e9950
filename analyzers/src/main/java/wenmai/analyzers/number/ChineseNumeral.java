package wenmai.analyzers.number;

/** Values of the characters that write numbers (汉字数字), small, capital and zero in all its forms. */
final class ChineseNumeral {
  static final int NONE = -1;
  private static final long WAN = 10_000L;
  private static final long YI = 100_000_000L;

  private ChineseNumeral() {}

  /** 0–9, or {@link #NONE}. */
  static int digit(char c) {
    return switch (c) {
      case '〇', '零', '○', '◯' -> 0;
      case '一', '壹' -> 1;
      case '二', '贰', '两' -> 2;
      case '三', '叁' -> 3;
      case '四', '肆' -> 4;
      case '五', '伍' -> 5;
      case '六', '陆' -> 6;
      case '七', '柒' -> 7;
      case '八', '捌' -> 8;
      case '九', '玖' -> 9;
      default -> NONE;
    };
  }

  /** 10, 100, 1000, or {@link #NONE}. */
  static int smallUnit(char c) {
    return switch (c) {
      case '十', '拾' -> 10;
      case '百', '佰' -> 100;
      case '千', '仟' -> 1000;
      default -> NONE;
    };
  }

  /** 10,000, 100,000,000, or {@link #NONE}. */
  static long bigUnit(char c) {
    return switch (c) {
      case '万' -> WAN;
      case '亿' -> YI;
      default -> NONE;
    };
  }

  static boolean isNumeral(char c) {
    return digit(c) != NONE || smallUnit(c) != NONE || bigUnit(c) != NONE;
  }

  /** A character that is a numeral only among numerals: 陆 is land and 伍 a file of men elsewhere. */
  static boolean isCapital(char c) {
    return "壹贰叁肆伍陆柒捌玖拾佰仟".indexOf(c) >= 0;
  }

  /** The value of a run with units (一百二十三, 十二, 三千万), or {@link #NONE} if it is no number. */
  static long withUnits(char[] text, int start, int end) {
    long total = 0;
    long section = 0;
    int digit = NONE;
    int lastUnit = Integer.MAX_VALUE;
    boolean zero = false;
    for (int i = start; i < end; i++) {
      char c = text[i];
      int value = digit(c);
      if (value == 0) {
        if (digit != NONE) {
          return NONE;
        }
        zero = true;
      } else if (value != NONE) {
        if (digit != NONE) {
          return NONE;
        }
        digit = value;
      } else if (smallUnit(c) != NONE) {
        int unit = smallUnit(c);
        boolean bareTen = digit == NONE && unit == 10 && section == 0;
        if (unit >= lastUnit || (digit == NONE && !bareTen)) {
          return NONE;
        }
        section += (long) (digit == NONE ? 1 : digit) * unit;
        lastUnit = unit;
        digit = NONE;
        zero = false;
      } else {
        long unit = bigUnit(c);
        section += digit == NONE ? 0 : digit;
        long base = unit == YI ? total + section : section;
        if (base == 0 || base > YI * WAN) {
          return NONE;
        }
        total = unit == YI ? base * unit : total + base * unit;
        section = 0;
        digit = NONE;
        lastUnit = Integer.MAX_VALUE;
        zero = false;
      }
    }
    if (digit != NONE && lastUnit < Integer.MAX_VALUE && lastUnit > 10 && !zero) {
      // 一百二 means 120 in speech; papers write the unit.
      return NONE;
    }
    return total + section + (digit == NONE ? 0 : digit);
  }
}
