package wenmai.analyzers.number;

/**
 * Reads one number at a place of a folded text (读数): digits with separators, a run of Chinese
 * numerals, or digits with 万 and 亿 behind them. Reused from place to place; not thread-safe.
 *
 * <p>A single Chinese numeral is not read here: 一 is as often a word as a number, and it takes the
 * same one place in the text either way.
 */
public final class Numeral {
  /** Longer runs are no numbers anybody searches for, and are cut. */
  private static final int LONGEST = 64;

  private static final String DIGITS = "0123456789";
  private static final int SHORTEST_DIGITS_ONLY = 4;

  private final StringBuilder value = new StringBuilder();
  private int end;

  /** Whether a number of two characters or more, or of one digit 0–9, starts at {@code at}. */
  public boolean read(char[] text, int at, int limit) {
    value.setLength(0);
    char c = text[at];
    if (isDigit(c)) {
      readDigits(text, at, limit);
      return true;
    }
    return ChineseNumeral.isNumeral(c)
        && (readFraction(text, at, limit) || readChinese(text, at, limit));
  }

  /** Where the number read last ends. */
  public int end() {
    return end;
  }

  /** The number read last, in digits, without separators and leading zeros. */
  public CharSequence value() {
    return value;
  }

  /** The number that a single Chinese numeral stands for, 1 to 10; empty if it is none. */
  public static String single(char c) {
    if (c == '十') {
      return "10";
    }
    int digit = ChineseNumeral.isCapital(c) ? -1 : ChineseNumeral.digit(c);
    return digit > 0 ? DIGITS.substring(digit, digit + 1) : "";
  }

  private void readDigits(char[] text, int at, int limit) {
    int i = at;
    int stop = Math.min(limit, at + LONGEST);
    while (i < stop && isDigit(text[i])) {
      value.append(text[i++]);
    }
    i = grouped(text, i, stop, at);
    boolean afterPoint = at >= 2 && text[at - 1] == '.' && isDigit(text[at - 2]);
    if (!afterPoint && i + 1 < stop && text[i] == '.' && isDigit(text[i + 1])) {
      int fraction = i + 1;
      while (fraction < stop && isDigit(text[fraction])) {
        fraction++;
      }
      boolean another =
          fraction + 1 < limit && text[fraction] == '.' && isDigit(text[fraction + 1]);
      if (!another) {
        value.append(text, i, fraction - i);
        i = fraction;
      }
    }
    end = i;
    stripLeadingZeros();
    multiply(text, limit);
    if (end < limit && (text[end] == '%' || text[end] == '‰')) {
      value.append(text[end++]);
    }
  }

  /** Thousands separated by commas: the commas go, if they part threes all through. */
  private int grouped(char[] text, int first, int stop, int at) {
    int i = first;
    if (first - at > 3) {
      return first;
    }
    while (i + 3 < stop + 1
        && i + 4 <= stop
        && text[i] == ','
        && isDigit(text[i + 1])
        && isDigit(text[i + 2])
        && isDigit(text[i + 3])
        && (i + 4 == stop || !isDigit(text[i + 4]))) {
      value.append(text, i + 1, 3);
      i += 4;
    }
    return i;
  }

  private void stripLeadingZeros() {
    int zeros = 0;
    while (zeros + 1 < value.length()
        && value.charAt(zeros) == '0'
        && value.charAt(zeros + 1) != '.') {
      zeros++;
    }
    value.delete(0, zeros);
  }

  /** 1.1亿 is 110000000, as 一亿一千万 is. */
  private void multiply(char[] text, int limit) {
    int zeros = 0;
    int i = end;
    while (i < limit && i - end < 2) {
      char c = text[i];
      boolean beforeBig =
          i + 1 < limit && ChineseNumeral.bigUnit(text[i + 1]) != ChineseNumeral.NONE;
      if (ChineseNumeral.bigUnit(c) != ChineseNumeral.NONE) {
        zeros += c == '万' ? 4 : 8;
      } else if ((c == '百' || c == '千') && beforeBig) {
        zeros += c == '百' ? 2 : 3;
      } else {
        break;
      }
      i++;
    }
    if (zeros > 0) {
      shift(zeros);
      end = i;
    }
  }

  private void shift(int zeros) {
    int point = value.indexOf(".");
    int fraction = point < 0 ? 0 : value.length() - point - 1;
    if (point >= 0) {
      value.deleteCharAt(point);
    }
    for (int i = fraction; i < zeros; i++) {
      value.append('0');
    }
    if (fraction > zeros) {
      value.insert(value.length() - (fraction - zeros), '.');
    }
    stripLeadingZeros();
  }

  /** 百分之二十 is 20%, 三分之二 is 2/3. */
  private boolean readFraction(char[] text, int at, int limit) {
    int parts = 0;
    while (at + parts < limit && parts < LONGEST && ChineseNumeral.isNumeral(text[at + parts])) {
      parts++;
    }
    int share = at + parts + 2;
    if (share >= limit || text[share - 2] != '分' || text[share - 1] != '之') {
      return false;
    }
    if (!readShare(text, share, limit)) {
      value.setLength(0);
      return false;
    }
    if (parts == 1 && text[at] == '百') {
      value.append('%');
    } else if (parts == 1 && text[at] == '千') {
      value.append('‰');
    } else if (!appendWhole(text, at, at + parts)) {
      value.setLength(0);
      return false;
    }
    return true;
  }

  private boolean readShare(char[] text, int at, int limit) {
    if (isDigit(text[at])) {
      readDigits(text, at, limit);
      return true;
    }
    if (readChinese(text, at, limit)) {
      return true;
    }
    value.append(text[at] == '百' ? "100" : single(text[at]));
    end = at + 1;
    return value.length() > 0;
  }

  /** Appends what a fraction is counted in: /3. */
  private boolean appendWhole(char[] text, int from, int to) {
    long whole =
        to - from == 1 && ChineseNumeral.digit(text[from]) != ChineseNumeral.NONE
            ? ChineseNumeral.digit(text[from])
            : ChineseNumeral.withUnits(text, from, to);
    if (whole <= 0) {
      return false;
    }
    value.append('/').append(whole);
    return true;
  }

  private boolean readChinese(char[] text, int at, int limit) {
    int stop = Math.min(limit, at + LONGEST);
    int i = at;
    boolean units = false;
    boolean zero = false;
    while (i < stop && ChineseNumeral.isNumeral(text[i])) {
      units |= ChineseNumeral.digit(text[i]) == ChineseNumeral.NONE;
      zero |= ChineseNumeral.digit(text[i]) == 0;
      i++;
    }
    int length = i - at;
    if (length < 2) {
      return false;
    }
    end = i;
    if (units) {
      long number = ChineseNumeral.withUnits(text, at, i);
      if (number <= 0) {
        return false;
      }
      value.append(number);
      return true;
    }
    if ((length >= SHORTEST_DIGITS_ONLY && !contains(text, at, i, '两'))
        || (zero && ChineseNumeral.digit(text[at]) != 0)) {
      for (int k = at; k < i; k++) {
        value.append((char) ('0' + ChineseNumeral.digit(text[k])));
      }
      stripLeadingZeros();
      return true;
    }
    return false;
  }

  private static boolean contains(char[] text, int from, int to, char wanted) {
    for (int i = from; i < to; i++) {
      if (text[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
