package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.text.Span;

/** Reads what a bracket as a paper's last words says of the day and the meeting (文末附注). */
final class ClosingNote {
  private static final String DAY = "[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日";

  /** Behind a quotation stands where that is from. */
  private static final String BEGINS = "(?<![”\"])\\(";

  private static final String SESSION =
      "(?:(?:(?![于在的为对])[\\u4e00-\\u9fff]){1,8}[省市县区州旗镇乡]|[省市县区州旗镇乡])?"
          + "第?[0-9一二三四五六七八九十]{1,3}届[^()。,;《》“”]{2,30}会议";

  private static final List<Pattern> DAYS =
      List.of(
          // （2024年8月29日，县发展改革局局长受县人民政府委托作口头报告）
          Pattern.compile("\\((?<day>[12][^(),。]{6,12}日),[^()。]{4,60}(?:报告|汇报|讲话|发言|说明|整理)\\)$"),
          Pattern.compile("\\((?<day>" + DAY + "),[\\u4e00-\\u9fff]{2,10}\\)$"),
          // （某市第十四届人大常委会第二次会议，2022年4月27日）
          Pattern.compile(BEGINS + SESSION + "[,;]?(?<day>" + DAY + ")\\)$"),
          // （2024年3月6日某市人大常委会第四十一次主任会议通过）
          Pattern.compile(
              BEGINS + "(?<day>" + DAY + ")[^()。,;《》]{4,60}会议(?:审议|讨论|研究)?(?:通过|议定)\\)$"),
          // （市人大常委会主任某某2022年7月20日，根据录音整理）
          Pattern.compile(
              BEGINS
                  + "(?!引自|摘自|见|据|参见|来源|出处|注)[^()。,《》“”]{4,30}(?<day>"
                  + DAY
                  + "),[^()]{0,30}(?:录音|记录|整理)[^()]{0,24}\\)$"));

  /** （某主任2024年4月12日在县机关会议室讲，某办公室记录） behind a speech. */
  private static final Pattern SPOKE =
      Pattern.compile(
          "\\([^()。]{0,24}(?<day>" + DAY + ")在[^()。]{2,30}(?:讲|讲话|发言)(?:[,;][^()]{0,60})?\\)$");

  private static final Pattern MEETING =
      Pattern.compile(BEGINS + "(?<meeting>" + SESSION + ")[^()。,;]{0,8}[,;]?(?:" + DAY + ")?\\)$");

  private static final int LONGEST = 100;

  private final Draft draft;

  ClosingNote(Draft draft) {
    this.draft = draft;
  }

  Optional<Fact<LocalDate>> day() {
    return DAYS.stream()
        .flatMap(pattern -> day(pattern).stream())
        .findFirst()
        .or(() -> draft.kind() == Kind.SPEECH ? day(SPOKE) : Optional.empty());
  }

  private Optional<Fact<LocalDate>> day(Pattern pattern) {
    Matcher matcher = ending(pattern);
    if (!matcher.find()) {
      return Optional.empty();
    }
    Span span = draft.sheet().spanOfCompact(matcher.start("day"), matcher.end("day"));
    return DayReader.first(matcher.group("day"))
        .map(day -> Fact.read(day.date(), draft.sheet().evidence(span), 0.8));
  }

  /** Where the meeting is named, in the compact text. */
  Optional<Span> meeting() {
    Matcher matcher = ending(MEETING);
    return matcher.find()
        ? Optional.of(Span.of(matcher.start("meeting"), matcher.end("meeting")))
        : Optional.empty();
  }

  private Matcher ending(Pattern pattern) {
    String compact = draft.sheet().compact();
    return pattern
        .matcher(compact)
        .region(Math.max(0, compact.length() - LONGEST), compact.length());
  }
}
