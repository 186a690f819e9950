package wenmai.indexer.repair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.extract.RuleLines;
import wenmai.indexer.layout.Leaders;

/**
 * Joins lines that were broken inside a sentence (断行接续). Some breaks are certain wherever they
 * stand: a line cannot begin with a closing sign or end with an opening one. Others are told by the
 * width: in a text set to a fixed width a line that fills it and does not end a sentence goes on in
 * the next.
 */
final class LineBreakRepair {
  /** A text wrapped wider than this many half-width columns is not wrapped. */
  private static final int WIDEST_WRAP = 140;

  private static final int NARROWEST_WRAP = 20;
  private static final int FULL_LINES_OF_A_WRAPPED_TEXT = 3;

  /** A full line may be shorter than the widest by so much: words and figures are kept whole. */
  private static final double FULL = 0.82;

  /** Of the lines that do not end a sentence, so many must be full in a wrapped text. */
  private static final double SHARE_OF_FULL_LINES = 0.5;

  private static final int LONGEST_LABEL = 14;

  /** Between two cells of a row, in half-width columns. */
  private static final int NARROWEST_GAP = 2;

  private static final Pattern RULER = Pattern.compile("([^\\p{IsAlphabetic}\\p{IsDigit}])\\1{3,}");

  private static final Pattern RUNNING_HEAD =
      Pattern.compile("[\\s\\u3000]{2,}[·•—–\\-]{0,2}\\d{1,4}[·•—–\\-]{0,2}[\\s\\u3000]*$");

  private static final String CLOSING = "，。、；：？！）》〉」』】〕］”’,;:?!)]}…％%";
  private static final String OPENING = "（《〈「『【〔［“‘([{";
  private static final String SENTENCE_END = "。！？；：…!?;:”』」";

  private final Pattern beginsUnit;
  private final Pattern beginsNote;
  private final Folding folding;

  private LineBreakRepair(Pattern beginsUnit, Pattern beginsNote, Folding folding) {
    this.beginsUnit = beginsUnit;
    this.beginsNote = beginsNote;
    this.folding = folding;
  }

  static LineBreakRepair read(Path config, Folding folding) {
    RuleLines rules = RuleLines.read(config.resolve("repair/lines.txt"));
    return new LineBreakRepair(rules.anyOf("begins-unit"), rules.anyOf("begins-note"), folding);
  }

  /** A line with what its ends and its width tell. */
  private record Set(int start, int end, int width, int indent, char first, char last) {
    boolean isBlank() {
      return width == 0;
    }
  }

