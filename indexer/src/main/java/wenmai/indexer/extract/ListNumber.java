package wenmai.indexer.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How Word writes the numbers of its automatic lists in Chinese texts (自动编号的数字形式). Others, as 1 and
 * IV, are the parser's business.
 */
enum ListNumber {
  /** 一、十一、一百零一. */
  COUNTING(
      "一二三四五六七八九",
      "chineseCounting 37 chineseCountingThousand 39 taiwaneseCounting 33"
          + " taiwaneseCountingThousand 35 japaneseCounting 11 chinese 40"),
  /** 一、一一、一〇一. */
  DIGITAL("〇一二三四五六七八九", "ideographDigital 10 taiwaneseDigital 36 japaneseDigitalTenThousand 17"),
  /** 壹、壹拾壹. */
  LEGAL_SIMPLIFIED("壹贰叁肆伍陆柒捌玖", "chineseLegalSimplified 38"),
  LEGAL_TRADITIONAL("壹貳參肆伍陸柒捌玖", "ideographLegalTraditional 34 japaneseLegal 16"),
  /** 甲乙丙. */
  STEMS("甲乙丙丁戊己庚辛壬癸", "ideographTraditional 30"),
  BRANCHES("子丑寅卯辰巳午未申酉戌亥", "ideographZodiac 31"),
  CIRCLED(
      "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟",
      "decimalEnclosedCircle 18 decimalEnclosedCircleChinese 28"),
  WITH_FULL_STOP("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "decimalEnclosedFullstop 26"),
  IN_BRACKETS("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "decimalEnclosedParen 27"),
  CHINESE_IN_BRACKETS("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "ideographEnclosedCircle 29"),
  FULL_WIDTH("０１２３４５６７８９", "decimalFullWidth 14 decimalFullWidth2 19");

  private static final int MOST_IN_WORDS = 9_999;
  private static final Map<String, ListNumber> BY_NAME = new HashMap<>();

  static {
    for (ListNumber form : values()) {
      for (String name : form.names.split(" ")) {
        BY_NAME.put(name, form);
      }
    }
  }

  private final String signs;
  private final String names;

  /**
   * @param names as Office Open XML calls it, each with the code that stands for it in a DOC
   */
  ListNumber(String signs, String names) {
    this.signs = signs;
    this.names = names;
  }

  /**
   * @param format its name in Office Open XML, or its code in a DOC
   */
  static Optional<ListNumber> of(String format) {
    return Optional.ofNullable(BY_NAME.get(format));
  }

  /** The number as it is written in this form; in figures where the form has no way to write it. */
  String write(int number) {
    if (number < 0 || number > MOST_IN_WORDS) {
      return String.valueOf(number);
    }
    return switch (this) {
      case COUNTING -> counted(number, "十百千").replaceFirst("^一十", "十");
      case LEGAL_SIMPLIFIED, LEGAL_TRADITIONAL -> counted(number, "拾佰仟");
      case DIGITAL, FULL_WIDTH -> figures(number);
      case STEMS, BRANCHES, CIRCLED, WITH_FULL_STOP, IN_BRACKETS, CHINESE_IN_BRACKETS ->
          number >= 1 && number <= signs.length()
              ? signs.substring(number - 1, number)
              : String.valueOf(number);
    };
  }

  private String figures(int number) {
    StringBuilder text = new StringBuilder();
    String.valueOf(number).chars().forEach(digit -> text.append(signs.charAt(digit - '0')));
    return text.toString();
  }

  private String counted(int number, String units) {
    if (number == 0) {
      return "零";
    }
    String digits = String.valueOf(number);
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int power = digits.length() - 1 - i;
      if (digit == 0) {
        gap = true;
      } else {
        text.append(gap ? "零" : "").append(signs.charAt(digit - 1));
        text.append(power == 0 ? "" : units.substring(power - 1, power));
        gap = false;
      }
    }
    return text.toString();
  }
}
