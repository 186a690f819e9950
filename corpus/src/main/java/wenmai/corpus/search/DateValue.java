package wenmai.corpus.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.engine.EngineQuery;

/**
 * Reads the value of {@code 日期:} (日期范围): 2022..2024, 2022-03..2022-05, 2022年3月, ..2020, 2021-06-01.
 */
final class DateValue {
  private static final Pattern DAY =
      Pattern.compile(
          "([0-9〇零一二三四五六七八九]{4})(?:[-/.年]([0-9一二三四五六七八九十]{1,3}+)(?:[-/.月]([0-9一二三四五六七八九十]{1,3}+)日?+)?+)?+[年月]?+");

  private static final Pattern BETWEEN = Pattern.compile("\\.\\.++|…++|~++|—++|--++|至|到");

  private DateValue() {}

  static EngineQuery.Dated read(String text, int position) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s++", "");
    String[] ends = BETWEEN.split(folded, -1);
    if (ends.length > 2 || folded.isEmpty()) {
      throw QueryFault.BAD_DATE.at(position);
    }
    Optional<LocalDate> from = first(ends[0], position);
    Optional<LocalDate> to = last(ends[ends.length - 1], position);
    if (from.isEmpty() && to.isEmpty()) {
      throw QueryFault.BAD_DATE.at(position);
    }
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw QueryFault.DATES_REVERSED.at(position);
    }
    return new EngineQuery.Dated(from, to);
  }

  private static Optional<LocalDate> first(String text, int position) {
    return text.isEmpty() ? Optional.empty() : Optional.of(stretch(text, position).first());
  }

  private static Optional<LocalDate> last(String text, int position) {
    return text.isEmpty() ? Optional.empty() : Optional.of(stretch(text, position).last());
  }

  /** The days that a year, a month or a day stands for. */
  private static Stretch stretch(String text, int position) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      throw QueryFault.BAD_DATE.at(position);
    }
    try {
      int year = number(matcher.group(1));
      if (matcher.group(2) == null) {
        return new Stretch(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      }
      YearMonth month = YearMonth.of(year, number(matcher.group(2)));
      if (matcher.group(3) == null) {
        return new Stretch(month.atDay(1), month.atEndOfMonth());
      }
      LocalDate day = month.atDay(number(matcher.group(3)));
      return new Stretch(day, day);
    } catch (DateTimeException e) {
      throw QueryFault.BAD_DATE.at(position);
    }
  }

  private static int number(String numeral) {
    return ChineseNumber.parse(numeral).orElse(-1);
  }

  private record Stretch(LocalDate first, LocalDate last) {}
}
