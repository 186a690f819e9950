package wenmai.indexer.repair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import wenmai.corpus.reading.SecrecyRules;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;
import wenmai.indexer.extract.RuleLines;
import wenmai.indexer.layout.Leaders;

/**
 * Joins lines that were broken inside a sentence (断行接续). Some breaks are certain wherever they
 * stand: a line cannot begin with a closing sign or end with an opening one. Others are told by the
 * width: in a text set to a fixed width a line that fills it and does not end a sentence goes on in
 * the next.
 */
final class LineBreakRepair {
  private static final int LONGEST_LABEL = 14;

  /** Between two cells of a row, in half-width columns. */
  private static final int NARROWEST_GAP = 2;

  /** So wide a gap parts two marks of a printed head, be it the only one. */
  private static final int WIDE_GAP = 8;

  private static final Pattern RULER = Pattern.compile("([^\\p{IsAlphabetic}\\p{IsDigit}])\\1{3,}");

  /** What a link says, in half-width columns. */
  private static final int WIDEST_LINK = 80;

  private static final Pattern RUNNING_HEAD =
      Pattern.compile("[\\s\\u3000]{2,}[·•—–\\-]{0,2}\\d{1,4}[·•—–\\-]{0,2}[\\s\\u3000]*$");

  private static final Pattern OPEN_NUMBER =
      Pattern.compile("[〔\\[【（(［][12][0-9]{3}年?[〕\\]】）)］][\\s\\u3000]*第?[0-9]{1,5}[\\s\\u3000]*$");

  private static final String CLOSING = "，。、；：？！）》〉」』】〕］”’,;:?!)]}…％%";
  private static final String OPENING = "（《〈「『【〔［“‘([{";

  private final Pattern beginsUnit;
  private final Pattern endsUnit;
  private final Pattern beginsNote;
  private final Pattern goesOn;
  private final Pattern beginsItem;
  private final Folding folding;
  private final SecrecyRules marks;

  private LineBreakRepair(RuleLines rules, Folding folding, SecrecyRules marks) {
    this.beginsUnit = rules.anyOf("begins-unit");
    this.endsUnit = rules.anyOf("ends-unit");
    this.beginsNote = rules.anyOf("begins-note");
    this.goesOn = rules.anyOf("goes-on");
    this.beginsItem = rules.anyOf("begins-item");
    this.folding = folding;
    this.marks = marks;
  }

  static LineBreakRepair read(Path config, Folding folding) {
    return new LineBreakRepair(
        RuleLines.read(config.resolve("repair/lines.txt")), folding, SecrecyRules.load(config));
  }

