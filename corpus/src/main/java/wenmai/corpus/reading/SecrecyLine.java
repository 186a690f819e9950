package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a line shows a grade of secrecy (密级标志): alone, with its term, beside the number of the copy,
 * the paper's number or other marks, in brackets. A sentence that speaks of secrets shows none.
 */
final class SecrecyLine {
  private static final int LONGEST = 60;

  /** 【机密】: a sign behind a mark whose other half stands before it. */
  private static final Pattern CLOSING = Pattern.compile("^([^(\\[【〔]+)[)\\]】〕]");

  private static final Pattern SENTENCE = Pattern.compile("[,，、.。;；!！?？]$");

  private static final char IN_EVERY_GRADE = '密';

  /** A form that offers all grades of state secrets has none of them. */
  private static final int ALL_GRADES = 3;

  private static final int LEAST_OF_A_TABLE = 3;

  private final Pattern token;
  private final Pattern grade;
  private final Pattern boxBefore;
  private final Pattern boxBehind;
  private final Pattern starredOrTicked;
  private final Pattern label;
  private final Pattern lifted;
  private final Pattern ofOffices;
  private final Pattern numbered;
  private final Pattern registers;
  private final Pattern noHeading;
  private final Pattern asSuch;
  private final Pattern kinds;
  private final Pattern starred;
  private final Pattern bracketed;

