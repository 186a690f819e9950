package wenmai.corpus.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.Span;

/** Reads days (日期) as papers and web pages write them: 2023年6月30日, 二〇二三年六月三十日, 2022-12-09. */
final class DayReader {
  private static final String CHINESE = "[〇零一二三四五六七八九十廿卅]";

  /** 2023年6月30日 · 二〇二三年六月三十日 · 2023-06-30 · 2023/6/30 · 2023.6.30, blanks allowed between. */
  static final Pattern DAY =
      Pattern.compile(
          "(?<![0-9])(?<y>[12][0-9]{3}|[一二][〇零一二三四五六七八九OoＯ0]{3}) {0,3}"
              + "(?:年 {0,3}(?<m>元|[0-9]{1,2}|"
              + CHINESE
              + "{1,3}) {0,3}月 {0,3}(?<d>[0-9]{1,2}|"
              + CHINESE
              + "{1,3}) {0,3}[日号]"
              + "|(?<s>[-/.])(?<m2>[0-9]{1,2})\\k<s>(?<d2>[0-9]{1,2})(?![0-9]))");

  /** The same without names for its parts, for patterns that hold a day. */
  static final String ANY =
      DAY.pattern().replaceAll("\\?<[a-z0-9]+>", "").replace("\\k<s>", "[-/.]");

  /** 2025年6月10日 16:31, as messages have it. */
  private static final Pattern TIME = Pattern.compile("(?<=日) ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$");

  /** 二O二三年, typed for want of a 〇. */
  private static final Pattern LATIN_O = Pattern.compile("[OoＯ]");

  /** 二〇二三年十二月二十三日 with blanks between. */
  private static final int LONGEST_DAY = 32;

  private DayReader() {}

  /** A day and where it stands in the string that was read. */
  record Day(LocalDate date, Span span) {}

  static Optional<Day> first(String folded) {
    return first(folded, 0, folded.length());
  }

  static Optional<Day> first(String folded, int from, int to) {
    Matcher matcher = DAY.matcher(folded).region(from, to);
    while (matcher.find()) {
      Optional<Day> day = day(matcher);
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  static List<Day> all(String folded) {
    List<Day> days = new ArrayList<>();
    Matcher matcher = DAY.matcher(folded);
    while (matcher.find()) {
      day(matcher).ifPresent(days::add);
    }
    return days;
  }

  /** What stands before a day on its line, without an opening bracket and a comma between. */
  static String before(String compact, Day day) {
    String words = compact.substring(0, day.span().start());
    String open = words.startsWith("(") ? words.substring(1) : words;
    return open.endsWith(",") ? open.substring(0, open.length() - 1) : open;
  }

  /** The words before the day that ends this string, brackets around both apart. */
  static Optional<String> behindWords(String compact) {
    boolean bracket = compact.startsWith("(") && compact.endsWith(")");
    String inner = bracket ? compact.substring(1, compact.length() - 1) : compact;
    return first(inner)
        .filter(day -> day.span().end() == inner.length() && day.span().start() > 0)
        .map(day -> inner.substring(0, day.span().start()));
  }

  /** The day, if the string is one and nothing else, brackets or dashes around it apart. */
  static Optional<LocalDate> only(String folded) {
    int start = 0;
    int end = folded.length();
    while (start < end && "( —-".indexOf(folded.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && ") ".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end - start > LONGEST_DAY) {
      return Optional.empty();
    }
    Matcher matcher = DAY.matcher(TIME.matcher(folded.substring(start, end)).replaceFirst(""));
    return matcher.matches() ? day(matcher).map(Day::date) : Optional.empty();
  }

  private static Optional<Day> day(Matcher matcher) {
    String month = matcher.group("m");
    String day = matcher.group("d");
    OptionalInt m =
        ChineseNumeral.parse(month == null ? matcher.group("m2") : month.replace('元', '一'));
    OptionalInt d = ChineseNumeral.parse(day == null ? matcher.group("d2") : day);
    OptionalInt y = ChineseNumeral.parse(LATIN_O.matcher(matcher.group("y")).replaceAll("〇"));
    if (y.isEmpty() || m.isEmpty() || d.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Day(
              LocalDate.of(y.getAsInt(), m.getAsInt(), d.getAsInt()),
              Span.of(matcher.start(), matcher.end())));
    } catch (DateTimeException e) {
      return Optional.empty(); // 2023年13月45日 is no day
    }
  }
}