  List<Draft.Edit> of(String text) {
    List<SetLine> lines = SetLine.of(text);
    Wrap wrap = Wrap.of(lines, line -> !isTable(text, line));
    BitSet hanging = new Hanging(text, lines, beginsItem).ends();
    List<Draft.Edit> edits = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      TimeIsUp.check();
      SetLine line = lines.get(i);
      SetLine next = lines.get(i + 1);
      boolean beforeLink = i + 2 < lines.size() && isBeforeLink(text, line, next, lines.get(i + 2));
      boolean inside = hanging.get(i) && mayHang(text, line, next);
      if (!line.isBlank()
          && !next.isBlank()
          && !isMark(text, next)
          && (beforeLink || inside || isBroken(text, line, next, wrap))) {
        edits.add(join(text, line, next));
      }
    }
    return edits;
  }

  /** A mark of secrecy on a line of its own is never the rest of a sentence. */
  private boolean isMark(String text, SetLine line) {
    String words = text.substring(line.start(), line.end());
    return words.indexOf('密') >= 0 && marks.standsAlone(words);
  }

  /**
   * 听取了国务院总理所作的 | 政府工作报告 | 。会议…: a page that set a link on a line of its own broke the sentence
   * before it as well as behind it.
   */
  private boolean isBeforeLink(String text, SetLine line, SetLine link, SetLine rest) {
    return isClosing(rest.first())
        && link.width() <= WIDEST_LINK
        && SetLine.SENTENCE_END.indexOf(link.last()) < 0
        && SetLine.SENTENCE_END.indexOf(line.last()) < 0
        && goesOn.matcher(text).region(line.start(), line.end()).find()
        && !begins(beginsUnit, text, link)
        && !isTable(text, line)
        && !isTable(text, link);
  }

  private boolean mayHang(String text, SetLine line, SetLine next) {
    return !begins(beginsUnit, text, next)
        && !isTable(text, line)
        && !isTable(text, next)
        && !isRuler(text, line)
        && !isRuler(text, next)
        && !isRunningHead(text, line);
  }

  private static boolean isClosing(char c) {
    return CLOSING.indexOf(c) >= 0 && !isQuoteOpening(c);
  }

  private boolean isBroken(String text, SetLine line, SetLine next, Wrap wrap) {
    boolean mayGoOn =
        wrap.isWrapped()
            || SetLine.SENTENCE_END.indexOf(line.last()) < 0
            || CLOSING.indexOf(next.first()) >= 0;
    if (!mayGoOn
        || isRuler(text, line)
        || isTable(text, line)
        || isTable(text, next)
        || isRunningHead(text, line)) {
      return false;
    }
    if (isClosing(next.first())) {
      return true;
    }
    if (endsUnit.matcher(text.substring(line.start(), line.end()).strip()).find()) {
      return false;
    }
    if (isOpenNumber(text, line, next)) {
      return true;
    }
    if (OPENING.indexOf(line.last()) >= 0 || isHyphenated(text, line, next)) {
      return true;
    }
    if (begins(beginsUnit, text, next) || isBracketed(line) || isBracketed(next)) {
      return false;
    }
    boolean indented = wrap.indents() && next.indent() > 0;
    if (hasOpenTitle(text, line, next) && !indented) {
      return true;
    }
    if (hasOpenBracket(text, line, next)) {
      return true;
    }
    if ((line.last() == '，' || line.last() == '、' || line.last() == ',') && !indented) {
      return true;
    }
    if (!wrap.isWrapped() || indented || !wrap.fills(line)) {
      return false;
    }
    if ((line.last() == '）' || line.last() == ')') && isLabelled(text, next)) {
      return false;
    }
    return SetLine.SENTENCE_END.indexOf(line.last()) < 0 || (wrap.indents() && line.indent() == 0);
  }

  /**
   * 某市人大常委会公报　2023年第五号　　　　17: the head of a printed page, with its number apart, or an entry of a
   * table of contents.
   */
  private boolean isRunningHead(String text, SetLine line) {
    String words = text.substring(line.start(), line.end());
    return RUNNING_HEAD.matcher(folding.fold(words)).find() || Leaders.end(words.strip());
  }

  /** A line that stands in brackets from end to end: a note under a title. */
  private static boolean isBracketed(SetLine line) {
    return (line.first() == '（' || line.first() == '(')
        && (line.last() == '）' || line.last() == ')')
        && line.width() > LONGEST_LABEL;
  }

  private static boolean isQuoteOpening(char c) {
    return c == '’' || c == '”';
  }

  /** An entry of a form: 对答复内容的意见：. */
  private static boolean isLabelled(String text, SetLine line) {
    for (int i = line.start(); i < Math.min(line.end(), line.start() + LONGEST_LABEL); i++) {
      if (text.charAt(i) == '：' || text.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  private boolean begins(Pattern pattern, String text, SetLine line) {
    String head = text.substring(line.start(), Math.min(line.end(), line.start() + 80)).strip();
    return pattern.matcher(folding.fold(head)).lookingAt();
  }

  /** Whether a line, folded and without leading blanks, begins a unit of its own. */
  boolean beginsUnit(String words) {
    return beginsUnit.matcher(words).lookingAt();
  }

  /** 云交建字〔2023〕7 | 号: the number of a paper, broken before its last sign. */
  private static boolean isOpenNumber(String text, SetLine line, SetLine next) {
    return next.first() == '号'
        && OPEN_NUMBER.matcher(text.substring(line.start(), line.end())).find();
  }

  /** A line drawn of one sign. */
  private static boolean isRuler(String text, SetLine line) {
    return RULER.matcher(text.substring(line.start(), line.end()).strip()).matches();
  }

  /** A row of cells is a unit of its own; of cells that blanks part there are three at least. */
  private static boolean isTable(String text, SetLine line) {
    int gaps = 0;
    int blanks = 0;
    boolean begun = false;
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '|' || c == '│' || c == '┃') {
        return true;
      }
      boolean blank = TextLine.isBlank(c);
      boolean gap = !blank && blanks >= NARROWEST_GAP && begun;
      if (gap && blanks >= WIDE_GAP) {
        return true;
      }
      gaps += gap ? 1 : 0;
      begun |= !blank;
      blanks = blank ? blanks + SetLine.columns(c) : 0;
    }
    return gaps > 1;
  }

  /** A 《 without its 》, which stands in the next line. */
  private static boolean hasOpenTitle(String text, SetLine line, SetLine next) {
    for (int i = line.end() - 1; i >= line.start() && text.charAt(i) != '》'; i--) {
      if (text.charAt(i) == '《') {
        return closesTitle(text, next);
      }
    }
    return false;
  }

  /**
   * A （ without its ）, which stands in the next line: a note under a title, broken over two lines.
   */
  private boolean hasOpenBracket(String text, SetLine line, SetLine next) {
    int depth = 0;
    for (int i = line.end() - 1; i >= line.start() && depth <= 0; i--) {
      depth += bracket(text.charAt(i));
    }
    if (depth <= 0 || begins(beginsNote, text, next)) {
      return false;
    }
    for (int i = next.start(); i < next.end(); i++) {
      int sign = bracket(text.charAt(i));
      if (sign != 0) {
        return sign < 0;
      }
    }
    return false;
  }

  private static int bracket(char c) {
    return c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
  }

  private static boolean closesTitle(String text, SetLine line) {
    for (int i = line.start(); i < line.end() && text.charAt(i) != '《'; i++) {
      if (text.charAt(i) == '》') {
        return true;
      }
    }
    return false;
  }

  private static Draft.Edit join(String text, SetLine line, SetLine next) {
    int from = line.end();
    while (from > line.start() && TextLine.isBlank(text.charAt(from - 1))) {
      from--;
    }
    int to = next.start();
    while (to < next.end() && TextLine.isBlank(text.charAt(to))) {
      to++;
    }
    boolean latin = isLatin(line.last()) && isLatin(next.first());
    return isHyphenated(text, line, next)
        ? new Draft.Edit(Span.of(from - 1, to), "", Repair.Reason.LINE_BREAK)
        : new Draft.Edit(Span.of(from, to), latin ? " " : "", Repair.Reason.LINE_BREAK);
  }

  /** A word of Latin letters divided at the line's end. */
  private static boolean isHyphenated(String text, SetLine line, SetLine next) {
    if (line.last() != '-') {
      return false; // to look for one goes back to the beginning of the text
    }
    int hyphen = text.lastIndexOf('-', line.end() - 1);
    return hyphen > line.start()
        && isLatin(text.charAt(hyphen - 1))
        && next.first() >= 'a'
        && next.first() <= 'z';
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
