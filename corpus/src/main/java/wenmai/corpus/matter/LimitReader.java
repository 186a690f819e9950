package wenmai.corpus.matter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.ChineseNumeral;

/**
 * Reads the days up to which words allow something (时限换算): 两个月内, 2024年11月5日前, 年底前, 十五个工作日内. Pure.
 */
final class LimitReader {
  private static final String YEAR = "(?:([12][0-9]{3}|本|当|今|同|明|次|下|去|上)年)?";
  private static final String NUMBER = "([0-9]{1,3}|[一二三四五六七八九十两]{1,3}|半)";

  private static final Pattern DAY =
      Pattern.compile(
          YEAR + "([0-9]{1,2})月([0-9]{1,2})日(?:[(][^()]{0,12}[)])?(?:之前|以前|前|止|截止|之内|内)?");
  private static final Pattern MONTH =
      Pattern.compile(YEAR + "([0-9]{1,2})月(底|末|下旬|中旬|上旬|份)?(?:之前|以前|前|内|的)?(?![0-9]{1,2}日)");

  private static final Pattern PART_OF_YEAR =
      Pattern.compile(
          // 一年内 and 半年内 are spans
          "(?<![0-9一二三四五六七八九十两半])(?:([12][0-9]{3}|本|当|今|明|次|下|去|上|前)?年)(底|末|终|内|上半年|下半年|第?[一二三四1234]季度)(?:之前|以前|前|内)?");

  private final WorkCalendar calendar;
  private final TermWords told;
  private final NamedPatterns limits;
  private final Pattern spanning;

  LimitReader(WorkCalendar calendar, TermWords told) {
    this.calendar = calendar;
    this.told = told;
    this.limits = told.limits();
    // 完工后十日内 counts from a day that is not known
    this.spanning =
        Pattern.compile(
            "(?<!(?:"
                + told.unknownStart()
                + ")(?:之日)?[后起])(?<![上下](?=半年))"
                + NUMBER
                + "个?(半)?(月|日|天|个工作日|工作日|周|年)(?:之内|以内|内)");
  }

  /**
   * The last days that words allow, put in the way that is found first: as days, months, spans of
   * time, parts of years, years.
   *
   * @param counted the day from which 两个月内 is counted
   * @param spans whether spans of time count
   */
  List<LocalDate> dues(String words, Optional<LocalDate> counted, boolean spans) {
    List<LocalDate> every = everyYear(words);
    if (!every.isEmpty()) {
      return every;
    }
    List<LocalDate> days = days(words, counted);
    if (!days.isEmpty()) {
      return days;
    }
    List<LocalDate> months = months(words, counted);
    if (!months.isEmpty()) {
      return months;
    }
    Optional<LocalDate> span = spans ? span(words, counted) : Optional.empty();
    if (span.isPresent()) {
      return List.of(span.get());
    }
    List<LocalDate> parts = partsOfYear(words, counted);
    return parts.isEmpty() ? namedYears(words, counted) : parts;
  }

  /** 三个月内书面答复，即2023年5月16日前: the day that is named for the span. */
  Optional<LocalDate> named(String words, Optional<LocalDate> counted) {
    Matcher namely = limits.any("namely").matcher(words);
    return namely.find()
        ? days(words.substring(namely.end()), counted).stream().findFirst()
        : Optional.empty();
  }

  /** Whether every day of it is a term: 完成时限：第一项2026年9月25日，其余2026年12月15日. */
  boolean isList(String words) {
    return limits.any("listed-days").matcher(words).find();
  }

  List<LocalDate> everyYear(String words) {
    Matcher matcher = limits.any("every-year").matcher(words);
    List<LocalDate> dues = new ArrayList<>();
    if (matcher.find()) {
      int first = Integer.parseInt(matcher.group(1));
      int times = ChineseNumeral.parse(matcher.group(4)).orElse(1);
      int month =
          matcher.group(2) != null
              ? 3 * quarter(matcher.group(2))
              : matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : 12;
      for (int i = 0; i < Math.min(times, 10); i++) {
        endOfMonth(first + i, month).ifPresent(dues::add);
      }
    }
    return dues;
  }

