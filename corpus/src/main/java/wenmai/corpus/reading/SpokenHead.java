package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Tells who speaks where the name stands over the title of a speech, or over none (讲话人在标题之上). */
final class SpokenHead {
  /** 各位代表、同志们： by itself on a line. */
  private static final Pattern HALL_END = Pattern.compile("^[^。:]{2,40}[:!]?$");

  private final ReadingRules rules;
  private final Phrases phrases;

  SpokenHead(ReadingRules rules) {
    this.phrases = rules.phrases();
    this.rules = rules;
  }

  /** 于某某 over 同志们：, of a speech without a title. */
  boolean isBeforeHall(List<Line> lines, int at) {
    int below = at + 1 < lines.size() && isDayBelow(lines.get(at + 1)) ? at + 2 : at + 1;
    return below < lines.size()
        && HALL_END.matcher(lines.get(below).compact()).find()
        && (rules.phrases().any("hall").matcher(lines.get(below).compact()).find()
            || rules.phrases().any("salutations").matcher(lines.get(below).compact()).find());
  }

  /** 魏某某同志 over 在…会上的讲话. */
  boolean isBeforeSpeech(List<Line> lines, int at) {
    return at + 1 < lines.size()
        && phrases.any("comrades").matcher(lines.get(at).compact()).matches()
        && phrases.any("speech-titles").matcher(lines.get(at + 1).compact()).lookingAt();
  }

  /** （2025年3月18日，根据录音整理）. */
  private static boolean isDayBelow(Line line) {
    String words = line.compact();
    return DayReader.only(words).isPresent()
        || (words.startsWith("(") && words.endsWith(")") && DayReader.first(words).isPresent());
  }
}
