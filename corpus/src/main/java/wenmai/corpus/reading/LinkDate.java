package wenmai.corpus.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.Span;

/**
 * Reads the day of an original from the address of a link in the text (原文链接): /202203/t20220302_…,
 * a stamp of milliseconds. A copy often keeps nothing else of when its original appeared.
 */
final class LinkDate {
  private static final Pattern LINK = Pattern.compile("https?://[!-~]{8,300}");
  private static final Pattern DAY =
      Pattern.compile(
          "(?<![0-9])(?<y>20[0-9]{2})[-/_]?(?<m>0[1-9]|1[0-2])[-/_]?(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9])");

  /** Milliseconds since 1970, from 2001 on; some systems add a counter of three digits. */
  private static final Pattern MILLIS =
      Pattern.compile("(?<![0-9])(?<t>1[0-9]{12})(?:[0-9]{3})?(?![0-9])");

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private LinkDate() {}

  static Optional<Fact<LocalDate>> read(Sheet sheet) {
    Matcher link = LINK.matcher(sheet.folded());
    while (link.find()) {
      Optional<LocalDate> day = day(link.group());
      if (day.isPresent()) {
        Span span = Span.of(link.start(), link.end());
        return day.map(date -> Fact.inferred(date, sheet.evidence(span), 0.6));
      }
    }
    return Optional.empty();
  }

  /** The day in an address. */
  static Optional<LocalDate> day(String link) {
    Matcher day = DAY.matcher(link);
    if (day.find()) {
      return DayReader.first(day.group("y") + "-" + day.group("m") + "-" + day.group("d"))
          .map(DayReader.Day::date);
    }
    Matcher millis = MILLIS.matcher(link);
    return millis.find()
        ? Optional.of(
            Instant.ofEpochMilli(Long.parseLong(millis.group("t"))).atZone(CHINA).toLocalDate())
        : Optional.empty();
  }
}