  List<LocalDate> days(String words, Optional<LocalDate> counted) {
    List<LocalDate> dues = new ArrayList<>();
    Matcher matcher = DAY.matcher(words);
    while (matcher.find()) {
      boolean limit =
          matcher.group().matches(".*(前|止|内)$")
              || (limits
                      .any("behind-day")
                      .matcher(words)
                      .region(matcher.end(), words.length())
                      .lookingAt()
                  && !limits.any("told-of-day").matcher(words.substring(0, matcher.start())).find())
              || limits.any("before-day").matcher(words.substring(0, matcher.start())).find()
              || limits.any("listed-days").matcher(words.substring(0, matcher.end())).find();
      if (limit) {
        Optional<LocalDate> from = told(words.substring(0, matcher.start()), counted);
        OptionalInt year = year(matcher.group(1), from);
        if (year.isPresent()) {
          day(
                  year.getAsInt(),
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3)))
              .map(due -> matcher.group(1) == null ? notBefore(due, from) : due)
              .ifPresent(dues::add);
        }
      }
    }
    Matcher near = limits.any("of-this-month").matcher(words);
    while (counted.isPresent() && near.find()) {
      day(counted.get().getYear(), counted.get().getMonthValue(), Integer.parseInt(near.group(1)))
          .ifPresent(dues::add);
    }
    return dues;
  }

  /**
   * The day from which a term counts that a paper tells of: 今年7月8日提出审议意见，要求11月30日前报送 was the
   * November after that July, though the paper is later.
   */
  Optional<LocalDate> told(String before, Optional<LocalDate> counted) {
    Matcher matcher = limits.any("told-as-past").matcher(before);
    return matcher.find() && counted.isPresent()
        ? day(
                counted.get().getYear(),
                Integer.parseInt(either(matcher, 1, 3)),
                Integer.parseInt(either(matcher, 2, 4)))
            .filter(day -> day.isBefore(counted.get()))
            .or(() -> counted)
        : counted;
  }

  private static String either(Matcher matcher, int one, int other) {
    String first = matcher.group(one);
    return first == null ? Objects.requireNonNull(matcher.group(other)) : first;
  }

  List<LocalDate> months(String words, Optional<LocalDate> counted) {
    List<LocalDate> dues = new ArrayList<>();
    Matcher matcher = MONTH.matcher(words);
    while (matcher.find()) {
      boolean until = matcher.group().matches(".*(前|内)$");
      boolean limit =
          matcher.group(3) != null
              || until
              || limits
                  .any("reported-in")
                  .matcher(words)
                  .region(matcher.start(), words.length())
                  .useTransparentBounds(true)
                  .lookingAt();
      OptionalInt year = year(matcher.group(1), counted);
      if (limit && year.isPresent()) {
        boolean ahead = until || told.isAhead(words.substring(0, matcher.start()));
        lastDay(year.getAsInt(), Integer.parseInt(matcher.group(2)), matcher.group(3))
            .map(due -> matcher.group(1) == null && ahead ? notBefore(due, counted) : due)
            .ifPresent(dues::add);
      }
    }
    return dues;
  }

  static List<LocalDate> partsOfYear(String words, Optional<LocalDate> counted) {
    List<LocalDate> dues = new ArrayList<>();
    Matcher matcher = PART_OF_YEAR.matcher(words);
    while (matcher.find()) {
      OptionalInt year = year(matcher.group(1), counted);
      if (year.isPresent()) {
        endOfMonth(year.getAsInt(), lastMonth(matcher.group(2))).ifPresent(dues::add);
      }
    }
    return dues;
  }

  private static int lastMonth(String part) {
    if (part.contains("季度")) {
      return 3 * quarter(part.replace("第", "").substring(0, 1));
    }
    return part.equals("上半年") ? 6 : 12;
  }

  private static int quarter(String written) {
    return ChineseNumeral.parse(written).orElse(4);
  }

  private Optional<LocalDate> span(String words, Optional<LocalDate> counted) {
    Matcher matcher = spanning.matcher(words);
    if (counted.isEmpty() || !matcher.find()) {
      return Optional.empty();
    }
    LocalDate from = counted.get();
    boolean half = matcher.group(1).equals("半");
    int number = half ? 0 : ChineseNumeral.parse(matcher.group(1)).orElse(0);
    boolean more = matcher.group(2) != null;
    return Optional.of(
        switch (matcher.group(3)) {
          case "月" -> from.plusMonths(number).plusDays(half || more ? 15 : 0);
          case "年" -> from.plusYears(number).plusMonths(half || more ? 6 : 0);
          case "周" -> from.plusWeeks(number);
          case "工作日", "个工作日" -> calendar.after(from, number);
          default -> from.plusDays(number);
        });
  }

  /** 应当在2023年、2025年分别报告: the end of each year or quarter named, after the paper's own day. */
  private List<LocalDate> namedYears(String words, Optional<LocalDate> counted) {
    List<LocalDate> dues = new ArrayList<>();
    Matcher matcher = limits.any("named-years").matcher(words);
    while (matcher.find()) {
      int month = matcher.group(2) == null ? 12 : 3 * quarter(matcher.group(2));
      endOfMonth(Integer.parseInt(matcher.group(1)), month)
          .filter(due -> counted.isEmpty() || due.isAfter(counted.get()))
          .ifPresent(dues::add);
    }
    return dues;
  }

  private static OptionalInt year(
      @org.jspecify.annotations.Nullable String written, Optional<LocalDate> counted) {
    if (written != null && Character.isDigit(written.charAt(0))) {
      return OptionalInt.of(Integer.parseInt(written));
    }
    if (counted.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean next = written != null && "明次下".contains(written);
    boolean last = written != null && "去上".contains(written);
    return OptionalInt.of(counted.get().getYear() + (next ? 1 : last ? -1 : 0));
  }

  /** A day without a year lies after the paper that names it. */
  private static LocalDate notBefore(LocalDate due, Optional<LocalDate> counted) {
    return counted.isPresent() && due.isBefore(counted.get()) ? due.plusYears(1) : due;
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The last day of a month, or of that part of it: 上旬 ends on the tenth, 中旬 on the twentieth. */
  private static Optional<LocalDate> lastDay(
      int year, int month, @org.jspecify.annotations.Nullable String part) {
    return "上旬".equals(part)
        ? day(year, month, 10)
        : "中旬".equals(part) ? day(year, month, 20) : endOfMonth(year, month);
  }

  private static Optional<LocalDate> endOfMonth(int year, int month) {
    return month < 1 || month > 12
        ? Optional.empty()
        : Optional.of(YearMonth.of(year, month).atEndOfMonth());
  }
}
