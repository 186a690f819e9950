package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a line shows a grade of secrecy (密级标志): alone, with its term, beside the number of the copy,
 * the paper's number or other marks, in brackets. A sentence that speaks of secrets shows none.
 */
final class SecrecyLine {
  private static final int LONGEST = 60;

  /** 【机密】: a sign behind a mark whose other half stands before it. */
  private static final Pattern CLOSING = Pattern.compile("^([^(\\[【〔]+)[)\\]】〕]");

  private static final char IN_EVERY_GRADE = '密';

  private final Pattern token;
  private final Pattern starred;
  private final Pattern bracketed;

  SecrecyLine(Phrases phrases) {
    String grade = phrases.any("secrecy-grades").pattern();
    String sign = phrases.any("secrecy-signs").pattern();
    this.token =
        Pattern.compile(
            "(?<mark>"
                + grade
                + ")(?:(?<star>"
                + sign
                + ")|"
                + phrases.any("secrecy-misread").pattern()
                + ")?|(?<number>"
                + plain(NumberReader.FULL)
                + ")|"
                + phrases.any("secrecy-beside").pattern()
                + "|"
                + phrases.any("inner-marks").pattern()
                + "|[\\p{P}\\p{S}&&[^“”‘’《》]]");
    this.starred =
        Pattern.compile("(?:^|[0-9号:\\])】〕☑√✓■])(?<mark>" + grade + sign + "[^。;“”《》]{0,30})$");
    this.bracketed =
        Pattern.compile(
            "(?:^[(\\[【〔](?<first>" + grade + ")[)\\]】〕]|[(\\[【〔](?<last>" + grade + ")[)\\]】〕]$)");
  }

  /** The same without names for its parts, which are named but once in a pattern. */
  private static String plain(Pattern pattern) {
    return pattern.pattern().replaceAll("\\?<[a-z]+>", "");
  }

  /** Nothing but a mark and what goes with it: 密级：秘密　保密期限：5年; a number is another line's. */
  boolean isAlone(Line line) {
    Parsed parsed = parse(line.compact());
    return parsed.mark() && !parsed.numbered();
  }

  /** A mark with its star and nothing but what goes with it: no sentence has such a line. */
  boolean isStarred(Line line) {
    Parsed parsed = parse(line.compact());
    return parsed.starred() && !parsed.numbered();
  }

  /** The words of the mark that a line of a heading bears, among whatever else stands on it. */
  Optional<String> inHeading(Line line) {
    String compact = line.compact();
    if (compact.indexOf(IN_EVERY_GRADE) < 0 || !line.isShort()) {
      return Optional.empty();
    }
    Parsed whole = parse(compact);
    if (whole.mark()) {
      return Optional.of(whole.words());
    }
    Optional<String> column =
        line.columns().stream()
            .map(this::parse)
            .filter(Parsed::mark)
            .map(Parsed::words)
            .findFirst();
    return column.or(() -> within(compact));
  }

  private Optional<String> within(String compact) {
    Matcher star = starred.matcher(compact);
    if (star.find()) {
      return Optional.of(star.group("mark"));
    }
    Matcher bracket = bracketed.matcher(compact);
    return bracket.find()
        ? Optional.ofNullable(bracket.group("first"))
            .or(() -> Optional.ofNullable(bracket.group("last")))
        : Optional.empty();
  }

  /**
   * What a line turns out to be made of.
   *
   * @param words of its mark and what follows it; empty where it is not made of marks alone
   * @param starred whether the mark has its star
   * @param numbered whether the paper's number stands beside it
   */
  private record Parsed(String words, boolean starred, boolean numbered) {
    static final Parsed ELSE = new Parsed("", false, false);

    boolean mark() {
      return !words.isEmpty();
    }
  }

  /** Piece by piece from the left, each as it first fits, so that a line is read but once. */
  private Parsed parse(String compact) {
    if (compact.length() > LONGEST || compact.indexOf(IN_EVERY_GRADE) < 0) {
      return Parsed.ELSE;
    }
    Matcher piece = token.matcher(compact);
    int mark = -1;
    boolean star = false;
    int number = -1;
    int at = 0;
    while (at < compact.length()) {
      if (!piece.region(at, compact.length()).lookingAt()) {
        return Parsed.ELSE;
      }
      mark = mark < 0 && piece.group("mark") != null ? at : mark;
      number = number < 0 && piece.group("number") != null ? at : number;
      star |= piece.group("star") != null;
      at = piece.end();
    }
    if (mark < 0) {
      return Parsed.ELSE;
    }
    String words = compact.substring(mark, number > mark ? number : compact.length());
    Matcher closing = CLOSING.matcher(words);
    return new Parsed(closing.matches() ? closing.group(1) : words, star, number >= 0);
  }
}
