package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/**
 * The table of particulars that a portal prints over a paper (信息公开表): 索引号、主题分类、发文机关、成文日期、标题、
 * 发文字号、发布日期、主题词. Label and value stand in one line, in the cells of a row, or on one line each.
 */
final class Particulars {
  static final Particulars NONE = new Particulars(List.of(), new BitSet());

  private static final int WITHIN_LINES = 40;
  private static final int FEWEST_LABELS = 2;

  /** A table with walls further down is the paper's own, not the portal's. */
  private static final int WALLED_WITHIN = 4;

  private static final int LONGEST_VALUE = 60;
  private static final int TITLE_LINES = 4;
  private static final Pattern SENTENCE = Pattern.compile("[。;]|:$");
  private static final Pattern SERIAL = Pattern.compile("[^关于]{0,12}第?[0-9]{1,5}号");
  private static final Pattern NOTHING = Pattern.compile("[-—/无]{1,2}");

  private final List<WebHeader.Entry> entries;
  private final BitSet lines;

  private Particulars(List<WebHeader.Entry> entries, BitSet lines) {
    this.entries = List.copyOf(entries);
    this.lines = lines;
  }

  /** Its entries in order, spans in the text; an empty one stays empty. */
  List<WebHeader.Entry> entries() {
    return entries;
  }

  /** The index of its first line, or -1. */
  int firstLine() {
    return lines.nextSetBit(0);
  }

  /** Whether a line, by its index, belongs to the table. */
  boolean has(int line) {
    return lines.get(line);
  }

  /** The first value under one of the labels of a list that is as wanted. */
  Optional<WebHeader.Entry> first(ReadingRules rules, String list, Predicate<String> wanted) {
    Pattern labels = rules.phrases().any(list);
    return entries.stream()
        .filter(entry -> labels.matcher(entry.label()).matches())
        .filter(entry -> wanted.test(entry.value()))
        .findFirst();
  }

  static Particulars find(ReadingRules rules, Sheet sheet) {
    List<Line> lines = sheet.lines();
    for (int i = 0; i < Math.min(lines.size(), WITHIN_LINES); i++) {
      if (opens(rules, lines.get(i))) {
        Particulars found = new Reader(rules, sheet).read(i);
        if (found.entries.size() >= FEWEST_LABELS) {
          return found;
        }
      }
    }
    return NONE;
  }

  private static boolean opens(ReadingRules rules, Line line) {
    boolean titled =
        line.index() == 0
            && rules.secrecy().inHeading(line).isEmpty()
            && line.columns().size() == 2
            && rules.phrases().any("page-titles").matcher(line.columns().getFirst()).matches();
    String words =
        line.index() < WALLED_WITHIN ? line.compact().replaceFirst("^[|]", "") : line.compact();
    return titled || rules.phrases().any("block-openers").matcher(words).lookingAt();
  }

  /** Reads one table from its first line on. */
  private static final class Reader {
    private final ReadingRules rules;
    private final Sheet sheet;
    private final List<WebHeader.Entry> entries = new ArrayList<>();
    private final BitSet taken = new BitSet();

    Reader(ReadingRules rules, Sheet sheet) {
      this.rules = rules;
      this.sheet = sheet;
    }

    Particulars read(int from) {
      List<Line> lines = sheet.lines();
      int at = from;
      while (at < lines.size()) {
        Line line = lines.get(at);
        List<WebHeader.Entry> found = entriesOf(at);
        if (!found.isEmpty()) {
          entries.addAll(found);
          taken.set(at);
          at++;
        } else if (isOpen() && (isBetweenLabels(at) || fits(line))) {
          at = value(at);
        } else {
          break;
        }
      }
      return new Particulars(entries, taken);
    }

    /** A label with its value behind a blank is a row where another row stands beside it. */
    private List<WebHeader.Entry> entriesOf(int at) {
      List<WebHeader.Entry> cells = rules.webHeader().cells(sheet.lines().get(at));
      return cells.isEmpty() && (isRow(at - 1) || isRow(at + 1))
          ? rules.webHeader().row(sheet.lines().get(at)).stream().toList()
          : cells;
    }

