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
  private int[] tableTops = new int[0];
  private int[] registerTops = new int[0];

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
    int top = tops(starred)[line.index()];
    return top >= 0 && (!starred || isOfRegister(line, lines.get(top)));
  }

  /** For each line the heading of the table it may be a row of; -1 where it has none. */
  private int[] tops(boolean strictly) {
    int[] known = strictly ? registerTops : tableTops;
    if (known.length == lines.size()) {
      return known;
    }
    int[] tops = new int[lines.size()];
    int top = -1;
    for (Line line : lines) {
      tops[line.index()] = top;
      if (rules.secrecy().headsATable(line)) {
        top = line.index();
      } else if (isNoRow(line, strictly)) {
        top = -1;
      }
    }
    if (strictly) {
      registerTops = tops;
    } else {
      tableTops = tops;
    }
    return tops;
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
