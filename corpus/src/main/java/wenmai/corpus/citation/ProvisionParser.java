package wenmai.corpus.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.structure.Provision.Point;
import wenmai.corpus.structure.Provision.Range;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;
import wenmai.corpus.text.Numeral;

/**
 * Reads the articles, paragraphs and items (条款项) that follow the name of a document: 第八条、第十条至第十二条,
 * 第二、三条, 第十二条之一第二款第（三）项. Chinese and Arabic numerals alike.
 */
final class ProvisionParser {
  /** More places than this are a list of everything, not a citation that anyone follows. */
  private static final int MOST_UNITS = 60;

  /** A number beyond this is a year or a sum. */
  private static final int LARGEST = 1999;

  private final CompactText text;

  ProvisionParser(CompactText text) {
    this.text = text;
  }

  /**
   * A provision that stands in the text.
   *
   * @param end one past its last character
   */
  record Parsed(Provision provision, int end) {}

  /** What the numbers of a unit count. */
  private enum Unit {
    ARTICLE,
    PARAGRAPH,
    ITEM,
    /** 目, below what an address names; it is read over. */
    SUBITEM
  }

  /** How a unit hangs on what stood before. */
  private enum Joint {
    NEXT,
    AND,
    TO
  }

  /** Articles that begin here, after 第 or after an opening chapter. */
  Optional<Parsed> articles(int start) {
    return new Reading(new Point(0, 0, 0, 0), Unit.ARTICLE).from(afterChapters(start));
  }

  /** Paragraphs or items that begin here, of a place that is known. */
  Optional<Parsed> within(Point place, int start) {
    return new Reading(place, place.paragraph() > 0 ? Unit.ITEM : Unit.PARAGRAPH).from(start);
  }

  /** Numbered points of a decision or an opinion (第二项, 第（三）点), which count as articles. */
  Optional<Parsed> points(int start) {
    Optional<Parsed> articles = articles(start);
    if (articles.isPresent() || text.at(start) != '第') {
      return articles;
    }
    boolean bracket = text.at(start + 1) == '(';
    Numeral number = Numeral.at(text, start + (bracket ? 2 : 1));
    if (!number.exists() || number.value() == 0) {
      return Optional.empty();
    }
    int end = number.end() + (bracket && text.at(number.end()) == ')' ? 1 : 0);
    char unit = text.at(end);
    return unit == '项' || unit == '点' || unit == '款'
        ? Optional.of(new Parsed(Provision.of(Point.article(number.value())), end + 1))
        : Optional.empty();
  }

  private int afterChapters(int start) {
    int at = start;
    while (text.at(at) == '第') {
      Numeral number = Numeral.at(text, at + 1);
      char unit = number.exists() ? text.at(number.end()) : '\0';
      if (unit != '编' && unit != '章' && unit != '节') {
        return at;
      }
      at = number.end() + 1;
    }
    return start;
  }

  /** One reading from left to right. */
  private final class Reading {
    private final List<Range> ranges = new ArrayList<>();
    private final Unit first;
    private Point current;
    private Unit depth;
    private int end = -1;

    Reading(Point place, Unit first) {
      this.current = place;
      this.first = first;
      this.depth = first;
    }

    Optional<Parsed> from(int start) {
      int at = start;
      Joint joint = Joint.NEXT;
      for (int units = 0; units < MOST_UNITS; units++) {
        int next = unit(at, joint);
        if (next < 0) {
          break;
        }
        end = next;
        joint = jointAt(next);
        at = next + jointLength(next, joint);
      }
      return ranges.isEmpty()
          ? Optional.empty()
          : Optional.of(new Parsed(new Provision(ranges), end));
    }

    /** Reads 第…条 or (三)项 with all its elided numbers; -1 where none stands here. */
    private int unit(int start, Joint joint) {
      List<Numeral> numbers = new ArrayList<>();
      List<Joint> joints = new ArrayList<>();
      Joint before = joint;
      int at = start;
      while (numbers.size() < MOST_UNITS) {
        int opened = opened(at);
        Numeral number = Numeral.at(text, opened);
        boolean bare = text.at(at) != '第' && opened == at;
        if (!number.exists()
            || number.value() > LARGEST
            || (bare && !mayBeBare(at, before))
            || (before != Joint.NEXT && text.gapBefore(at) == Gap.PARAGRAPH)) {
          return -1;
        }
        int closed = closed(number.end());
        numbers.add(number);
        joints.add(before);
        Optional<Unit> unit = unitAt(closed);
        if (unit.isPresent()) {
          return accept(unit.get(), numbers, joints, start, closed);
        }
        before = jointAt(closed);
        if (before == Joint.NEXT) {
          return -1;
        }
        at = closed + jointLength(closed, before);
      }
      return -1;
    }

