package wenmai.corpus.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address within a document (条款项), as the contract prints it: {@code 12} 第十二条, {@code 12.2} 第二款,
 * {@code 12.2.3} 第三项, {@code 12.0.3} an item without a paragraph named, {@code 12_1} 第十二条之一, {@code
 * 18-20} a range, {@code 5;9.2} several.
 */
public record Provision(List<Range> ranges) {
  private static final Pattern POINT =
      Pattern.compile("(\\d{1,4})(?:_(\\d{1,3}))?(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");

  public Provision {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("a provision names at least one place");
    }
  }

  /**
   * One place.
   *
   * @param article 条, from 1
   * @param inserted 之一 is 1; 0 where there is none
   * @param paragraph 款, 0 where none is named
   * @param item 项, 0 where none is named
   */
  public record Point(int article, int inserted, int paragraph, int item) {
    public static Point article(int article) {
      return new Point(article, 0, 0, 0);
    }

    @Override
    public String toString() {
      String head = inserted == 0 ? "" + article : article + "_" + inserted;
      if (item > 0) {
        return head + "." + paragraph + "." + item;
      }
      return paragraph > 0 ? head + "." + paragraph : head;
    }
  }

  /** From one place to another; both the same for a single place. */
  public record Range(Point first, Point last) {
    @Override
    public String toString() {
      return first.equals(last) ? first.toString() : first + "-" + last;
    }
  }

  /** Whether one of its places lies within another: 第十二条第二款 within 第十二条, 第十二条 within 第十条至第十五条. */
  public boolean touches(Provision other) {
    return ranges.stream()
        .anyMatch(mine -> other.ranges().stream().anyMatch(theirs -> touch(mine, theirs)));
  }

  private static boolean touch(Range mine, Range theirs) {
    if (mine.first().equals(mine.last()) && theirs.first().equals(theirs.last())) {
      return within(mine.first(), theirs.first());
    }
    return place(mine.first()) <= place(theirs.last())
        && place(theirs.first()) <= place(mine.last());
  }

  /** Whether a point is the other or a part of it. */
  private static boolean within(Point part, Point whole) {
    return place(part) == place(whole)
        && (whole.paragraph() == 0 || whole.paragraph() == part.paragraph())
        && (whole.item() == 0 || whole.item() == part.item());
  }

  private static int place(Point point) {
    return point.article() * 1_000 + point.inserted();
  }

  public static Provision of(Point point) {
    return new Provision(List.of(new Range(point, point)));
  }

  public static Optional<Provision> parse(String printed) {
    List<Range> ranges = new ArrayList<>();
    for (String part : printed.split(";", -1)) {
      String[] ends = part.split("-", -1);
      Optional<Point> first = point(ends[0]);
      Optional<Point> last = ends.length == 2 ? point(ends[1]) : first;
      if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(new Range(first.get(), last.get()));
    }
    return Optional.of(new Provision(ranges));
  }

  private static Optional<Point> point(String printed) {
    Matcher matcher = POINT.matcher(printed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Point(
            Integer.parseInt(matcher.group(1)),
            part(matcher, 2),
            part(matcher, 3),
            part(matcher, 4)));
  }

  private static int part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  @Override
  public String toString() {
    return String.join(";", ranges.stream().map(Range::toString).toList());
  }
}
