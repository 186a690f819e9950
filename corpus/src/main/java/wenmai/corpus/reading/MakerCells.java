package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cells of a form or a ledger that name who made it (制表单位、填报单位): in two columns, behind a
 * colon, or on a line of its own below its label.
 */
final class MakerCells {
  /** They stand in the heading or within so many lines below it. */
  private static final int LINES_BELOW = 6;

  /** Or within so many lines before the end. */
  private static final int LINES_AT_END = 5;

  private static final int LONGEST_SECTION = 9;
  private static final int SHORTEST = 4;

  private final Phrases phrases;
  private final Pattern labels;
  private final Organs organs;
  private final Draft draft;

  MakerCells(Draft draft) {
    this.draft = draft;
    this.phrases = draft.rules().phrases();
    this.labels = phrases.any("makers");
    this.organs = draft.rules().organs();
  }

  /** A body that a cell names. */
  record Maker(String name, Line line) {}

  Optional<Maker> find() {
    List<Line> lines = draft.sheet().lines();
    int last = Math.min(lines.size(), draft.head().body() + LINES_BELOW);
    int end = Math.max(last, lines.size() - LINES_AT_END);
    return Stream.concat(lines.subList(0, last).stream(), lines.subList(end, lines.size()).stream())
        .flatMap(line -> in(line, lines).stream().map(name -> new Maker(name, line)))
        .findFirst();
  }

  private Optional<String> in(Line line, List<Line> lines) {
    List<String> columns = line.columns();
    for (int i = 0; i + 1 < columns.size(); i++) {
      if (isLabel(columns.get(i))) {
        Optional<String> name = organ(columns.get(i + 1));
        if (name.isPresent()) {
          return name;
        }
      }
    }
    int next = line.index() + 1;
    return Stream.concat(Stream.of(line.compact()), columns.stream())
        .flatMap(cell -> behindColon(cell).stream())
        .findFirst()
        .or(() ->
            isLabel(line.compact()) && next < lines.size()
                ? organ(lines.get(next).compact())
                : Optional.empty());
  }

  private boolean isLabel(String words) {
    return labels
        .matcher(words.endsWith(":") ? words.substring(0, words.length() - 1) : words)
        .matches();
  }

  /** Also in brackets: （盖章：某县人大常委会办公室）. */
  private Optional<String> behindColon(String cell) {
    boolean bracketed = cell.startsWith("(") && cell.endsWith(")");
    String words = bracketed ? cell.substring(1, cell.length() - 1) : cell;
    int colon = words.indexOf(':');
    boolean sealed = phrases.any("sealed-cells").matcher(words).matches();
    return colon > 0 && (sealed || labels.matcher(words.substring(0, colon)).matches())
        ? organ(words.substring(colon + 1))
        : Optional.empty();
  }

  private Optional<String> organ(String printed) {
    String words = organs.bare(printed); // without （章）
    if (organs.isName(words)) {
      return Optional.of(words);
    }
    int shortest = Math.max(SHORTEST, words.length() - LONGEST_SECTION);
    for (int end = words.length() - 2; end >= shortest; end--) {
      String body = words.substring(0, end);
      if (phrases.any("sections-of-bodies").matcher(words.substring(end)).matches()
          && organs.isName(body)) {
        return Optional.of(body);
      }
    }
    return Optional.empty();
  }
}
