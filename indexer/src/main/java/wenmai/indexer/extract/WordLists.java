package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import wenmai.indexer.numbering.ListLevel;
import wenmai.indexer.numbering.NumberStyle;
import wenmai.indexer.numbering.NumberedList;

/**
 * The lists of a DOCX ({@code word/numbering.xml}) and the styles that put paragraphs into them
 * ({@code word/styles.xml}): ECMA-376 part 1, 17.9.
 */
final class WordLists {
  /** A style rests on others; Word allows fewer. */
  private static final int MOST_STYLES = 20;

  /** Word knows nine levels. */
  private static final int MOST_LEVELS = 9;

  private final Map<String, Element> kinds = new HashMap<>();
  private final Map<String, Element> lists = new HashMap<>();
  private final Map<String, Element> styles = new HashMap<>();
  private final Map<String, NumberedList> read = new HashMap<>();
  private final String namespace;
  private @Nullable String ordinary;

  /**
   * @param numbering the root of the one
   * @param styles the root of the other, if there is one
   */
  WordLists(Element numbering, @Nullable Element styles) {
    namespace = numbering.getNamespaceURI();
    for (Element kind : children(numbering, "abstractNum")) {
      kinds.putIfAbsent(attribute(kind, "abstractNumId"), kind);
    }
    for (Element list : children(numbering, "num")) {
      lists.putIfAbsent(attribute(list, "numId"), list);
    }
    if (styles != null) {
      for (Element style : children(styles, "style")) {
        String id = attribute(style, "styleId");
        this.styles.putIfAbsent(id, style);
        if (isOn(attribute(style, "default")) && attribute(style, "type").equals("paragraph")) {
          ordinary = id;
        }
      }
    }
  }

  /** Of the words both parts are written in: there are two, after the edition of the standard. */
  String namespace() {
    return namespace;
  }

  /**
   * Where a paragraph stands.
   *
   * @param list its name here
   * @param level 0 is the outermost
   */
  record Place(String list, int level) {}

  /**
   * Where a paragraph stands, if in a list.
   *
   * @param list what it says itself ({@code w:numId}); 0 takes it out of the list of its style
   * @param level what it says itself ({@code w:ilvl})
   * @param style its style; null for the ordinary one
   */
  @Nullable Place place(@Nullable String list, @Nullable String level, @Nullable String style) {
    String named = list;
    String depth = level;
    String id = style == null || !styles.containsKey(style) ? ordinary : style;
    for (int i = 0; named == null && id != null && i < MOST_STYLES; i++) {
      Element own = styles.get(id);
      if (own == null) {
        break;
      }
      Element numbering = child(child(own, "pPr"), "numPr");
      named = value(child(numbering, "numId"));
      if (named != null && depth == null) {
        depth = levelOf(named, id, value(child(numbering, "ilvl")));
      }
      id = value(child(own, "basedOn"));
    }
    return named == null || !lists.containsKey(named) ? null : new Place(named, number(depth, 0));
  }

  /** The list of that name; without levels where nothing is said of it. */
  NumberedList list(String name) {
    return read.computeIfAbsent(name, this::read);
  }

  /** The level of a list that names the style as its own. */
  private @Nullable String levelOf(String list, String style, @Nullable String otherwise) {
    for (Element level : children(kind(lists.get(list), 0), "lvl")) {
      if (style.equals(value(child(level, "pStyle")))) {
        return attribute(level, "ilvl");
      }
    }
    return otherwise;
  }

  private NumberedList read(String name) {
    Element list = lists.get(name);
    Element kind = kind(list, 0);
    Map<Integer, ListLevel> levels = new TreeMap<>();
    for (Element level : children(kind, "lvl")) {
      put(level, levels);
    }
    Map<Integer, Integer> anew = new HashMap<>();
    for (Element change : children(list, "lvlOverride")) {
      Element level = child(change, "lvl");
      if (level != null) {
        put(level, levels);
      }
      String start = value(child(change, "startOverride"));
      if (start != null) {
        anew.put(number(attribute(change, "ilvl"), 0), number(start, 1));
      }
    }
    List<ListLevel> all = new ArrayList<>();
    for (int i = 0; i < MOST_LEVELS && levels.containsKey(i); i++) {
      all.add(levels.get(i));
    }
    return new NumberedList(kind == null ? name : attribute(kind, "abstractNumId"), all, anew);
  }

  /** What a list is made after; one that only names a style of lists is made after that one's. */
  private @Nullable Element kind(@Nullable Element list, int steps) {
    Element kind = kinds.get(value(child(list, "abstractNumId")));
    String link = value(child(kind, "numStyleLink"));
    if (link == null || steps >= MOST_STYLES) {
      return kind;
    }
    Element numbering = child(child(styles.get(link), "pPr"), "numPr");
    String linked = value(child(numbering, "numId"));
    Element other = linked == null ? null : lists.get(linked);
    return other == null ? kind : kind(other, steps + 1);
  }

  private static void put(Element level, Map<Integer, ListLevel> levels) {
    int place = number(attribute(level, "ilvl"), -1);
    if (place < 0) {
      return;
    }
    Element legal = child(level, "isLgl");
    String text = value(child(level, "lvlText"));
    String gap = value(child(level, "suff"));
    levels.put(
        place,
        new ListLevel(
            number(value(child(level, "start")), 0),
            number(value(child(level, "lvlRestart")), ListLevel.BY_ALL),
            style(level),
            text == null ? "" : text,
            legal != null && (value(legal) == null || isOn(value(legal))),
            gap == null
                ? ListLevel.Gap.TAB
                : gap.equals("nothing") ? ListLevel.Gap.NOTHING : ListLevel.Gap.SPACE));
  }

  /** What only newer programs know stands in an alternative; what all know comes last in it. */
  private static NumberStyle style(Element level) {
    Element format = child(level, "numFmt");
    if (format == null) {
      Element fallback = child(child(level, "AlternateContent"), "Fallback");
      format = child(fallback, "numFmt");
    }
    String name = value(format);
    return name == null ? NumberStyle.DECIMAL : NumberStyle.named(name);
  }

  private static boolean isOn(@Nullable String value) {
    return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
  }

  private static int number(@Nullable String figures, int otherwise) {
    try {
      return figures == null ? otherwise : Integer.parseInt(figures.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static @Nullable String value(@Nullable Element element) {
    return element == null || !element.hasAttributeNS(element.getNamespaceURI(), "val")
        ? null
        : attribute(element, "val");
  }

  private static String attribute(Element element, String name) {
    return element.getAttributeNS(element.getNamespaceURI(), name);
  }

  private static @Nullable Element child(@Nullable Element parent, String name) {
    List<Element> all = children(parent, name);
    return all.isEmpty() ? null : all.getFirst();
  }

  private static List<Element> children(@Nullable Element parent, String name) {
    List<Element> found = new ArrayList<>();
    Node node = parent == null ? null : parent.getFirstChild();
    for (; node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }
}
