package wenmai.indexer.numbering;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a number is written in a label (编号样式), by its names in both families of files: a word in
 * OOXML, a code (nfc) in the binary format. What neither a Chinese office nor Word's Chinese menus
 * offer is written in plain figures.
 */
public enum NumberStyle {
  DECIMAL("decimal", 0, Integer::toString),
  UPPER_ROMAN("upperRoman", 1, Figures::roman),
  LOWER_ROMAN("lowerRoman", 2, number -> Figures.lower(Figures.roman(number))),
  UPPER_LETTER("upperLetter", 3, Figures::letters),
  LOWER_LETTER("lowerLetter", 4, number -> Figures.lower(Figures.letters(number))),
  ORDINAL("ordinal", 5, Figures::ordinal),
  IDEOGRAPH_DIGITAL("ideographDigital", 10, number -> Figures.digits(number, "〇一二三四五六七八九")),
  JAPANESE_COUNTING("japaneseCounting", 11, ChineseCount.JAPANESE::write),
  DECIMAL_FULL_WIDTH("decimalFullWidth", 14, Figures::fullWidth),
  DECIMAL_HALF_WIDTH("decimalHalfWidth", 15, Integer::toString),
  JAPANESE_LEGAL("japaneseLegal", 16, ChineseCount.JAPANESE_LEGAL::write),
  JAPANESE_DIGITAL(
      "japaneseDigitalTenThousand", 17, number -> Figures.digits(number, "〇一二三四五六七八九")),
  ENCLOSED_CIRCLE("decimalEnclosedCircle", 18, number -> Figures.run(number, '①', 20)),
  DECIMAL_FULL_WIDTH_2("decimalFullWidth2", 19, Figures::fullWidth),
  DECIMAL_ZERO("decimalZero", 22, number -> number < 10 ? "0" + number : String.valueOf(number)),
  BULLET("bullet", 23, number -> ""),
  ENCLOSED_FULL_STOP("decimalEnclosedFullstop", 26, number -> Figures.run(number, '⒈', 20)),
  ENCLOSED_PARENTHESES("decimalEnclosedParen", 27, number -> Figures.run(number, '⑴', 20)),
  ENCLOSED_CIRCLE_CHINESE(
      "decimalEnclosedCircleChinese", 28, number -> Figures.run(number, '①', 20)),
  IDEOGRAPH_ENCLOSED("ideographEnclosedCircle", 29, number -> Figures.run(number, '㈠', 10)),
  HEAVENLY_STEMS("ideographTraditional", 30, number -> Figures.of(number, Figures.STEMS)),
  EARTHLY_BRANCHES("ideographZodiac", 31, number -> Figures.of(number, Figures.BRANCHES)),
  STEMS_AND_BRANCHES("ideographZodiacTraditional", 32, Figures::stemAndBranch),
  TAIWANESE_COUNTING("taiwaneseCounting", 33, ChineseCount::toNinetyNine),
  LEGAL_TRADITIONAL("ideographLegalTraditional", 34, ChineseCount.LEGAL_TRADITIONAL::write),
  TAIWANESE_COUNTING_THOUSAND("taiwaneseCountingThousand", 35, ChineseCount.PLAIN::write),
  TAIWANESE_DIGITAL("taiwaneseDigital", 36, number -> Figures.digits(number, "○一二三四五六七八九")),
  CHINESE_COUNTING("chineseCounting", 37, ChineseCount::toNinetyNine),
  LEGAL_SIMPLIFIED("chineseLegalSimplified", 38, ChineseCount.LEGAL_SIMPLIFIED::write),
  CHINESE_COUNTING_THOUSAND("chineseCountingThousand", 39, ChineseCount.PLAIN::write),
  NUMBER_IN_DASH("numberInDash", 57, number -> "- " + number + " -"),
  NONE("none", 255, number -> "");

  private static final Map<String, NumberStyle> BY_NAME =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(s -> s.word, Function.identity()));
  private static final Map<Integer, NumberStyle> BY_CODE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(s -> s.code, Function.identity()));

  private final String word;
  private final int code;
  private final IntFunction<String> writer;

  NumberStyle(String word, int code, IntFunction<String> writer) {
    this.word = word;
    this.code = code;
    this.writer = writer;
  }

  /** The one of that name in OOXML ({@code w:numFmt}); plain figures where there is none. */
  public static NumberStyle named(String word) {
    return BY_NAME.getOrDefault(word, DECIMAL);
  }

  /** The one of that code in the binary format (nfc); plain figures where there is none. */
  public static NumberStyle coded(int code) {
    return BY_CODE.getOrDefault(code & 0xFF, DECIMAL);
  }

  /** A number as this writes it; nought and less are written in plain figures. */
  public String write(int number) {
    return number > 0 || this == BULLET || this == NONE
        ? writer.apply(number)
        : String.valueOf(number);
  }
}
