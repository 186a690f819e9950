package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Matcher;

/**
 * Which lines of a heading are notes under a title (题注): when and by whom a paper was passed,
 * changed, published; also broken over several lines, or at the end of the title's own.
 */
final class NoteLines {
  /** In the columns of a gazette a note in brackets takes so many more lines. */
  private static final int MOST_BROKEN = 3;

  private final Phrases phrases;

  NoteLines(Phrases phrases) {
    this.phrases = phrases;
  }

  /** A title without the note that follows it on its line: …的决议(2024年7月26日…通过). */
  String withoutNote(String compact) {
    Matcher note = phrases.any("notes-behind-title").matcher(compact);
    return note.find() && note.start() > 3 ? compact.substring(0, note.start()) : compact;
  }

  /** Whether a line ends with such a note. */
  boolean endsWithNote(Line line) {
    return !withoutNote(line.compact()).equals(line.compact());
  }

  /** A note ends without a full stop and says what was done on that day. */
  boolean isNote(List<Line> lines, int at) {
    String compact = lines.get(at).compact();
    return compact.length() <= 400
        && compact.indexOf('。') < 0
        && !compact.endsWith(":")
        && (phrases.any("notes").matcher(compact).lookingAt() || isBrokenNote(lines, at));
  }

  /** The next lines go on in the open bracket, or say at last what was done. */
  private boolean isBrokenNote(List<Line> lines, int at) {
    if (!phrases.any("notes-broken").matcher(lines.get(at).compact()).matches()) {
      return false;
    }
    StringBuilder rest = new StringBuilder();
    int most = lines.get(at).compact().startsWith("(") ? MOST_BROKEN : 1;
    for (Line line : lines.subList(at + 1, Math.min(lines.size(), at + 1 + most))) {
      rest.append(line.compact());
      if (phrases.any("note-deeds").matcher(rest).find()) {
        return true;
      }
      if (rest.indexOf("。") >= 0 || rest.indexOf(")") >= 0) {
        return false;
      }
    }
    return false;
  }

  boolean isOpen(Line line, boolean before) {
    boolean broken = !before && phrases.any("notes-broken").matcher(line.compact()).matches();
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
    return before
        ? depth > 0 && !phrases.any("note-ends").matcher(line.compact()).find()
        : depth > 0 || titles > 0;
  }
}
