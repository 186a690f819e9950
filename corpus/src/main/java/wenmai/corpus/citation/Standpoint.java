package wenmai.corpus.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.structure.Provision.Point;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.CompactText;

/**
 * In which article, paragraph and item of its own text a place stands, by which 前款 is understood.
 */
final class Standpoint {

  /**
   * A unit with the units that hold it.
   *
   * @param paragraph its place in the list; its own where it holds itself
   * @param article likewise
   */
  private record Unit(
      CodePointSpan span, boolean printedAsArticle, Point point, int paragraph, int article) {
    boolean holds(int offset) {
      return span.start() <= offset && offset < span.end();
    }
  }

  private final CompactText text;
  private final CodePointIndex index;
  private final List<Unit> units = new ArrayList<>();

  Standpoint(CompactText text, Outline outline) {
    this.text = text;
    this.index = CodePointIndex.of(text.text());
    int paragraph = 0;
    int article = 0;
    for (Division division : outline.divisions()) {
      Optional<Point> point = point(division);
      if (point.isPresent()) {
        article = division.level() == Level.ARTICLE ? units.size() : article;
        paragraph = division.level() == Level.ITEM ? paragraph : units.size();
        boolean printed = division.label().startsWith("第");
        units.add(new Unit(division.span(), printed, point.get(), paragraph, article));
      }
    }
  }

  private static Optional<Point> point(Division division) {
    Level level = division.level();
    return level == Level.ARTICLE || level == Level.PARAGRAPH || level == Level.ITEM
        ? division.article().flatMap(Provision::parse).map(it -> it.ranges().getFirst().first())
        : Optional.empty();
  }

  /** The deepest unit that holds this place; empty outside all articles. */
  Optional<Point> at(int compact) {
    int offset = offset(compact);
    int last = lastStartingBy(offset);
    if (last < 0) {
      return Optional.empty();
    }
    Unit unit = units.get(last);
    if (unit.holds(offset)) {
      return Optional.of(unit.point());
    }
    Unit paragraph = units.get(unit.paragraph());
    if (paragraph.holds(offset)) {
      return Optional.of(paragraph.point());
    }
    Unit article = units.get(unit.article());
    return article.holds(offset) ? Optional.of(article.point()) : Optional.empty();
  }

  /** Whether this place stands in a unit printed 第…条, as in laws, not 一、. */
  boolean inPrintedArticle(int compact) {
    int offset = offset(compact);
    int last = lastStartingBy(offset);
    if (last < 0) {
      return false;
    }
    Unit article = units.get(units.get(last).article());
    return article.printedAsArticle() && article.holds(offset);
  }

  private int offset(int compact) {
    return index.toCodePoint(text.offset(compact));
  }

  private int lastStartingBy(int offset) {
    int low = 0;
    int high = units.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (units.get(middle).span().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
