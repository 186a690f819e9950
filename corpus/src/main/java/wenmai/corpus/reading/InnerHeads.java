package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the mark over a paper that is not the first of its text (文中另起一件的密级): a notice and the paper
 * it passes on stand in one file, and the mark is the second's. It stands alone on its line where
 * the paper above has ended, over a letterhead, a number or a title, or at the top of a page.
 * Without a star a grade may as well be a cell of a table or a word of a list.
 */
final class InnerHeads {
  /** Number of the copy, how urgent it is, and the like under the mark. */
  private static final int MOST_MARKS = 4;

  private static final int LINES_TO_NUMBER = 4;
  private static final int LINES_OF_A_TITLE = 4;
  private static final int SHORTEST_TITLE = 6;
  private static final int LONGEST_HEAD_LINE = 60;

  /** So near stand the other grades of a list. */
  private static final int BESIDE = 2;

  private static final Pattern SENTENCE = Pattern.compile("[。;!?:,]");

  /** The end of a sentence, or a note in brackets under the day: （联系人：某某）. */
  private static final Pattern ENDED = Pattern.compile("[。!?…][”’』」)）]?$|^[(（].{4,}[)）]$");

  private final ReadingRules rules;
  private final List<Line> lines;
  private final PageTops tops;

  InnerHeads(ReadingRules rules, List<Line> lines, PageTops tops) {
    this.rules = rules;
    this.lines = lines;
    this.tops = tops;
  }

  /** The line of the first such mark. */
  Optional<Line> mark() {
    List<Line> marks =
        lines.stream()
            .skip(1)
            .filter(line -> rules.secrecy().isAlone(line) || rules.secrecy().isBesideNumber(line))
            .toList();
    if (marks.isEmpty() || lines.stream().anyMatch(rules.secrecy()::headsAColumn)) {
      return Optional.empty();
    }
    return marks.stream()
        .filter(line -> !isBesideOthers(line))
        .filter(
            line -> rules.secrecy().isBesideNumber(line) ? isPrintedHead(line) : marksAPaper(line))
        .findFirst();
  }

  /** A number with its mark between a letterhead and a title. */
  private boolean isPrintedHead(Line line) {
    return !rules.organs().names(lines.get(line.index() - 1)).isEmpty()
        && isTitle(line.index() + 1);
  }

  private boolean marksAPaper(Line line) {
    if (rules.secrecy().isMisread(line)) {
      return true;
    }
    int top = topOfMarks(line.index());
    if (tops.has(top)) {
      return rules.secrecy().isBare(line) ? heads(line.index() + 1) : true;
    }
    return hasEndedAbove(top) && heads(line.index() + 1);
  }

  /** A list of grades, or of what is done with each, has another in the next lines. */
  private boolean isBesideOthers(Line line) {
    int from = Math.max(0, line.index() - BESIDE);
    int to = Math.min(lines.size(), line.index() + BESIDE + 1);
    return lines.subList(from, to).stream()
        .filter(other -> other.index() != line.index())
        .anyMatch(other ->
            rules.secrecy().isKindOfSecret(other) || rules.secrecy().beginsWithGrade(other));
  }

  /** The first of the lines of marks among which this one stands. */
  private int topOfMarks(int at) {
    int top = at;
    while (top > 0 && at - top < MOST_MARKS && !tops.has(top) && isMark(lines.get(top - 1))) {
      top--;
    }
    return top;
  }

  /** The number of the paper and a day are none, though they stand beside marks as well. */
  private boolean isMark(Line line) {
    return rules.secrecy().goesWithMark(line)
        && !isNumber(line)
        && DayReader.only(line.compact()).isEmpty();
  }

  /**
   * Whether the paper above a line has come to its end: a day, who signed, the end of a sentence;
   * or whether the letterhead of the next stands over the mark.
   */
  private boolean hasEndedAbove(int top) {
    if (top == 0) {
      return false;
    }
    Line above = lines.get(top - 1);
    return ENDED.matcher(above.compact()).find()
        || !rules.organs().names(above).isEmpty()
        || DayReader.only(above.compact()).isPresent()
        || HeadReader.isImprint(rules, above.compact())
        || DayReader.behindWords(above.compact()).filter(rules.organs()::isName).isPresent();
  }

  /** Whether the heading of a paper begins there, or under marks that stand there. */
  private boolean heads(int from) {
    int at = from;
    while (at < lines.size() && at - from < MOST_MARKS && isMark(lines.get(at))) {
      at++;
    }
    return at < lines.size() && (isLetterhead(at) || isNumber(lines.get(at)) || isTitle(at));
  }

  private boolean isNumber(Line line) {
    return line.compact().length() <= LONGEST_HEAD_LINE && rules.numbers().bears(line);
  }

  /** The name of an organ, under which a number or a title follows. */
  private boolean isLetterhead(int at) {
    if (rules.organs().names(lines.get(at)).isEmpty()) {
      return false;
    }
    for (int i = at + 1; i < lines.size() && i <= at + LINES_TO_NUMBER; i++) {
      if (isNumber(lines.get(i)) || isTitle(i)) {
        return true;
      }
    }
    return false;
  }

  /** Lines that, joined, name a paper, and below them a text. */
  private boolean isTitle(int first) {
    StringBuilder joined = new StringBuilder();
    for (int i = first; i < Math.min(lines.size(), first + LINES_OF_A_TITLE); i++) {
      String compact = lines.get(i).compact();
      if (compact.length() > LONGEST_HEAD_LINE || SENTENCE.matcher(compact).find()) {
        return false;
      }
      joined.append(compact);
      if (joined.length() >= SHORTEST_TITLE
          && TitleWords.isBalanced(joined)
          && rules.kinds().isComplete(joined.toString())
          && hasTextBelow(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasTextBelow(int title) {
    return lines.stream()
        .skip(title + 1L)
        .limit(LINES_OF_A_TITLE)
        .anyMatch(line -> SENTENCE.matcher(line.compact()).find());
  }
}