  List<Draft.Edit> of(String text) {
    List<Set> lines = lines(text);
    Wrap wrap = Wrap.of(lines);
    List<Draft.Edit> edits = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      Set line = lines.get(i);
      Set next = lines.get(i + 1);
      if (!line.isBlank() && !next.isBlank() && isBroken(text, line, next, wrap)) {
        edits.add(join(text, line, next));
      }
    }
    return edits;
  }

  private boolean isBroken(String text, Set line, Set next, Wrap wrap) {
    boolean mayGoOn =
        wrap.isWrapped()
            || SENTENCE_END.indexOf(line.last()) < 0
            || CLOSING.indexOf(next.first()) >= 0;
    if (!mayGoOn
        || isRuler(text, line)
        || isTable(text, line)
        || isTable(text, next)
        || isRunningHead(text, line)) {
      return false;
    }
    if (CLOSING.indexOf(next.first()) >= 0 && !isQuoteOpening(next.first())) {
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
    if (!wrap.isWrapped() || indented || line.width() < wrap.width() * FULL) {
      return false;
    }
    if ((line.last() == '）' || line.last() == ')') && isLabelled(text, next)) {
      return false;
    }
    return SENTENCE_END.indexOf(line.last()) < 0 || (wrap.indents() && line.indent() == 0);
  }

  /**
   * 某市人大常委会公报　2023年第五号　　　　17: the head of a printed page, with its number apart, or an entry of a
   * table of contents.
   */
  private boolean isRunningHead(String text, Set line) {
    String words = text.substring(line.start(), line.end());
    return RUNNING_HEAD.matcher(folding.fold(words)).find() || Leaders.end(words.strip());
  }

  /** A line that stands in brackets from end to end: a note under a title. */
  private static boolean isBracketed(Set line) {
    return (line.first() == '（' || line.first() == '(')
        && (line.last() == '）' || line.last() == ')')
        && line.width() > LONGEST_LABEL;
  }

  private static boolean isQuoteOpening(char c) {
    return c == '’' || c == '”';
  }

  /** An entry of a form: 对答复内容的意见：. */
  private static boolean isLabelled(String text, Set line) {
    for (int i = line.start(); i < Math.min(line.end(), line.start() + LONGEST_LABEL); i++) {
      if (text.charAt(i) == '：' || text.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  private boolean begins(Pattern pattern, String text, Set line) {
    String head = text.substring(line.start(), Math.min(line.end(), line.start() + 80)).strip();
    return pattern.matcher(folding.fold(head)).lookingAt();
  }

  /** Whether a line, folded and without leading blanks, begins a unit of its own. */
  boolean beginsUnit(String words) {
    return beginsUnit.matcher(words).lookingAt();
  }

  /** A line drawn of one sign. */
  private static boolean isRuler(String text, Set line) {
    return RULER.matcher(text.substring(line.start(), line.end()).strip()).matches();
  }

  /** A row of cells is a unit of its own; of cells that blanks part there are three at least. */
  private static boolean isTable(String text, Set line) {
    int gaps = 0;
    int blanks = 0;
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '|' || c == '│' || c == '┃') {
        return true;
      }
      boolean blank = TextLine.isBlank(c);
      gaps += !blank && blanks >= NARROWEST_GAP && i - blanks > line.start() ? 1 : 0;
      blanks = blank ? blanks + columns(c) : 0;
    }
    return gaps > 1;
  }

  /** A 《 without its 》, which stands in the next line. */
  private static boolean hasOpenTitle(String text, Set line, Set next) {
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
  private boolean hasOpenBracket(String text, Set line, Set next) {
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

  private static boolean closesTitle(String text, Set line) {
    for (int i = line.start(); i < line.end() && text.charAt(i) != '《'; i++) {
      if (text.charAt(i) == '》') {
        return true;
      }
    }
    return false;
  }

  private static Draft.Edit join(String text, Set line, Set next) {
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
  private static boolean isHyphenated(String text, Set line, Set next) {
    int hyphen = text.lastIndexOf('-', line.end() - 1);
    return line.last() == '-'
        && hyphen > line.start()
        && isLatin(text.charAt(hyphen - 1))
        && next.first() >= 'a'
        && next.first() <= 'z';
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static List<Set> lines(String text) {
    List<Set> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(line(text, start, end));
      start = end + 1;
    }
    return lines;
  }

  private static Set line(String text, int start, int end) {
    int from = start;
    int indent = 0;
    while (from < end && TextLine.isBlank(text.charAt(from))) {
      indent += columns(text.charAt(from));
      from++;
    }
    int to = end;
    while (to > from && TextLine.isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return new Set(start, end, 0, 0, ' ', ' ');
    }
    int width = indent;
    for (int i = from; i < to && width <= WIDEST_WRAP * 2; i++) {
      width += columns(text.charAt(i));
    }
    return new Set(start, end, width, indent, text.charAt(from), text.charAt(to - 1));
  }

  private static int columns(char c) {
    return c == '\u200b' ? 0 : c < 0x1100 ? 1 : 2;
  }

  /**
   * The width a text is wrapped to.
   *
   * @param width in half-width columns, 0 where it is not wrapped
   * @param indents paragraphs begin further in than the lines that follow
   */
  private record Wrap(int width, boolean indents) {
    boolean isWrapped() {
      return width > 0;
    }

    static Wrap of(List<Set> lines) {
      int[] widths =
          lines.stream().filter(line -> !line.isBlank()).mapToInt(Set::width).sorted().toArray();
      long indented = lines.stream().filter(line -> !line.isBlank() && line.indent() >= 2).count();
      long flush = widths.length - indented;
      boolean indents = indented >= 2 && flush >= 2;
      if (widths.length < FULL_LINES_OF_A_WRAPPED_TEXT + 1) {
        return new Wrap(0, indents);
      }
      // One line may hang over: a heading set wide, an address of a page.
      int width = widths[widths.length - 1 - Math.min(1, widths.length / 20)];
      if (width > WIDEST_WRAP || width < NARROWEST_WRAP) {
        return new Wrap(0, indents);
      }
      long full =
          lines.stream()
              .filter(line -> line.width() >= width * FULL)
              .filter(line -> SENTENCE_END.indexOf(line.last()) < 0)
              .count();
      long open =
          lines.stream()
              .filter(line -> !line.isBlank() && SENTENCE_END.indexOf(line.last()) < 0)
              .count();
      boolean wrapped =
          full >= FULL_LINES_OF_A_WRAPPED_TEXT && full >= open * SHARE_OF_FULL_LINES / 1.5;
      return new Wrap(wrapped ? width : 0, indents);
    }
  }
}