    private int accept(
        Unit unit, List<Numeral> numbers, List<Joint> joints, int start, int closed) {
      boolean standsAlone = text.at(start) == '第' || text.at(start) == '(';
      boolean follows = !ranges.isEmpty();
      boolean wrongLevel =
          unit.compareTo(first) < 0 || (first == Unit.ARTICLE && unit != Unit.ARTICLE);
      if ((!follows && (wrongLevel || !standsAlone))
          || (unit == Unit.ARTICLE && isHeading(start, closed + 1))) {
        return -1;
      }
      int inserted = unit == Unit.ARTICLE ? inserted(closed + 1) : 0;
      for (int i = 0; i < numbers.size(); i++) {
        boolean last = i == numbers.size() - 1;
        add(unit, numbers.get(i).value(), last ? inserted : 0, joints.get(i));
      }
      return inserted > 0 ? Numeral.at(text, closed + 2).end() : closed + 1;
    }

    private void add(Unit unit, int number, int inserted, Joint joint) {
      if (unit == Unit.SUBITEM) {
        return;
      }
      Point point =
          switch (unit) {
            case ARTICLE -> new Point(number, inserted, 0, 0);
            case PARAGRAPH -> new Point(current.article(), current.inserted(), number, 0);
            case ITEM, SUBITEM ->
                new Point(current.article(), current.inserted(), current.paragraph(), number);
          };
      boolean refines = joint == Joint.NEXT && !ranges.isEmpty() && unit.compareTo(depth) > 0;
      if (refines) {
        Range refined = ranges.removeLast();
        boolean single = refined.first().equals(refined.last());
        ranges.add(single ? new Range(point, point) : new Range(refined.first(), point));
      } else if (joint == Joint.TO && !ranges.isEmpty()) {
        ranges.add(new Range(ranges.removeLast().first(), point));
      } else {
        ranges.add(new Range(point, point));
      }
      current = point;
      depth = unit;
    }

    /** 第八、九条 and 第八至十条, but not 第八条和五个. */
    private boolean mayBeBare(int at, Joint joint) {
      return joint == Joint.TO || (joint == Joint.AND && text.at(at - 1) == '、');
    }

    /** 第八条 at the start of a line with a space behind it opens an article of this text. */
    private boolean isHeading(int start, int end) {
      Gap before = text.gapBefore(start);
      return (before == Gap.LINE && text.gapBefore(end) != Gap.NONE) || before == Gap.PARAGRAPH;
    }

    private int inserted(int at) {
      if (text.at(at) != '之') {
        return 0;
      }
      Numeral number = Numeral.at(text, at + 1);
      return number.exists() && number.value() > 0 && number.value() < 1000 ? number.value() : 0;
    }
  }

  private int opened(int at) {
    int i = text.at(at) == '第' ? at + 1 : at;
    return text.at(i) == '(' ? i + 1 : i;
  }

  private int closed(int at) {
    return text.at(at) == ')' ? at + 1 : at;
  }

  private Optional<Unit> unitAt(int at) {
    return switch (text.at(at)) {
      case '条', '條' -> Optional.of(Unit.ARTICLE);
      case '款' -> Optional.of(Unit.PARAGRAPH);
      case '项', '項' -> Optional.of(Unit.ITEM);
      case '目' -> Optional.of(Unit.SUBITEM);
      default -> Optional.empty();
    };
  }

  private Joint jointAt(int at) {
    return switch (text.at(at)) {
      case '、', ',', '和', '及', '与', '或' -> Joint.AND;
      case '以' -> text.at(at + 1) == '及' ? Joint.AND : Joint.NEXT;
      case '至', '到', '-' -> Joint.TO;
      default -> Joint.NEXT;
    };
  }

  private int jointLength(int at, Joint joint) {
    if (joint == Joint.NEXT) {
      return 0;
    }
    boolean two = text.startsAt(at, "以及") || text.startsAt(at, "或者") || text.startsAt(at, "--");
    return two ? 2 : 1;
  }
}