  SecrecyLine(Phrases phrases) {
    String grade = phrases.any("secrecy-grades").pattern();
    String sign = phrases.any("secrecy-signs").pattern();
    String box = phrases.any("secrecy-boxes").pattern();
    this.grade = Pattern.compile(grade);
    this.boxBefore = Pattern.compile(box + grade + "(?!" + sign + ")");
    this.boxBehind = Pattern.compile(grade + box);
    this.starredOrTicked = Pattern.compile(sign + "|" + phrases.any("secrecy-ticks").pattern());
    this.label = phrases.any("secrecy-labels");
    this.lifted = phrases.any("secrecy-lifted");
    this.ofOffices = phrases.any("secrecy-of-offices");
    this.numbered = phrases.any("secrecy-numbered");
    this.registers = phrases.any("secrecy-registers");
    this.asSuch = phrases.any("secrecy-as-such");
    this.kinds = phrases.any("secrecy-kinds");
    this.noHeading = phrases.any("secrecy-no-heading");
    this.token =
        Pattern.compile(
            "(?<mark>"
                + grade
                + ")(?:(?<star>"
                + sign
                + ")|"
                + "(?<misread>"
                + phrases.any("secrecy-misread").pattern()
                + "))?|(?<number>"
                + plain(NumberReader.FULL)
                + ")|"
                + phrases.any("secrecy-beside").pattern()
                + "|"
                + phrases.any("inner-marks").pattern()
                + "|[\\p{P}\\p{S}&&[^“”‘’《》]]");
    this.starred =
        Pattern.compile(
            "(?:^[A-Za-z]{0,3}|[0-9号:\\])】〕☑√✓■])(?<mark>" + grade + sign + "[^。;“”《》]{0,30})$");
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

  /**
   * A mark whose star came out of OCR as a letter, and nothing but what goes with it: 机密女5年. Below
   * a heading it may be of a table of grades and their terms.
   */
  boolean isMisread(Line line) {
    Parsed parsed = parse(line.compact());
    return parsed.misread() && !parsed.numbered();
  }

  /** The number of a paper and its mark on one line: 某人常〔2022〕9号　机密. */
  boolean isBesideNumber(Line line) {
    Parsed parsed = parse(line.compact());
    return parsed.mark() && parsed.numbered();
  }

  /** Whether a line names a grade at its beginning: 机密级20年, 秘密. */
  boolean beginsWithGrade(Line line) {
    return grade.matcher(line.compact()).lookingAt();
  }

  /** 密级 alone in its line: the head of a column, below which the cells stand one a line. */
  boolean headsAColumn(Line line) {
    return label.matcher(line.compact() + ":").matches();
  }

  /** A mark that no words before it can run on into: 秘密。 may be the end of a sentence. */
  boolean isUnlikeASentence(Line line) {
    return isAlone(line) && (isStarred(line) || !SENTENCE.matcher(line.compact()).find());
  }

  /** The words of the mark that a line of a heading bears, among whatever else stands on it. */
  Optional<String> inHeading(Line line) {
    String compact = line.compact();
    if (compact.indexOf(IN_EVERY_GRADE) < 0 || !line.isShort() || lifted.matcher(compact).find()) {
      return Optional.empty();
    }
    Parsed whole = parse(compact);
    if (whole.mark()) {
      return Optional.of(whole.words());
    }
    if (isChoice(compact)) {
      return Optional.empty();
    }
    Optional<String> column =
        line.columns().stream()
            .map(this::parse)
            .filter(Parsed::mark)
            .filter(parsed -> parsed.starred() || !isOfAnother(line))
            .map(Parsed::words)
            .findFirst();
    return column.or(() -> within(compact));
  }

  /** Whether the line says what a grade in its next column is of: 表决方式　秘密. */
  private boolean isOfAnother(Line line) {
    return noHeading.matcher(line.columns().getFirst()).matches();
  }

  /** 档案编号　密级　题名: the heading of a table that tells of others how secret they are. */
  boolean headsATable(Line line) {
    return line.columns().size() >= LEAST_OF_A_TABLE && columnOfGrades(line).isPresent();
  }

  /** Whether nothing in the line says that its grade is that of the paper. */
  boolean mayBeOfATable(Line line) {
    return !starredOrTicked.matcher(line.compact()).find();
  }

  /** A grade and nothing else, which may as well be a word of a list. */
  boolean isBare(Line line) {
    return grade.matcher(line.compact()).matches();
  }

  /** 国家秘密 alone, which has no grade. */
  boolean namesNoGrade(Line line) {
    return asSuch.matcher(line.compact()).matches();
  }

  /** A line that names a kind or a grade of secrets and nothing else. */
  boolean isKindOfSecret(Line line) {
    return isBare(line) || kinds.matcher(line.compact()).matches();
  }

  /** Nothing but what may stand beside a mark: number of the copy, how urgent it is. */
  boolean goesWithMark(Line line) {
    String compact = line.compact();
    Matcher piece = token.matcher(compact);
    int at = 0;
    while (at < compact.length()
        && piece.region(at, compact.length()).lookingAt()
        && piece.end() > at) { // an entry of a list may match nothing
      at = piece.end();
    }
    return at == compact.length();
  }

  /** 人大工作秘密, which no star tells from words about such secrets. */
  boolean isOfSomeOffice(Line line) {
    return ofOffices.matcher(line.compact()).matches();
  }

  /** 一、表决方式: what stands below is part of the same paper. */
  boolean isNumberedHeading(Line line) {
    return numbered.matcher(line.compact()).lookingAt();
  }

  /** （机密）, 工作秘密: a mark that may as well be a heading within a paper on secrets. */
  boolean mayBeAHeading(Line line) {
    return kinds.matcher(line.compact()).matches() || bracketed.matcher(line.compact()).matches();
  }

  /** The column of a table that has the grades (密级). */
  OptionalInt columnOfGrades(Line head) {
    List<String> columns = head.columns();
    return IntStream.range(0, columns.size())
        .filter(at -> label.matcher(columns.get(at) + ":").matches())
        .findFirst();
  }

  /** 来文单位　标题　密级: the heading of a table of papers. */
  boolean headsARegister(Line line) {
    return headsATable(line)
        && line.columns().stream().anyMatch(column -> registers.matcher(column).matches());
  }

  /** Whether a cell holds a grade with its star and nothing else. */
  boolean isStarred(String cell) {
    return parse(cell).starred();
  }

  /** A grade behind its label and nothing but what goes with them: 密级：机密. */
  boolean isLabelled(Line line) {
    return label.matcher(line.compact()).find() && isAlone(line);
  }

  /** Whether grades stand there to be chosen from and none is: 密级：□绝密　□机密　□秘密. */
  private boolean isChoice(String compact) {
    long grades = grade.matcher(compact).results().count();
    if (grades < 2) {
      return false;
    }
    boolean isBefore = boxBefore.matcher(compact).results().count() == grades;
    boolean isBehind = boxBehind.matcher(compact).results().count() == grades;
    boolean isBlank =
        grades >= ALL_GRADES && !starredOrTicked.matcher(compact).find() && allGradesIn(compact);
    return isBefore || isBehind || isBlank;
  }

  private boolean allGradesIn(String compact) {
    return grade.matcher(compact).results().map(found -> found.group()).distinct().count()
        >= ALL_GRADES;
  }

  private Optional<String> within(String compact) {
    Matcher star = starred.matcher(compact);
    if (star.find()) {
      return Optional.of(star.group("mark"));
    }
    Matcher bracket = bracketed.matcher(compact);
    return bracket.find() && !noHeading.matcher(compact.substring(0, bracket.start())).matches()
        ? Optional.ofNullable(bracket.group("first"))
            .or(() -> Optional.ofNullable(bracket.group("last")))
        : Optional.empty();
  }

  /**
   * What a line turns out to be made of.
   *
   * @param words of its mark and what follows it; empty where it is not made of marks alone
   * @param starred whether the mark has its star
   * @param misread whether a letter stands in the place of its star
   * @param numbered whether the paper's number stands beside it
   */
  private record Parsed(String words, boolean starred, boolean misread, boolean numbered) {
    static final Parsed ELSE = new Parsed("", false, false, false);

    boolean mark() {
      return !words.isEmpty();
    }
  }

  /** Piece by piece from the left, each as it first fits, so that a line is read but once. */
  private Parsed parse(String compact) {
    if (compact.length() > LONGEST || compact.indexOf(IN_EVERY_GRADE) < 0 || isChoice(compact)) {
      return Parsed.ELSE;
    }
    Matcher piece = token.matcher(compact);
    int mark = -1;
    boolean star = false;
    boolean misread = false;
    int number = -1;
    int at = 0;
    while (at < compact.length()) {
      if (!piece.region(at, compact.length()).lookingAt() || piece.end() == at) {
        return Parsed.ELSE;
      }
      mark = mark < 0 && piece.group("mark") != null ? at : mark;
      number = number < 0 && piece.group("number") != null ? at : number;
      star |= piece.group("star") != null;
      misread |= piece.group("misread") != null;
      at = piece.end();
    }
    if (mark < 0) {
      return Parsed.ELSE;
    }
    String words = compact.substring(mark, number > mark ? number : compact.length());
    Matcher closing = CLOSING.matcher(words);
    return new Parsed(closing.matches() ? closing.group(1) : words, star, misread, number >= 0);
  }
}
