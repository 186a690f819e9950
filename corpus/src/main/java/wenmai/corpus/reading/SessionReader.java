package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.Span;

/**
 * Finds sessions (届次) as texts name them: 第十六届…第十二次会议, 市十五届人大二次会议, 十五届十三次常委会会议, 县十七届人大常委会举行第二十次会议.
 */
final class SessionReader {
  private final Phrases phrases;

  SessionReader(Phrases phrases) {
    this.phrases = phrases;
  }

  /** A session and where it is named. */
  record Mention(CongressSession session, SessionBody body, Span span) {}

  Optional<Mention> first(String compact) {
    List<Mention> all = all(compact, compact.length());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /** The sessions named in the first {@code limit} characters. */
  List<Mention> all(String compact, int limit) {
    List<Mention> mentions = new ArrayList<>();
    SiftedPattern sessions = phrases.sifted("sessions");
    if (!sessions.mayBeIn(compact)) {
      return mentions;
    }
    Matcher matcher =
        sessions.pattern().matcher(compact).region(0, Math.min(limit, compact.length()));
    while (matcher.find()) {
      OptionalInt term = ChineseNumeral.parse(matcher.group("term"));
      OptionalInt sitting = ChineseNumeral.parse(matcher.group("sitting"));
      if (inRange(term, 99) && inRange(sitting, 199)) {
        SessionBody body =
            matcher.group("chair") != null
                ? SessionBody.CHAIRPERSONS
                : matcher.group("committee") != null || matcher.group("after") != null
                    ? SessionBody.STANDING_COMMITTEE
                    : SessionBody.CONGRESS;
        mentions.add(
            new Mention(
                new CongressSession(term.getAsInt(), sitting.getAsInt()),
                body,
                Span.of(matcher.start(), matcher.end())));
      }
    }
    return mentions;
  }

  private static boolean inRange(OptionalInt number, int most) {
    return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= most;
  }
}