    private boolean isRow(int at) {
      return at >= 0
          && at < sheet.lines().size()
          && rules.webHeader().row(sheet.lines().get(at)).isPresent();
    }

    /** What stands between two labels is the value of the first. */
    private boolean isBetweenLabels(int at) {
      List<Line> lines = sheet.lines();
      return at + 1 < lines.size()
          && lines.get(at).compact().length() <= LONGEST_VALUE
          && !rules.webHeader().cells(lines.get(at + 1)).isEmpty();
    }

    /** Whether the last label has no value yet. */
    private boolean isOpen() {
      return !entries.isEmpty() && entries.getLast().value().isEmpty();
    }

    private boolean is(String list) {
      return rules.phrases().any(list).matcher(entries.getLast().label()).matches();
    }

    /** Takes the value that begins on a line; a title may go on on the next ones. */
    private int value(int at) {
      List<Line> lines = sheet.lines();
      int last = at;
      StringBuilder joined = new StringBuilder(lines.get(at).compact());
      while (is("page-titles")
          && !isTitle(joined)
          && last + 1 < Math.min(lines.size(), at + TITLE_LINES)
          && rules.webHeader().cells(lines.get(last + 1)).isEmpty()
          && !SENTENCE.matcher(lines.get(last + 1).compact()).find()) {
        last++;
        joined.append(lines.get(last).compact());
      }
      int end = is("page-titles") && !isTitle(joined) ? at : last;
      Span span = Span.of(lines.get(at).start(), lines.get(end).end());
      String label = entries.removeLast().label();
      entries.add(new WebHeader.Entry(label, span.in(sheet.folded()), span));
      taken.set(at, end + 1);
      return end + 1;
    }

    private boolean isTitle(CharSequence joined) {
      return TitleWords.isBalanced(joined) && rules.kinds().isComplete(joined.toString());
    }

    /** Whether a line can be the value of the label above it, and not where the paper begins. */
    private boolean fits(Line line) {
      String words = line.compact();
      if (words.length() > 2 * LONGEST_VALUE || SENTENCE.matcher(words).find()) {
        return false;
      }
      if (is("page-titles")) {
        return words.length() > 3;
      }
      if (words.length() > LONGEST_VALUE) {
        return false;
      }
      if (NOTHING.matcher(words).matches()) {
        return true;
      }
      if (is("page-organs")) {
        return rules.organs().isName(words) || (!begins(words) && !isTitle(words));
      }
      if (is("block-days")) {
        return DayReader.first(words).filter(day -> day.span().start() == 0).isPresent();
      }
      if (is("block-numbers")) {
        return rules.numbers().bears(line) || SERIAL.matcher(words).matches();
      }
      return !begins(words)
          && !rules.numbers().bears(line)
          && (is("page-keywords") ? areKeywords(line) : !rules.organs().isName(words));
    }

    /** Whether the paper's title, as the table gives it or by its form, begins with these words. */
    private boolean begins(String words) {
      Pattern labels = rules.phrases().any("page-titles");
      Optional<String> title =
          entries.stream()
              .filter(entry -> labels.matcher(entry.label()).matches())
              .map(entry -> entry.value().replace(" ", ""))
              .filter(value -> !value.isEmpty())
              .findFirst();
      return title
          .map(known -> known.startsWith(words) || words.startsWith(known))
          .orElseGet(() -> words.contains("关于") || isTitle(words));
    }

    /** 体育 运动会 函; where the title is not known, words with blanks or marks between. */
    private boolean areKeywords(Line line) {
      boolean parted = line.words().indexOf(' ') > 0 || line.compact().matches(".*[、△,;/].*");
      Matcher organ = rules.phrases().any("organ-words").matcher(line.compact());
      boolean titled =
          entries.stream()
              .anyMatch(entry ->
                  rules.phrases().any("page-titles").matcher(entry.label()).matches()
                      && !entry.value().isEmpty());
      return titled || (parted && !organ.find());
    }
  }
}
