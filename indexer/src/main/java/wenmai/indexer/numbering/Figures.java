package wenmai.indexer.numbering;

import java.util.Locale;

/** Numbers that are not counted in words but taken from a row of signs (数字符号). */
final class Figures {
  static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

  private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_SIGNS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };
  private static final int LARGEST_ROMAN = 3999;

  /** Word repeats a letter that often: AAA for the fifty-third. */
  private static final int MOST_LETTERS = 30;

  private Figures() {}

  /** Digit for digit, 一〇五. */
  static String digits(int number, String signs) {
    StringBuilder out = new StringBuilder();
    String.valueOf(number).chars().forEach(c -> out.append(signs.charAt(c - '0')));
    return out.toString();
  }

  static String fullWidth(int number) {
    return digits(number, "０１２３４５６７８９");
  }

  /** The sign of that place after the first; plain figures beyond the last. */
  static String run(int number, char first, int most) {
    return number <= most ? String.valueOf((char) (first + number - 1)) : String.valueOf(number);
  }

  static String of(int number, String signs) {
    return number <= signs.length()
        ? String.valueOf(signs.charAt(number - 1))
        : String.valueOf(number);
  }

  static String stemAndBranch(int number) {
    return number <= 60
        ? "" + STEMS.charAt((number - 1) % 10) + BRANCHES.charAt((number - 1) % 12)
        : String.valueOf(number);
  }

  static String letters(int number) {
    int times = (number - 1) / 26 + 1;
    return times <= MOST_LETTERS
        ? String.valueOf((char) ('A' + (number - 1) % 26)).repeat(times)
        : String.valueOf(number);
  }

  static String roman(int number) {
    if (number > LARGEST_ROMAN) {
      return String.valueOf(number);
    }
    StringBuilder out = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN.length; i++) {
      while (rest >= ROMAN[i]) {
        out.append(ROMAN_SIGNS[i]);
        rest -= ROMAN[i];
      }
    }
    return out.toString();
  }

  static String ordinal(int number) {
    boolean teen = number / 10 % 10 == 1;
    String ending =
        switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }

  static String lower(String signs) {
    return signs.toLowerCase(Locale.ROOT);
  }
}
