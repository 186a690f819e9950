package wenmai.corpus.structure;

import java.util.Optional;
import java.util.OptionalInt;
import wenmai.corpus.text.ChineseNumeral;

/**
 * The number a line begins with (层次序号): 第三章, 第十二条之一, 一、, （一）, 1., ①, 第一，.
 *
 * @param start where it begins, in UTF-16 units of the text
 * @param end where it ends
 * @param number from 1
 * @param inserted 之一 is 1; 0 where there is none
 */
record Marker(Style style, int start, int end, int number, int inserted) {

  /** How the number is written; {@link #PLAIN} is a heading without one. */
  enum Style {
    PART(1),
    SUBPART(2),
    CHAPTER(3),
    SECTION(4),
    ARTICLE(10),
    POINT(20),
    BRACKETED(20),
    FIGURE(20),
    BRACKETED_FIGURE(20),
    CIRCLED(20),
    ORDINAL(20),
    FIRSTLY(20),
    PLAIN(20);

    private final int rank;

    Style(int rank) {
      this.rank = rank;
    }

    /** Units of a lower rank hold those of a higher one; points order themselves as they come. */
    int rank() {
      return rank;
    }

    boolean isDivision() {
      return rank < ARTICLE.rank;
    }
  }

  private static final int LONGEST_NUMERAL = 9;

  /** Words after 第N条 that make it a citation or the object of an amendment, not a beginning. */
  private static final String NOT_AFTER_ARTICLE = "第规規、和至到的所中修改增删刪移与與及,，:：;；。)）》〉”";

  /** Marks of Markdown and invisible characters that may stand before a number. */
  static int skipMarks(String text, int start, int end) {
    int at = start;
    while (at < end && (isBlank(text.charAt(at)) || "#*>".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  /** Reads the number at the head of the line {@code [start, end)}. */
  static Optional<Marker> read(String text, int start, int end) {
    if (start >= end) {
      return Optional.empty();
    }
    char first = text.charAt(start);
    if (first == '第') {
      return ordinal(text, start, end);
    }
    if (first == '(' || first == '（') {
      int after = numeralEnd(text, start + 1, end);
      boolean closed = after < end && (text.charAt(after) == ')' || text.charAt(after) == '）');
      return closed
          ? marker(bracketed(text.charAt(start + 1)), text, start, after + 1, start + 1, after)
          : Optional.empty();
    }
    if (first >= '①' && first <= '⑳') {
      return Optional.of(new Marker(Style.CIRCLED, start, start + 1, first - '①' + 1, 0));
    }
    return ChineseNumeral.isPart(first) ? plainNumeral(text, start, end) : Optional.empty();
  }

  private static Style bracketed(char digit) {
    return isFigure(digit) ? Style.BRACKETED_FIGURE : Style.BRACKETED;
  }

  private static Optional<Marker> plainNumeral(String text, int start, int end) {
    int after = numeralEnd(text, start, end);
    if (after >= end) {
      return Optional.empty();
    }
    char sign = text.charAt(after);
    boolean figures = isFigure(text.charAt(start));
    if (!figures) {
      return switch (sign) {
        case '、', '．', '.' -> marker(Style.POINT, text, start, after + 1, start, after);
        case '是' -> marker(Style.FIRSTLY, text, start, after + 1, start, after);
        default -> Optional.empty();
      };
    }
    if (after - start > 3) {
      return Optional.empty();
    }
    if (sign == ')' || sign == '）') {
      return marker(Style.BRACKETED_FIGURE, text, start, after + 1, start, after);
    }
    boolean point = sign == '.' || sign == '．' || sign == '、';
    boolean decimal = after + 1 < end && isFigure(text.charAt(after + 1));
    return point && !decimal
        ? marker(Style.FIGURE, text, start, after + 1, start, after)
        : Optional.empty();
  }

  private static Optional<Marker> ordinal(String text, int start, int end) {
    int after = numeralEnd(text, start + 1, end);
    if (after >= end) {
      return Optional.empty();
    }
    char unit = text.charAt(after);
    return switch (unit) {
      case '条', '條' -> article(text, start, end, after);
      case '编', '編', '部' -> division(Style.PART, text, start, end, after);
      case '章' -> division(Style.CHAPTER, text, start, end, after);
      case '节', '節' -> division(Style.SECTION, text, start, end, after);
      case '分' -> division(Style.SUBPART, text, start, end, after);
      case ',', '，' -> marker(Style.ORDINAL, text, start, after + 1, start + 1, after);
      default -> Optional.empty();
    };
  }

  private static Optional<Marker> division(Style style, String text, int start, int end, int unit) {
    boolean two = text.charAt(unit) == '部' || text.charAt(unit) == '分';
    int after = unit + (two ? 2 : 1);
    boolean complete = after <= end && (!two || "分编編".indexOf(text.charAt(after - 1)) >= 0);
    return complete && isHeading(text, after, end)
        ? marker(style, text, start, after, start + 1, unit)
        : Optional.empty();
  }

  /** A chapter's line is its title alone: short and no sentence. */
  private static boolean isHeading(String text, int start, int end) {
    if (end - start > 60 || (start < end && "的规規、和至到".indexOf(text.charAt(start)) >= 0)) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if ("。；;：:".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Marker> article(String text, int start, int end, int unit) {
    int after = unit + 1;
    int inserted = 0;
    if (after + 1 < end && text.charAt(after) == '之') {
      int numeral = numeralEnd(text, after + 1, end);
      OptionalInt number = ChineseNumeral.parse(text.substring(after + 1, numeral));
      if (number.isPresent()) {
        inserted = number.getAsInt();
        after = numeral;
      }
    }
    if (after < end && NOT_AFTER_ARTICLE.indexOf(text.charAt(after)) >= 0) {
      return Optional.empty();
    }
    OptionalInt number = ChineseNumeral.parse(text.substring(start + 1, unit));
    return number.isPresent() && number.getAsInt() > 0
        ? Optional.of(new Marker(Style.ARTICLE, start, after, number.getAsInt(), inserted))
        : Optional.empty();
  }

  private static Optional<Marker> marker(
      Style style, String text, int start, int end, int numeralStart, int numeralEnd) {
    OptionalInt number = ChineseNumeral.parse(text.substring(numeralStart, numeralEnd));
    return number.isPresent() && number.getAsInt() > 0
        ? Optional.of(new Marker(style, start, end, number.getAsInt(), 0))
        : Optional.empty();
  }

  private static int numeralEnd(String text, int start, int end) {
    int at = start;
    int limit = Math.min(end, start + LONGEST_NUMERAL);
    while (at < limit && ChineseNumeral.isPart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isFigure(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }
}
