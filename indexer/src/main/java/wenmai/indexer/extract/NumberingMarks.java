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
  }

  private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
  private final List<Levels> lists = new ArrayList<>();

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
      if (event.isStartElement()) {
        StartElement element = event.asStartElement();
        switch (name(element)) {
          case "abstractNum", "num" -> lists.add(new Levels());
          case "lvl" -> level = value(element, "ilvl");
          case "numFmt" -> {
            if (!lists.isEmpty()) {
              lists.getLast().formats().putIfAbsent(level, value(element, "val"));
            }
          }
          case "isLgl" -> {
            if (!lists.isEmpty()) {
              lists.getLast().legal().put(level, !value(element, "val").matches("0|false"));
            }
          }
          case "suff" -> {
            if (!lists.isEmpty() && value(element, "val").equals("nothing")) {
              lists.getLast().close().add(level);
            }
          }
          default -> {}
        }
      }
    }
  }

  private void mark(byte[] part, OutputStream target) throws XMLStreamException {
    XMLEventWriter out =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(target, StandardCharsets.UTF_8.name());
    int list = -1;
    String level = "";
    for (XMLEventReader in = reader(part); in.hasNext(); ) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        StartElement element = event.asStartElement();
        switch (name(element)) {
          case "abstractNum", "num" -> list++;
          case "lvl" -> level = value(element, "ilvl");
          default -> {}
        }
        out.add(list < 0 ? element : marked(element, lists.get(list), level));
      } else if (!event.isStartDocument()) {
        out.add(event);
      }
    }
    out.close();
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
