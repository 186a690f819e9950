package wenmai.corpus.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.structure.Marker.Style;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Span;

/**
 * Collects units while a text is read from left to right: opening one closes those that are not
 * above it. Paragraphs of an article that has only one, and their number in the addresses of its
 * items, are left out when the article closes.
 */
final class OutlineBuilder {
  private static final int ARTICLE_RANK = Style.ARTICLE.rank();
  private static final int PARAGRAPH_RANK = 11;
  private static final int ITEM_RANK = 12;
  private static final int HEADING_RANK = 20;

  private final String text;
  private final List<Unit> units = new ArrayList<>();
  private final Deque<Unit> open = new ArrayDeque<>();
  private final Map<Style, Integer> lastNumbers = new EnumMap<>(Style.class);
  private final List<Style> pointStyles = new ArrayList<>();
  private final List<Style> itemStyles = new ArrayList<>();
  private Optional<Unit> article = Optional.empty();
  private boolean hasArticles;

  OutlineBuilder(String text) {
    this.text = text;
  }

  /** The last number in this style within what is open; 0 where there was none. */
  int lastNumber(Style style) {
    return lastNumbers.getOrDefault(style, 0);
  }

  boolean inArticle() {
    return article.isPresent();
  }

  /** Whether a unit 第N条 has been seen. */
  boolean hasArticles() {
    return hasArticles;
  }

  boolean isTopStyle(Style style) {
    return !pointStyles.isEmpty() && pointStyles.getFirst() == style;
  }

  /** A chapter or a heading. */
  void open(Style style, Level level, int number, String label, int start, int formerEnd) {
    int rank = level == Level.HEADING ? HEADING_RANK + depth(pointStyles, style) : style.rank();
    close(rank, formerEnd);
    if (style.isDivision()) {
      forget(Style.POINT);
    } else {
      forgetBelow(pointStyles, style);
    }
    lastNumbers.put(style, number);
    push(new Unit(label, level, rank, start));
  }

  void article(Marker marker, int formerEnd) {
    hasArticles = true;
    itemStyles.clear();
    startArticle(marker, text.substring(marker.start(), marker.end()), formerEnd);
    for (Style style : Style.values()) {
      if (style.rank() > Style.ARTICLE.rank()) {
        lastNumbers.remove(style);
      }
    }
  }

  /** A numbered point that counts as an article, or a part of one where it is of a lower style. */
  void point(Marker marker, String label, int formerEnd) {
    if (depth(pointStyles, marker.style()) > 0) {
      item(marker, formerEnd);
      return;
    }
    startArticle(marker, label, formerEnd);
    forgetBelow(pointStyles, marker.style());
    itemStyles.clear();
  }

  private void startArticle(Marker marker, String label, int formerEnd) {
    close(ARTICLE_RANK, formerEnd);
    lastNumbers.put(marker.style(), marker.number());
    Unit unit = new Unit(label, Level.ARTICLE, ARTICLE_RANK, marker.start());
    unit.number = marker.number();
    unit.inserted = marker.inserted();
    push(unit);
    article = Optional.of(unit);
    paragraph(marker.start());
  }

  void paragraph(int start) {
    article.ifPresent(of -> {
      close(PARAGRAPH_RANK, start);
      Unit paragraph = new Unit("", Level.PARAGRAPH, PARAGRAPH_RANK, start);
      paragraph.number = ++of.paragraphs;
      push(paragraph);
      itemStyles.forEach(lastNumbers::remove);
    });
  }

  void item(Marker marker, int formerEnd) {
    int depth = depth(itemStyles, marker.style());
    close(ITEM_RANK + depth, formerEnd);
    forgetBelow(itemStyles, marker.style());
    lastNumbers.put(marker.style(), marker.number());
    Level level = depth == 0 ? Level.ITEM : Level.SUBITEM;
    Unit unit =
        new Unit(
            text.substring(marker.start(), marker.end()), level, ITEM_RANK + depth, marker.start());
    unit.number = marker.number();
    article.ifPresent(of -> unit.paragraphs = of.paragraphs);
    push(unit);
  }

  Outline build(int end) {
    close(0, end);
    CodePointIndex index = CodePointIndex.of(text);
    List<Division> divisions = new ArrayList<>(units.size());
    Unit current = new Unit("", Level.ARTICLE, ARTICLE_RANK, 0);
    for (Unit unit : units) {
      if (unit.level == Level.ARTICLE) {
        current = unit;
      }
      if (unit.level == Level.PARAGRAPH && current.paragraphs < 2) {
        continue;
      }
      Span span = Span.of(unit.start, trimmed(unit));
      divisions.add(
          new Division(unit.label(), unit.level, unit.address(current), index.toCodePoints(span)));
    }
    return new Outline(divisions);
  }

  private int trimmed(Unit unit) {
    int end = Math.max(unit.start, unit.end);
    while (end > unit.start && Marker.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private void push(Unit unit) {
    units.add(unit);
    open.push(unit);
  }

  private void close(int rank, int end) {
    while (!open.isEmpty() && open.peek().rank >= rank) {
      Unit unit = open.pop();
      unit.end = end;
      if (unit.level == Level.ARTICLE) {
        article = Optional.empty();
      }
    }
  }

  /** The place of a style among those in use, the first used being the highest. */
  private static int depth(List<Style> styles, Style style) {
    int depth = styles.indexOf(style);
    if (depth < 0) {
      styles.add(style);
      depth = styles.size() - 1;
    }
    return depth;
  }

  private void forgetBelow(List<Style> styles, Style style) {
    for (int i = styles.indexOf(style) + 1; i < styles.size(); i++) {
      forget(styles.get(i));
    }
  }

  private void forget(Style style) {
    lastNumbers.remove(style);
  }

  /** A unit whose end is not known yet. */
  private static final class Unit {
    private final String printed;
    private final Level level;
    private final int rank;
    private final int start;
    private int end;
    private int number;
    private int inserted;

    /** Of an article how many it has; of an item in which it stands. */
    private int paragraphs;

    Unit(String printed, Level level, int rank, int start) {
      this.printed = printed;
      this.level = level;
      this.rank = rank;
      this.start = start;
    }

    String label() {
      return level == Level.PARAGRAPH ? "第" + number + "款" : printed;
    }

    Optional<String> address(Unit article) {
      String head =
          article.inserted == 0 ? "" + article.number : article.number + "_" + article.inserted;
      return switch (level) {
        case ARTICLE -> Optional.of(head);
        case PARAGRAPH -> Optional.of(head + "." + number);
        case ITEM ->
            article.number == 0
                ? Optional.empty()
                : Optional.of(
                    head + "." + (article.paragraphs < 2 ? 0 : paragraphs) + "." + number);
        case PART, CHAPTER, SECTION, SUBITEM, HEADING -> Optional.empty();
      };
    }
  }
}
