package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The heading of a paper (版头), line by line, up to where its body begins.
 *
 * @param entries in order
 * @param body index of the first line of the body; the number of lines where there is none
 * @param opening index of the first line that is none of the heading's; before {@code body} where a
 *     paragraph stands over the title
 * @param particulars the table of particulars that a portal prints over it
 * @param spaced whether blank lines stand between all lines and so tell nothing
 * @param dispatch whether the body begins as a newspaper's own text does: 本报讯
 */
record Head(
    List<Entry> entries,
    int body,
    int opening,
    Particulars particulars,
    boolean spaced,
    boolean dispatch) {
  Head {
    entries = List.copyOf(entries);
  }

  /** The same with a paragraph over the title, which begins at this line. */
  Head openingAt(int line) {
    return new Head(entries, body, line, particulars, spaced, dispatch);
  }

  record Entry(Line line, Role role) {}

  Stream<Line> lines(Role role) {
    return entries.stream().filter(entry -> entry.role() == role).map(Entry::line);
  }

  /**
   * Whether an article of a newspaper or an account stands here: it says so, or names its writers.
   */
  boolean isPress(ReadingRules rules) {
    Pattern press = rules.phrases().any("press-signs");
    return dispatch || lines(Role.META).anyMatch(line -> press.matcher(line.compact()).find());
  }

  Optional<Line> first(Role role) {
    return lines(role).findFirst();
  }
}
