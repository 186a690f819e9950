package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a heading are notes under a title (题注): when and by whom a paper was passed,
 * changed, published; also broken over several lines, or at the end of the title's own.
 */
final class NoteLines {
  private static final Pattern NOTE =
      Pattern.compile(
          "[(〔【\\[]{0,2}(?:根据|经)?(?:(?<=[(〔【\\[])[\\u4e00-\\u9fff0-9]{4,60}?[于在]?)?"
              + DayReader.ANY
              + ".{0,300}?(?:通过|制定|批准|修正|修订|修改|公布|发布|施行|生效|印发|印行|备案|废止).{0,12}");

  /**
   * A note whose line is broken before it says what was done, in an open bracket or after a body.
   */
  private static final Pattern BROKEN_NOTE =
      Pattern.compile(
          "[(]{1,2}(?:根据)?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日[^()。]{4,80}"
              + "|[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日[\\u4e00-\\u9fff]{4,40}(?:委员会|代表大会|次会议|国务院)");

  /** In the columns of a gazette a note in brackets takes so many more lines. */
  private static final int MOST_BROKEN = 3;

  private static final Pattern DEED = Pattern.compile("^.{0,80}?(?:通过|制定|批准|修正|修订|修改|公布|发布|施行|印发)");

  private static final Pattern CLOSING_NOTE =
      Pattern.compile("\\(" + DayReader.ANY + "[^()]{4,80}(?:通过|批准|修正|修订|公布|发布|印发)\\)$");

  private static final Pattern NOTE_END = Pattern.compile("(?:通过|制定|批准|修正|修订|公布|发布|施行)[)]{0,2}$");

  private NoteLines() {}

  /** A title without the note that follows it on its line: …的决议(2024年7月26日…通过). */
  static String withoutNote(String compact) {
    Matcher note = CLOSING_NOTE.matcher(compact);
    return note.find() && note.start() > 3 ? compact.substring(0, note.start()) : compact;
  }

  /** Whether a line ends with such a note. */
  static boolean endsWithNote(Line line) {
    return !withoutNote(line.compact()).equals(line.compact());
  }

  /** A note ends without a full stop and says what was done on that day. */
  static boolean isNote(List<Line> lines, int at) {
    String compact = lines.get(at).compact();
    return compact.length() <= 400
        && compact.indexOf('。') < 0
        && !compact.endsWith(":")
        && (NOTE.matcher(compact).lookingAt() || isBrokenNote(lines, at));
  }

  /** The next lines go on in the open bracket, or say at last what was done. */
  private static boolean isBrokenNote(List<Line> lines, int at) {
    if (!BROKEN_NOTE.matcher(lines.get(at).compact()).matches()) {
      return false;
    }
    StringBuilder rest = new StringBuilder();
    int most = lines.get(at).compact().startsWith("(") ? MOST_BROKEN : 1;
    for (Line line : lines.subList(at + 1, Math.min(lines.size(), at + 1 + most))) {
      rest.append(line.compact());
      if (DEED.matcher(rest).find()) {
        return true;
      }
      if (rest.indexOf("。") >= 0 || rest.indexOf(")") >= 0) {
        return false;
      }
    }
    return false;
  }

  static boolean isOpen(Line line, boolean before) {
    boolean broken = !before && BROKEN_NOTE.matcher(line.compact()).matches();
    int depth = before || broken ? 1 : 0;
    int titles = 0;
    for (int i = 0; i < line.compact().length(); i++) {
      switch (line.compact().charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case '《' -> titles++;
        case '》' -> titles--;
        default -> {}
      }
    }
    return before ? depth > 0 && !NOTE_END.matcher(line.compact()).find() : depth > 0 || titles > 0;
  }
}
