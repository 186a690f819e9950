package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.text.Span;

/** Reads what a bracket as a paper's last words says of the day and the meeting (文末附注). */
final class ClosingNote {
  private static final String DAY = "[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日";

  private static final Pattern ALONE =
      Pattern.compile("\\((?<day>" + DAY + "),[\\u4e00-\\u9fff]{2,10}\\)$");

  private static final int LONGEST = 100;

  private final Draft draft;
  private final Phrases phrases;

  ClosingNote(Draft draft) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
  }

  Optional<Fact<LocalDate>> day() {
    return Stream.of(
            phrases.any("closing-told"),
            ALONE,
            phrases.any("closing-held"),
            phrases.any("closing-passed"),
            phrases.any("closing-written"))
        .flatMap(pattern -> day(pattern).stream())
        .findFirst()
        .or(() ->
            draft.kind() == Kind.SPEECH ? day(phrases.any("closing-spoken")) : Optional.empty());
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
    Matcher matcher = ending(phrases.any("closing-meetings"));
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
