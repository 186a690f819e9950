package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells whether a paper has come to its end above a line (上一件是否已完), where another may follow in the
 * same text: by the day and who signed, the imprint, whom to call, the end of a sentence.
 */
final class PaperEnds {
  /** Contacts, annexes and copies under a signature. */
  private static final int MOST_BELOW = 10;

  private static final String SENTENCES = "[。!?…][”’』」)）]?$";

  /** A note under the day: （联系人：某某）. */
  private static final String NOTES = "^[(（].{4,}[)）]$";

  private static final Pattern ENDED = Pattern.compile(SENTENCES + "|" + NOTES);
  private static final Pattern NOTE = Pattern.compile(NOTES);

  /** What is announced below 附件：. */
  private static final Pattern ITEM = Pattern.compile("^[0-9]{1,2}[.、](?![0-9])");

  private final ReadingRules rules;
  private final List<Line> lines;
  private final int addressee;
  private final int firstDay;

  PaperEnds(ReadingRules rules, List<Line> lines, Head head) {
    this.rules = rules;
    this.lines = lines;
    this.addressee = head.first(Role.ADDRESSEE).map(Line::index).orElse(lines.size());
    this.firstDay =
        IntStream.range(Math.min(head.body(), lines.size()), lines.size())
            .filter(at -> isSigned(lines.get(at)))
            .findFirst()
            .orElse(lines.size());
  }

  /**
   * Whether it may have ended: a day, who signed, the end of a sentence; or whether the letterhead
   * of the next stands over the line.
   */
  boolean above(int line) {
    if (line == 0) {
      return false;
    }
    Line above = lines.get(line - 1);
    return ENDED.matcher(above.compact()).find()
        || !rules.organs().names(above).isEmpty()
        || isSigned(above)
        || isUnder(above);
  }

  /** Whether it certainly has: its day, with nothing under it but whom to call, annexes, copies. */
  boolean certainlyAbove(int line) {
    boolean itemsToExplain = false;
    for (int at = line - 1; at >= 0 && line - at <= MOST_BELOW; at--) {
      Line above = lines.get(at);
      if (isSigned(above)) {
        return !itemsToExplain;
      }
      if (isUnder(above)) {
        itemsToExplain = false;
      } else if (ITEM.matcher(above.compact()).find()) {
        itemsToExplain = true;
      } else {
        return false;
      }
    }
    return false;
  }

  /** Whether what stands above is a letter that nobody has signed yet, and so goes on. */
  boolean isOpenLetterAbove(int line) {
    return addressee < line && firstDay >= line;
  }

  private boolean isSigned(Line line) {
    String compact = line.compact();
    return line.isShort()
        && (DayReader.only(compact).isPresent()
            || HeadReader.isImprint(rules, compact)
            || DayReader.behindWords(compact).filter(rules.organs()::isName).isPresent());
  }

  private boolean isUnder(Line line) {
    String compact = line.compact();
    return NOTE.matcher(compact).find()
        || rules.phrases().any("secrecy-under-papers").matcher(compact).matches()
        || rules.phrases().any("copy-lines").matcher(compact).matches()
        || rules.phrases().any("handlers").matcher(compact).matches();
  }
}
