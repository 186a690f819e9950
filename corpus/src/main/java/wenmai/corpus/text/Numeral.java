package wenmai.corpus.text;

/**
 * A counting number in Chinese or Arabic numerals (第二十八, 第28, 二〇二三) at a place of a text.
 *
 * @param value 0 or more
 * @param end one past its last character
 */
public record Numeral(int value, int end) {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int LONGEST = 9;

  /** No number stands there. */
  public static final Numeral NONE = new Numeral(-1, -1);

  public boolean exists() {
    return value >= 0;
  }

  public static Numeral at(CompactText text, int start) {
    char first = text.at(start);
    return first >= '0' && first <= '9' ? arabic(text, start) : chinese(text, start);
  }

  private static Numeral arabic(CompactText text, int start) {
    int value = 0;
    int i = start;
    while (text.at(i) >= '0' && text.at(i) <= '9' && i - start < LONGEST) {
      value = value * 10 + (text.at(i) - '0');
      i++;
    }
    return new Numeral(value, i);
  }

  private static Numeral chinese(CompactText text, int start) {
    int total = 0;
    int digit = -1;
    boolean positional = false;
    int i = start;
    for (; i - start < LONGEST; i++) {
      char c = text.at(i);
      int unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
      int value = c == '两' || c == '二' ? 2 : DIGITS.indexOf(c);
      if (unit > 0) {
        total += Math.max(1, digit) * unit;
        digit = -1;
        positional = false;
      } else if (value >= 0 && c != '\0') {
        positional = digit > 0 || (positional && digit >= 0);
        digit = positional ? digit * 10 + value : value;
      } else {
        break;
      }
    }
    return i == start ? NONE : new Numeral(total + Math.max(0, digit), i);
  }
}
