package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.text.Span;

/**
 * Reads on what day a newspaper printed what was reprinted (原载报刊日期): （原载《某某日报》2025年3月4日第3版）,
 * 2022-06-18 第02版：要闻.
 */
final class Reprint {
  private static final Pattern NOTE =
      Pattern.compile(
          "[(](?:原载|载|刊载|原刊|刊|摘自|转自|首发|据)于?《[^《》]{2,16}》[^()0-9]{0,10}(?<day>"
              + NoteLines.DAY
              + ")[^()]{0,20}[)]"
              + "|(?<!》)(?<page>"
              + NoteLines.DAY
              + ")(?:星期[一二三四五六日天])?第[0-9A-Z]{1,3}版");

  /** It stands among the last words. */
  private static final int ENDING = 100;

  private Reprint() {}

  static Optional<Fact<LocalDate>> day(Sheet sheet) {
    String compact = sheet.compact();
    Matcher matcher =
        NOTE.matcher(compact).region(Math.max(0, compact.length() - ENDING), compact.length());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String group = matcher.group("day") == null ? "page" : "day";
    Span span = sheet.spanOfCompact(matcher.start(group), matcher.end(group));
    return DayReader.first(matcher.group(group))
        .map(day -> Fact.read(day.date(), sheet.evidence(span), 0.75));
  }
}
