package wenmai.corpus.reading;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the title of a paper that begins with whom it is sent to, its number or an opening
 * paragraph (标题在称谓或开头语之下): lines that stand by themselves near the top and, joined, name a paper;
 * or that bear the name of the paper which the note above them says it carries (转送函下所附文件).
 */
final class LateTitle {
  /** It stands within so many lines after those of the heading. */
  private static final int WITHIN_LINES = 12;

  private static final int MOST_LINES = 4;
  private static final int SHORTEST = 6;

  /** A sentence, a point or a label; a title has commas in a bracket at most. */
  private static final Pattern NO_TITLE = Pattern.compile("[。;!?:]|^[^《(]*,|^[(\\[]");

  private static final Pattern SENTENCE_END = Pattern.compile("[。:]$");
  private static final Pattern PARAGRAPH = Pattern.compile("[。;,]|:$");

  private final ReadingRules rules;
  private final Phrases phrases;
  private final List<Line> lines;

  /** Whether the text has no blank lines at all. */
  private final boolean packed;

  LateTitle(ReadingRules rules, List<Line> lines) {
    this.phrases = rules.phrases();
    this.rules = rules;
    this.lines = lines;
    this.packed = lines.stream().noneMatch(Line::apart);
  }

  /**
   * @param from the first line below the heading
   * @return the index of its first line, or of the first line over it below the last paragraph
   */
  OptionalInt from(int from) {
    int last = Math.min(lines.size(), from + WITHIN_LINES);
    for (int i = from; i < last && !isOver(i, from); i++) {
      if (standsAlone(i) && isTitle(i)) {
        return OptionalInt.of(belowParagraph(i, from));
      }
    }
    return carried(from);
  }

  private int belowParagraph(int title, int from) {
    int first = title;
    while (first > from && !PARAGRAPH.matcher(lines.get(first - 1).compact()).find()) {
      first--;
    }
    return first;
  }

  /** Below a note that says which paper it carries, and is signed, that paper begins. */
  private OptionalInt carried(int from) {
    int last = Math.min(lines.size(), from + WITHIN_LINES);
    StringBuilder note = new StringBuilder();
    for (int i = from; i < last; i++) {
      Matcher carried = phrases.any("carried-below").matcher(note);
      if (carried.find() && isTitled(i, carried.group("title"))) {
        return OptionalInt.of(belowParagraph(i, from));
      }
      note.append(lines.get(i).compact());
    }
    return OptionalInt.empty();
  }

  private boolean isTitled(int first, String title) {
    StringBuilder joined = new StringBuilder();
    int last = Math.min(lines.size(), first + MOST_LINES);
    for (int i = first; i < last && joined.length() < title.length(); i++) {
      joined.append(lines.get(i).compact());
    }
    return joined.toString().equals(title) && rules.kinds().isComplete(title);
  }

  /** A text without blank lines sets a title between sentences that end. */
  private boolean standsAlone(int at) {
    return lines.get(at).apart()
        || (packed
            && at > 0
            && SENTENCE_END.matcher(lines.get(at - 1).compact()).find()
            && phrases.any("late-title-about").matcher(lines.get(at).compact()).find());
  }

  /** A day ends a letter, unless it stands under the number over the title. */
  private boolean isOver(int at, int from) {
    String compact = lines.get(at).compact();
    boolean heading =
        lines.subList(from, at).stream().anyMatch(rules.numbers()::bears)
            && lines.subList(from, at).stream()
                .noneMatch(line -> PARAGRAPH.matcher(line.compact()).find());
    return phrases.any("late-title-over").matcher(compact).find()
        || (DayReader.only(compact).isPresent() && !heading);
  }

  private boolean isTitle(int first) {
    StringBuilder joined = new StringBuilder();
    int last = Math.min(lines.size(), first + MOST_LINES);
    for (int i = first; i < last && lines.get(i).isShort(); i++) {
      Line line = lines.get(i);
      if ((i > first && line.apart()) || NO_TITLE.matcher(line.compact()).find()) {
        return false;
      }
      joined.append(line.compact());
      if (endsBefore(i + 1)
          && joined.length() >= SHORTEST
          && TitleWords.isBalanced(joined)
          && rules.kinds().isComplete(joined.toString())) {
        return true;
      }
    }
    return false;
  }

  /** A blank line follows, or what stands under a title: a number, a day, a note. */
  private boolean endsBefore(int next) {
    return next < lines.size()
        && (lines.get(next).apart()
            || rules.numbers().bears(lines.get(next))
            || lines.get(next).compact().startsWith("(")
            || DayReader.only(lines.get(next).compact()).isPresent()
            || (packed && PARAGRAPH.matcher(lines.get(next).compact()).find()));
  }
}
