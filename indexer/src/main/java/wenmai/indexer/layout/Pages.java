package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;

/**
 * Makes one raw text of the lines of all pages (成文): every line stands in it as it was printed;
 * running heads and feet are marked, and so are the line ends inside paragraphs, across columns and
 * pages too.
 */
public final class Pages {
  /** A line is full if it ends so near its column's edge, in sizes. */
  private static final double FULL = 1.6;

  /** A line begins a paragraph if it stands so far in, in sizes. */
  private static final double INDENT = 0.8;

  /** Lines of one paragraph do not differ in size by more. */
  private static final double SAME_SIZE = 0.15;

  /** A note by itself: （…通过）, or ——…在…会议上 below a title. */
  private static final Pattern NOTE = Pattern.compile("[（(][^（()）]*[)）]|[—⸺─-].*(?:会议|會議|大会|大會)上");

  /**
   * What is not parted at the end of a line, where it begins the next: figures and what they count.
   */
  private static final Pattern UNBROKEN =
      Pattern.compile("^[0-9A-Za-z][0-9A-Za-z.,%/-]{0,20}\\p{IsHan}?");

  /** A note below a title, or the first line of one: （2024年5月6日…. */
  private static final Pattern DATED_NOTE = Pattern.compile("^[（(] ?\\d{4} ?年 ?\\d{1,2} ?月 ?\\d");

  /** The width of a Latin letter or a figure, in sizes. */
  private static final double LATIN_WIDTH = 0.5;

  private static final String SENTENCE_END = "。！？；：…!?;:";

  /** What stands in sentences and in no title. */
  private static final String SENTENCE = SENTENCE_END + "，,";

  private final Predicate<String> beginsUnit;

  /**
   * @param beginsUnit whether a line begins a unit of its own, whatever the layout says
   */
  public Pages(Predicate<String> beginsUnit) {
    this.beginsUnit = beginsUnit;
  }

  /**
   * A line where it is printed.
   *
   * @param page its number, from 1
   * @param furniture whether it is a running head or foot
   */
  record Printed(int page, LayoutLine line, boolean furniture) {}

  private record Placed(LayoutLine line, Span span, boolean furniture) {}

  public RawText text(List<PageLines> pages) {
    return text(pages, Set.of());
  }

  /**
   * @param recognised numbers of the pages that OCR read
   */
  public RawText text(List<PageLines> pages, Set<Integer> recognised) {
    Furniture furniture = new Furniture(pages, recognised);
    List<Printed> printed = new ArrayList<>();
    for (PageLines page : pages) {
      BitSet edge = furniture.of(page);
      for (int i = 0; i < page.lines().size(); i++) {
        printed.add(new Printed(page.number(), page.lines().get(i), edge.get(i)));
      }
    }
    Iterator<Printed> lines = new Footnotes(this::goesOn).beforeTheirParagraphs(printed).iterator();
    StringBuilder text = new StringBuilder();
    List<RawText.PageSpan> spans = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    for (PageLines page : pages) {
      int start = text.length();
      for (int i = 0; i < page.lines().size(); i++) {
        Printed next = lines.next();
        int from = text.length();
        text.append(next.line().text().strip());
        placed.add(new Placed(next.line(), Span.of(from, text.length()), next.furniture()));
        text.append('\n');
      }
      spans.add(new RawText.PageSpan(page.number(), Span.of(start, text.length())));
    }
    return new RawText(text.toString(), spans, marks(placed));
  }

  private List<RawText.Mark> marks(List<Placed> placed) {
    List<RawText.Mark> marks = new ArrayList<>();
    Optional<Placed> last = Optional.empty();
    int cut = -1; // where furniture begins that has not been marked yet
    boolean sentence = false; // whether the last line belongs to one
    for (Placed next : placed) {
      if (next.furniture()) {
        cut = cut < 0 ? next.span().start() : cut;
        continue;
      }
      boolean joined =
          last.isPresent()
              && goesOn(last.get().line(), next.line())
              && (sentence || !DATED_NOTE.matcher(next.line().text().strip()).find());
      sentence = joined && sentence || isOfSentence(next.line());
      if (cut >= 0) {
        int from = joined ? last.orElseThrow().span().end() : cut;
        marks.add(mark(from, next.span().start(), "", Repair.Reason.BOILERPLATE));
      } else if (joined) {
        int from = last.orElseThrow().span().end();
        marks.add(
            mark(
                from,
                next.span().start(),
                between(last.orElseThrow().line(), next.line()),
                Repair.Reason.LINE_BREAK));
      }
      cut = -1;
      last = Optional.of(next);
    }
    if (cut >= 0) {
      marks.add(mark(cut, placed.getLast().span().end(), "", Repair.Reason.BOILERPLATE));
    }
    return marks;
  }

  private static RawText.Mark mark(int from, int to, String words, Repair.Reason why) {
    return new RawText.Mark(Span.of(from, to), words, why);
  }

  /** Latin words keep a blank between them. */
  private static String between(LayoutLine line, LayoutLine next) {
    String before = line.text().strip();
    String after = next.text().strip();
    return !before.isEmpty()
            && !after.isEmpty()
            && isLatin(before.charAt(before.length() - 1))
            && isLatin(after.charAt(0))
        ? " "
        : "";
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * Whether a paragraph goes on from one line to the next: the first is full, the next not set in.
   */
  private boolean goesOn(LayoutLine line, LayoutLine next) {
    double size = Math.max(line.size(), next.size());
    boolean full = line.right() >= line.column().right() - size * (FULL + unbroken(line, next));
    boolean flush = next.left() <= next.column().left() + size * INDENT;
    boolean hanging =
        Math.abs(next.left() - line.left()) < size * 0.3
            && line.column().equals(next.column())
            && !endsSentence(line);
    boolean sameType = Math.abs(line.size() - next.size()) <= size * SAME_SIZE;
    boolean cells = line.text().indexOf('\t') >= 0 || next.text().indexOf('\t') >= 0;
    boolean entry = Leaders.end(line.text().strip());
    boolean wide = line.right() - line.left() >= size * 8;
    boolean note = NOTE.matcher(line.text().strip()).matches();
    return full
        && !note
        && (flush || hanging)
        && sameType
        && wide
        && !cells
        && !entry
        && !beginsUnit.test(next.text().strip());
  }

  private static boolean isOfSentence(LayoutLine line) {
    return line.text().chars().anyMatch(c -> SENTENCE.indexOf(c) >= 0);
  }

  private static boolean endsSentence(LayoutLine line) {
    String words = line.text().strip();
    return !words.isEmpty() && SENTENCE_END.indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /** The width, in sizes, of what could not be parted and so went over to this line as a whole. */
  private static double unbroken(LayoutLine line, LayoutLine next) {
    Matcher run = UNBROKEN.matcher(next.text().strip());
    if (!run.find() || endsSentence(line)) {
      return 0;
    }
    return run.group().codePoints().mapToDouble(c -> c < 0x2e80 ? LATIN_WIDTH : 1).sum();
  }
}
