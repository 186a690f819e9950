package wenmai.corpus.reading;

import java.util.Optional;

/** The masthead of a bulletin (简报报头): the bulletin's name with the number of the issue under it. */
final class Masthead {
  private static final int SHORT = 8;

  private Masthead() {}

  /**
   * Whether words are a bulletin's name, with the number of the issue beside them.
   *
   * @param last the line on which they end
   */
  static boolean is(ReadingRules rules, Head head, Line last, String words) {
    return rules.phrases().any("mastheads").matcher(words).find()
        && head.lines(Role.ISSUE).anyMatch(line -> Math.abs(line.index() - last.index()) == 1);
  }

  /** 人大要讯, 某县人大信息: so short that it is no headline, also without a number. */
  static boolean isBare(ReadingRules rules, String words) {
    return words.length() <= SHORT
        && words.contains("人大")
        && rules.phrases().any("mastheads").matcher(words).find();
  }

  /** The name of the bulletin whose masthead stands over a title. */
  static Optional<Line> over(ReadingRules rules, Head head, Title title) {
    return head.lines(Role.WORDS)
        .filter(line -> line.index() < title.lastLine())
        .filter(line -> is(rules, head, line, line.compact()))
        .findFirst();
  }
}
