package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import wenmai.indexer.layout.Pages.Printed;

/**
 * Notes at the foot of a page or column (脚注). They are kept where they are printed, but for those
 * that would stand in the middle of a sentence which goes on overleaf: these come before its
 * paragraph, on the page that shows them.
 */
final class Footnotes {
  /** Notes are set smaller than the text: at most this part of its size. */
  private static final double SMALLER = 0.92;

  /** How a note begins: 1 …, ①…, [1] …, ＊…, 注：…. */
  private static final Pattern NOTE =
      Pattern.compile(
          "^(?:[①-⑳]|[\\[〔［(（]?\\d{1,3}[\\]〕］)）]?(?=[^\\d.．、年月日%])|[*＊†‡]|注 ?\\d{0,2} ?[:：])");

  private final BiPredicate<LayoutLine, LayoutLine> goesOn;

  /**
   * @param goesOn whether a paragraph goes on from one line to the other
   */
  Footnotes(BiPredicate<LayoutLine, LayoutLine> goesOn) {
    this.goesOn = goesOn;
  }

  /**
   * @param lines of all pages, as they are printed
   * @return the same lines, those of a page before those of the next
   */
  List<Printed> beforeTheirParagraphs(List<Printed> lines) {
    List<Printed> ordered = new ArrayList<>(lines);
    List<Integer> body = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).furniture()) {
        body.add(i);
      }
    }
    for (int k = 1; k < body.size(); k++) {
      if (!isOneColumn(lines.get(body.get(k - 1)), lines.get(body.get(k)))) {
        move(ordered, lines, body, k);
      }
    }
    return ordered;
  }

  private static boolean isOneColumn(Printed line, Printed next) {
    return line.page() == next.page() && line.line().column().equals(next.line().column());
  }

  /**
   * @param body the places of what is no furniture
   * @param next of them the first of the next column
   */
  private void move(List<Printed> ordered, List<Printed> lines, List<Integer> body, int next) {
    int first = firstNote(lines, body, next);
    if (first <= 0) {
      return;
    }
    LayoutLine last = line(lines, body, first - 1);
    if (!goesOn.test(last, line(lines, body, next))) {
      return;
    }
    int paragraph = first - 1;
    while (paragraph > 0
        && isOneColumn(lines.get(body.get(paragraph - 1)), lines.get(body.get(paragraph)))
        && goesOn.test(line(lines, body, paragraph - 1), line(lines, body, paragraph))) {
      paragraph--;
    }
    if (paragraph == 0
        || !goesOn.test(lastBefore(lines, body, paragraph), line(lines, body, paragraph))) {
      List<Printed> notes = List.copyOf(lines.subList(body.get(first), body.get(next - 1) + 1));
      ordered.subList(body.get(first), body.get(next - 1) + 1).clear();
      ordered.addAll(body.get(paragraph), notes);
    }
  }

  /** The line before {@code next} that is no note. */
  private static LayoutLine lastBefore(List<Printed> lines, List<Integer> body, int next) {
    int first = firstNote(lines, body, next);
    return line(lines, body, (first > 0 ? first : next) - 1);
  }

  private static LayoutLine line(List<Printed> lines, List<Integer> body, int at) {
    return lines.get(body.get(at)).line();
  }

  /**
   * Of the lines before {@code next} the first of the notes they end with; 0 where there are none.
   */
  private static int firstNote(List<Printed> lines, List<Integer> body, int next) {
    Printed end = lines.get(body.get(next - 1));
    int start = next - 1;
    while (start > 0 && isOneColumn(lines.get(body.get(start - 1)), end)) {
      start--;
    }
    double size = middleSize(lines, body.subList(start, next));
    int first = next;
    while (first > start && isSmall(line(lines, body, first - 1), size)) {
      first--;
    }
    boolean notes =
        first > start
            && first < next
            && NOTE.matcher(line(lines, body, first).text().strip()).find();
    return notes ? first : 0;
  }

  private static boolean isSmall(LayoutLine line, double size) {
    return line.size() <= size * SMALLER && line.text().indexOf('\t') < 0;
  }

  private static double middleSize(List<Printed> lines, List<Integer> some) {
    double[] sizes = some.stream().mapToDouble(i -> lines.get(i).line().size()).sorted().toArray();
    return sizes[sizes.length / 2];
  }
}
