package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import wenmai.indexer.numbering.ListLevel;
import wenmai.indexer.numbering.NumberStyle;

/** What the styles of an OpenDocument text say of its lists and headings (ODF 列表样式). */
final class OdfLists {
  private static final int MOST_LEVELS = 10;
  private static final int DEEPEST_STYLES = 30;
  private static final ListLevel SILENT =
      new ListLevel(1, ListLevel.BY_ALL, NumberStyle.NONE, "", false, ListLevel.Gap.NOTHING);

  private final Map<String, List<ListLevel>> lists = new HashMap<>();
  private final Set<String> outlines = new HashSet<>();
  private final Map<String, Paragraph> paragraphs = new HashMap<>();
  private List<ListLevel> outline = List.of();

  /**
   * A style of paragraphs.
   *
   * @param list the list its paragraphs are of; empty where they are of none
   */
  private record Paragraph(@Nullable String parent, @Nullable String list) {}

  /**
   * @param parts with styles: those of the whole document, then those of the text itself
   */
  static OdfLists of(List<byte[]> parts) throws XMLStreamException {
    OdfLists lists = new OdfLists();
    for (byte[] part : parts) {
      lists.read(SafeXml.factory().createXMLStreamReader(new ByteArrayInputStream(part)));
    }
    return lists;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    List<ListLevel> levels = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "list-style" -> {
          levels = new ArrayList<>();
          lists.put(attribute(xml, "name", ""), levels);
        }
        case "outline-style" -> {
          levels = new ArrayList<>();
          outline = levels;
          outlines.add(attribute(xml, "name", "Outline"));
        }
        case "list-level-style-number", "outline-level-style" -> put(levels, xml, level(xml));
        case "list-level-style-bullet", "list-level-style-image" -> put(levels, xml, SILENT);
        case "list-level-label-alignment" -> followed(levels, xml);
        case "style" ->
            paragraphs.put(
                attribute(xml, "name", ""),
                new Paragraph(
                    attribute(xml, "parent-style-name"), attribute(xml, "list-style-name")));
        case "body" -> {
          return;
        }
        default -> {}
      }
    }
  }

  /** The place of a level; levels that a style does not speak of say nothing. */
  private static void put(List<ListLevel> levels, XMLStreamReader xml, ListLevel level) {
    int index = number(attribute(xml, "level", "1")) - 1;
    if (index < 0 || index >= MOST_LEVELS) {
      return;
    }
    while (levels.size() <= index) {
      levels.add(SILENT);
    }
    levels.set(index, level);
  }

  private static ListLevel level(XMLStreamReader xml) {
    String format = attribute(xml, "num-format", "");
    int level = number(attribute(xml, "level", "1"));
    if (format.isEmpty() || level < 1 || level > MOST_LEVELS - 1) {
      return SILENT;
    }
    return new ListLevel(
        Math.max(0, number(attribute(xml, "start-value", "1"))),
        ListLevel.BY_ALL,
        style(format),
        label(xml, level),
        false,
        ListLevel.Gap.TAB);
  }

  private static String label(XMLStreamReader xml, int level) {
    String whole = attribute(xml, "num-list-format");
    if (whole != null && !whole.isEmpty()) {
      return whole.replaceAll("%(\\d)%", "%$1");
    }
    int shown = Math.clamp(number(attribute(xml, "display-levels", "1")), 1, level);
    StringBuilder label = new StringBuilder(attribute(xml, "num-prefix", ""));
    for (int above = level - shown + 1; above <= level; above++) {
      label.append('%').append(above).append(above < level ? "." : "");
    }
    return label.append(attribute(xml, "num-suffix", "")).toString();
  }

  private static void followed(List<ListLevel> levels, XMLStreamReader xml) {
    if ("nothing".equals(attribute(xml, "label-followed-by")) && !levels.isEmpty()) {
      ListLevel last = levels.removeLast();
      levels.add(
          new ListLevel(
              last.start(),
              last.restartAfter(),
              last.style(),
              last.text(),
              last.legal(),
              ListLevel.Gap.NOTHING));
    }
  }

  /** An office writes the first numbers of its kind of counting. */
  private static NumberStyle style(String format) {
    String first = format.split("[,，、 ]", 2)[0];
    return switch (first) {
      case "a" -> NumberStyle.LOWER_LETTER;
      case "A" -> NumberStyle.UPPER_LETTER;
      case "i" -> NumberStyle.LOWER_ROMAN;
      case "I" -> NumberStyle.UPPER_ROMAN;
      case "01" -> NumberStyle.DECIMAL_ZERO;
      case "一" -> NumberStyle.CHINESE_COUNTING_THOUSAND;
      case "壹" ->
          format.contains("贰") ? NumberStyle.LEGAL_SIMPLIFIED : NumberStyle.LEGAL_TRADITIONAL;
      case "①" -> NumberStyle.ENCLOSED_CIRCLE_CHINESE;
      case "１" -> NumberStyle.DECIMAL_FULL_WIDTH;
      case "甲" -> NumberStyle.HEAVENLY_STEMS;
      case "子" -> NumberStyle.EARTHLY_BRANCHES;
      default -> NumberStyle.DECIMAL;
    };
  }

  /** Whether anything could be numbered at all. */
  boolean number() {
    return lists.values().stream().anyMatch(OdfLists::speaks) || speaks(outline);
  }

  private static boolean speaks(List<ListLevel> levels) {
    return levels.stream().anyMatch(level -> level != SILENT);
  }

  Optional<List<ListLevel>> list(String style) {
    return Optional.ofNullable(lists.get(style)).filter(OdfLists::speaks);
  }

  boolean isOutline(String style) {
    return outlines.contains(style);
  }

  List<ListLevel> outline() {
    return outline;
  }

  /** The list that paragraphs of a style are of by themselves; empty text where of none. */
  Optional<String> listOf(@Nullable String style) {
    String name = style;
    for (int depth = 0; name != null && depth < DEEPEST_STYLES; depth++) {
      Paragraph paragraph = paragraphs.get(name);
      if (paragraph == null) {
        return Optional.empty();
      }
      if (paragraph.list() != null) {
        return Optional.of(paragraph.list());
      }
      name = paragraph.parent();
    }
    return Optional.empty();
  }

  private static int number(String text) {
    return text.matches("-?\\d{1,6}") ? Integer.parseInt(text) : 1;
  }

  private static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private static String attribute(XMLStreamReader xml, String name, String otherwise) {
    String value = attribute(xml, name);
    return value == null ? otherwise : value;
  }
}
