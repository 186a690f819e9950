package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.Span;

/**
 * Reads on what day a newspaper printed what was reprinted (原载报刊日期): （原载《某某日报》2025年3月4日第3版）,
 * 2022-06-18 第02版：要闻.
 */
final class Reprint {
  /** It stands among the last words. */
  private static final int ENDING = 100;

  private Reprint() {}

  static Optional<Fact<LocalDate>> day(Phrases phrases, Sheet sheet) {
    String compact = sheet.compact();
    Matcher matcher =
        phrases
            .any("reprint-notes")
            .matcher(compact)
            .region(Math.max(0, compact.length() - ENDING), compact.length());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String group = matcher.group("day") == null ? "page" : "day";
    Span span = sheet.spanOfCompact(matcher.start(group), matcher.end(group));
    return DayReader.first(matcher.group(group))
        .map(day -> Fact.read(day.date(), sheet.evidence(span), 0.75));
  }
}
