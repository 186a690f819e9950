package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * The lists of a DOCX whose numbers are written in Chinese (中文编号): the parser gives them in
 * figures, between marks that say in which form they are to be written.
 */
final class NumberingMarks {
  private static final Pattern REFERENCE = Pattern.compile("%([1-9])");

  /**
   * Levels of one list, or of what differs in a use of it; each with its form, whether it is all in
   * figures, and whether its text follows without a blank.
   */
  private record Levels(
      Map<String, String> formats, Map<String, Boolean> legal, Set<String> close) {
    Levels() {
      this(new HashMap<>(), new HashMap<>(), new HashSet<>());
    }

    void note(String level, String element, String value) {
      switch (element) {
        case "numFmt" -> formats.putIfAbsent(level, value);
        case "isLgl" -> legal.put(level, !value.matches("0|false"));
        case "suff" -> {
          if (value.equals("nothing")) {
            close.add(level);
          }
        }
        default -> {}
      }
    }
  }

  private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
  private final List<Levels> lists = new ArrayList<>();

  /** By the id of a list and the number of a level: how the level is defined, marks included. */
  private final Map<String, List<XMLEvent>> definitions = new HashMap<>();

  private NumberingMarks() {}

  static void write(byte[] part, OutputStream target) throws XMLStreamException {
    NumberingMarks marks = new NumberingMarks();
    marks.look(part);
    marks.mark(part, target);
  }

  private static XMLEventReader reader(byte[] part) throws XMLStreamException {
    return SafeXml.factory().createXMLEventReader(new ByteArrayInputStream(part));
  }

  private void look(byte[] part) throws XMLStreamException {
    String level = "";
    for (XMLEventReader in = reader(part); in.hasNext(); ) {
      XMLEvent event = in.nextEvent();
      if (!event.isStartElement()) {
        continue;
      }
      StartElement element = event.asStartElement();
      if (isList(element)) {
        lists.add(new Levels());
      } else if (name(element).equals("lvl")) {
        level = value(element, "ilvl");
      } else if (!lists.isEmpty()) {
        lists.getLast().note(level, name(element), value(element, "val"));
      }
    }
  }

  private static boolean isList(StartElement element) {
    return name(element).equals("abstractNum") || name(element).equals("num");
  }

  /** Where one is while writing: in which list, which it is a use of, at which level. */
  private static final class Place {
    private int list = -1;
    private String id = "";
    private String level = "";
    private String start = "";
    private List<XMLEvent> definition = new ArrayList<>();
    private boolean inOverride;
    private boolean inLevel;
    private boolean hasLevel;
  }

  private void mark(byte[] part, OutputStream target) throws XMLStreamException {
    XMLEventWriter out =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(target, StandardCharsets.UTF_8.name());
    Place at = new Place();
    for (XMLEventReader in = reader(part); in.hasNext(); ) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        out.add(begin(event.asStartElement(), at));
      } else if (event.isEndElement()) {
        end(event, event.asEndElement().getName().getLocalPart(), at, out);
      } else if (!event.isStartDocument()) {
        out.add(event);
      }
    }
    out.close();
  }

  private StartElement begin(StartElement element, Place at) {
    switch (name(element)) {
      case "abstractNum", "num" -> {
        at.list++;
        at.id = value(element, "abstractNumId");
      }
      case "abstractNumId" -> at.id = value(element, "val");
      case "lvlOverride" -> {
        at.inOverride = true;
        at.hasLevel = false;
        at.level = value(element, "ilvl");
        at.start = "";
      }
      case "startOverride" -> at.start = value(element, "val");
      case "lvl" -> {
        at.level = value(element, "ilvl");
        at.hasLevel = true;
        at.inLevel = true;
        at.definition = new ArrayList<>();
      }
      default -> {}
    }
    StartElement marked = at.list < 0 ? element : marked(element, lists.get(at.list), at.level);
    if (at.inLevel) {
      at.definition.add(marked);
    }
    return marked;
  }

  /**
   * A use that tells only where it begins is given the rest, which the parser would not look up.
   */
  private void end(XMLEvent event, String name, Place at, XMLEventWriter out)
      throws XMLStreamException {
    if (at.inLevel) {
      at.definition.add(event);
    }
    if (name.equals("lvl")) {
      at.inLevel = false;
      if (!at.inOverride) {
        definitions.put(at.id + "." + at.level, at.definition);
      }
    } else if (name.equals("lvlOverride")) {
      at.inOverride = false;
      if (!at.hasLevel) {
        for (XMLEvent each : definitions.getOrDefault(at.id + "." + at.level, List.of())) {
          boolean start = each.isStartElement() && name(each.asStartElement()).equals("start");
          out.add(start && !at.start.isEmpty() ? with(each.asStartElement(), at.start) : each);
        }
      }
    }
    out.add(event);
  }

  private StartElement marked(StartElement element, Levels levels, String level) {
    return switch (name(element)) {
      case "numFmt" ->
          ListNumber.of(value(element, "val")).isPresent() ? with(element, "decimal") : element;
      case "lvlText" ->
          levels.legal().getOrDefault(level, false)
              ? element
              : with(
                  element,
                  marked(value(element, "val"), levels)
                      + (levels.close().contains(level) ? ListMarks.NO_BLANK : ""));
      default -> element;
    };
  }

  private static String marked(String label, Levels levels) {
    return REFERENCE
        .matcher(label)
        .replaceAll(reference -> {
          String level = String.valueOf(Integer.parseInt(reference.group(1)) - 1);
          Optional<ListNumber> form = ListNumber.of(levels.formats().getOrDefault(level, ""));
          return form.map(f -> ListMarks.around(reference.group(), f)).orElse(reference.group());
        });
  }

  private static String name(StartElement element) {
    return element.getName().getLocalPart();
  }

  private static String value(StartElement element, String attribute) {
    for (Iterator<Attribute> i = element.getAttributes(); i.hasNext(); ) {
      Attribute each = i.next();
      if (each.getName().getLocalPart().equals(attribute)) {
        return each.getValue();
      }
    }
    return "";
  }

  private StartElement with(StartElement element, String value) {
    List<Attribute> attributes = new ArrayList<>();
    element
        .getAttributes()
        .forEachRemaining(each -> {
          QName name = each.getName();
          attributes.add(
              name.getLocalPart().equals("val")
                  ? events.createAttribute(
                      name.getPrefix(), name.getNamespaceURI(), name.getLocalPart(), value)
                  : each);
        });
    return events.createStartElement(
        element.getName(), attributes.iterator(), element.getNamespaces());
  }
}
