package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the mark over a paper that is not the first of its text (文中另起一件的密级): a notice and the paper
 * it passes on stand in one file, and the mark is the second's. Behind its label it is one wherever
 * it stands alone; else over a printed head, or where the paper above has ended, over a number or a
 * title, or at the top of a page. Without a star a grade may as well be a cell of a table or a word
 * of a list.
 */
final class InnerHeads {
  /** Number of the copy, how urgent it is, and the like under the mark. */
  private static final int MOST_MARKS = 4;

  private static final int LINES_TO_NUMBER = 4;
  private static final int LINES_OF_A_TITLE = 4;
  private static final int SHORTEST_TITLE = 6;
  private static final int LONGEST_HEAD_LINE = 60;

  /** Between the number and the title of a printed head, as who signs. */
  private static final int LINES_TO_TITLE = 2;

  private static final int SHORTEST_NAME = 4;

  /** So near stand the other grades of a list. */
  private static final int BESIDE = 2;

  private static final Pattern SENTENCE = Pattern.compile("[。;!?:,]");

  private final ReadingRules rules;
  private final List<Line> lines;
  private final Head head;
  private final PageTops tops;

  InnerHeads(ReadingRules rules, List<Line> lines, Head head, PageTops tops) {
    this.rules = rules;
    this.lines = lines;
    this.head = head;
    this.tops = tops;
  }

  /** The line of the first such mark. */
  Optional<Line> mark() {
    List<Line> marks =
        lines.stream()
            .skip(1)
            .filter(line -> rules.secrecy().isAlone(line) || rules.secrecy().isBesideNumber(line))
            .toList();
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    boolean inColumns = lines.stream().anyMatch(rules.secrecy()::headsAColumn);
    PaperEnds ends = new PaperEnds(rules, lines, head);
    return marks.stream()
        .filter(line -> !isBesideOthers(line))
        .filter(
            line -> rules.secrecy().isLabelled(line) || (!inColumns && isOverAPaper(line, ends)))
        .findFirst();
  }

  private boolean isOverAPaper(Line line, PaperEnds ends) {
    return rules.secrecy().isBesideNumber(line) ? isPrintedHead(line) : marksAPaper(line, ends);
  }

  /** A number with its mark between a letterhead and a title. */
  private boolean isPrintedHead(Line line) {
    return !rules.organs().names(lines.get(line.index() - 1)).isEmpty()
        && isTitle(line.index() + 1);
  }

  private boolean marksAPaper(Line line, PaperEnds ends) {
    int below = line.index() + 1;
    if (rules.secrecy().isMisread(line) || isPrintedBelow(below)) {
      return true;
    }
    int top = topOfMarks(line.index());
    if (tops.has(top) && !rules.secrecy().isBare(line)) {
      return true;
    }
    boolean goesOn = rules.secrecy().mayBeAHeading(line) && ends.isOpenLetterAbove(top);
    return ((tops.has(top) || (ends.above(top) && !goesOn)) && heads(below))
        || (ends.certainlyAbove(top) && isNamed(below));
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

  /** The line below the marks that stand there. */
  private int belowMarks(int from) {
    int at = from;
    while (at < lines.size() && at - from < MOST_MARKS && isMark(lines.get(at))) {
      at++;
    }
    return at;
  }

  /** The number of the paper and a day are none, though they stand beside marks as well. */
  private boolean isMark(Line line) {
    return rules.secrecy().goesWithMark(line)
        && !isNumber(line)
        && DayReader.only(line.compact()).isEmpty();
  }

  /** Whether the heading of a paper begins there, or under marks that stand there. */
  private boolean heads(int from) {
    int at = belowMarks(from);
    return at < lines.size() && (isLetterhead(at) || isNumber(lines.get(at)) || isTitle(at));
  }

  /** Whether an organ or a number stands there, or under marks. */
  boolean beginsWithOrganOrNumber(int from) {
    int at = belowMarks(from);
    return at < lines.size()
        && (isNumber(lines.get(at)) || !rules.organs().names(lines.get(at)).isEmpty());
  }

  /** Organ, number, title and text: no other lines of a paper stand so. */
  private boolean isPrintedBelow(int from) {
    int at = belowMarks(from);
    if (at >= lines.size() || rules.organs().names(lines.get(at)).isEmpty()) {
      return false;
    }
    for (int i = at + 1; i < lines.size() && i <= at + LINES_TO_NUMBER; i++) {
      if (isNumber(lines.get(i))) {
        return IntStream.rangeClosed(i + 1, i + LINES_TO_TITLE).anyMatch(this::isTitle);
      }
    }
    return false;
  }

  /** Of a paper, or of an issue of a bulletin. */
  private boolean isNumber(Line line) {
    return line.compact().length() <= LONGEST_HEAD_LINE
        && (rules.numbers().bears(line)
            || rules.phrases().any("issue-lines").matcher(line.compact()).matches());
  }

  /** The name of an organ, under which a number or a title follows, or of a bulletin (会议纪要). */
  private boolean isLetterhead(int at) {
    Line name = lines.get(at);
    boolean organ = !rules.organs().names(name).isEmpty();
    int end = Math.min(lines.size(), at + 1 + LINES_TO_NUMBER);
    boolean numbered = lines.subList(at + 1, end).stream().anyMatch(this::isNumber);
    return organ
        ? numbered || IntStream.range(at + 1, end).anyMatch(this::isTitle)
        : numbered && isBulletin(name);
  }

  private boolean isBulletin(Line line) {
    String compact = line.compact();
    return compact.length() <= LONGEST_HEAD_LINE
        && !SENTENCE.matcher(compact).find()
        && !rules.secrecy().isNumberedHeading(line)
        && (rules.phrases().any("mastheads").matcher(compact).find()
            || rules.kinds().isComplete(compact));
  }

  /** Lines that, joined, name a paper, and below them a text. */
  private boolean isTitle(int first) {
    if (first >= lines.size() || rules.secrecy().isNumberedHeading(lines.get(first))) {
      return false;
    }
    StringBuilder joined = new StringBuilder();
    for (int i = first; i < Math.min(lines.size(), first + LINES_OF_A_TITLE); i++) {
      String compact = lines.get(i).compact();
      if (compact.length() > LONGEST_HEAD_LINE || SENTENCE.matcher(compact).find()) {
        return false;
      }
      joined.append(compact);
      if (joined.length() >= SHORTEST_TITLE
          && TitleWords.isBalanced(joined)
          && below(i).anyMatch(InnerHeads::isSentence)
          && rules.kinds().isComplete(joined.toString())) {
        return true;
      }
    }
    return false;
  }

  /** A line that may be what anything is called, over a text or a table. */
  private boolean isNamed(int from) {
    int at = belowMarks(from);
    if (at >= lines.size()) {
      return false;
    }
    Line name = lines.get(at);
    return name.compact().length() >= SHORTEST_NAME
        && name.compact().length() <= LONGEST_HEAD_LINE
        && !isSentence(name)
        && !rules.secrecy().isNumberedHeading(name)
        && !AttachmentReader.isLabel(name.columns().getFirst())
        && below(at).anyMatch(line -> isSentence(line) || line.columns().size() > 1);
  }

  private static boolean isSentence(Line line) {
    return SENTENCE.matcher(line.compact()).find();
  }

  private Stream<Line> below(int line) {
    int end = Math.min(lines.size(), line + 1 + LINES_OF_A_TITLE);
    return lines.subList(line + 1, end).stream();
  }
}
