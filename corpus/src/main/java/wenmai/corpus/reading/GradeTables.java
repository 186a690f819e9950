package wenmai.corpus.reading;

import java.util.List;
import java.util.OptionalInt;

/**
 * Rows of tables that tell how secret other papers are (登记表、目录中的密级): below a heading with a column
 * 密级, or with the name of a paper in another cell.
 */
final class GradeTables {
  /** A form tells of one paper, which may be that below it; a register of more. */
  private static final int LEAST_OF_A_REGISTER = 2;

  private static final int SHORTEST_TITLE = 6;

  private final ReadingRules rules;
  private final List<Line> lines;
  private final int body;

  GradeTables(ReadingRules rules, List<Line> lines, Head head) {
    this.rules = rules;
    this.lines = lines;
    this.body = head.first(Role.WORDS).isPresent() ? head.body() : lines.size();
  }

  /** A row below a heading, of the same attachment; with a star only if it is one of a register. */
  boolean hasRow(Line line) {
    boolean starred = !rules.secrecy().mayBeOfATable(line);
    if (starred && (line.index() < body || rules.secrecy().isAlone(line))) {
      return false;
    }
    for (int at = line.index() - 1; at >= 0; at--) {
      Line above = lines.get(at);
      if (rules.secrecy().headsATable(above)) {
        return !starred || isOfRegister(line, above);
      }
      if (isNoRow(above, starred)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNoRow(Line line, boolean strictly) {
    return AttachmentReader.isLabel(line.columns().getFirst())
        || (strictly && line.columns().size() < 2);
  }

  private boolean isOfRegister(Line row, Line head) {
    int first = head.index() + 1;
    int end = first + LEAST_OF_A_REGISTER;
    OptionalInt grades = rules.secrecy().columnOfGrades(head);
    return rules.secrecy().headsARegister(head)
        && end <= lines.size()
        && lines.subList(first, end).stream().allMatch(line -> line.columns().size() > 1)
        && grades.isPresent()
        && grades.getAsInt() < row.columns().size()
        && rules.secrecy().isStarred(row.columns().get(grades.getAsInt()));
  }

  /** 关于人事安排的请示　机密 among other rows in the text of a paper, without a star. */
  boolean namesOther(Line line) {
    return line.index() >= body
        && line.columns().size() > 1
        && rules.secrecy().mayBeOfATable(line)
        && line.columns().stream()
            .anyMatch(cell -> cell.length() >= SHORTEST_TITLE && rules.kinds().isComplete(cell))
        && (isRow(line.index() - 1) || isRow(line.index() + 1));
  }

  private boolean isRow(int at) {
    return at >= 0 && at < lines.size() && lines.get(at).columns().size() > 1;
  }
}
