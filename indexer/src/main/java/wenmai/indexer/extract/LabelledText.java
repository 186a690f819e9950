package wenmai.indexer.extract;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;
import wenmai.indexer.numbering.Labels;
import wenmai.indexer.numbering.NumberStyle;
import wenmai.indexer.numbering.NumberedList;

/**
 * Copies the text of a DOCX ({@code word/document.xml}) and puts the label of each numbered
 * paragraph before its text, where readers of any kind find it. An empty paragraph is a line of its
 * number alone where the page needs it: in a cell (序号), and where the count goes on after it; at
 * the end of a list it is what was left over from typing. For one reading of one file.
 */
final class LabelledText {
  private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** What stands in a paragraph but is no text of its own. */
  private static final Set<String> APART = Set.of("del", "moveFrom", "txbxContent");

  private final WordLists lists;
  private final Set<Integer> wanted;
  private final Labels labels = new Labels();
  private final Map<String, List<Integer>> waiting = new HashMap<>();
  private final Set<Integer> passedOver = new HashSet<>();
  private int empty;
  private int cells;
  private boolean any;

  /**
   * @param wanted which of the empty paragraphs outside of tables, in their order, get their label
   */
  LabelledText(WordLists lists, Set<Integer> wanted) {
    this.lists = lists;
    this.wanted = Set.copyOf(wanted);
  }

  /** Of the empty paragraphs, those that the count of their list went on after. */
  Set<Integer> passedOver() {
    return passedOver;
  }

  /** Whether a label has been written. */
  boolean hasLabels() {
    return any;
  }

  void copy(InputStream in, OutputStream out) throws XMLStreamException {
    XMLEventReader reader = SafeXml.factory().createXMLEventReader(in);
    XMLEventWriter writer =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(out, StandardCharsets.UTF_8.name());
    while (reader.hasNext()) {
      XMLEvent event = reader.nextEvent();
      if (event.isStartElement() && isParagraph(event.asStartElement())) {
        for (XMLEvent own : labelled(paragraph(event.asStartElement(), reader))) {
          writer.add(own);
        }
      } else {
        cells += isCell(event) ? event.isStartElement() ? 1 : -1 : 0;
        writer.add(event);
      }
    }
    writer.flush();
  }

  /**
   * A paragraph, read to its end.
   *
   * @param body the place among the events where its properties have ended
   * @param text whether anything of it is left to read
   * @param struck whether its end is struck, so that it is no paragraph any more
   */
  private record Paragraph(
      List<XMLEvent> events,
      int body,
      @Nullable String list,
      @Nullable String level,
      @Nullable String style,
      boolean text,
      boolean struck) {}

  private static Paragraph paragraph(StartElement start, XMLEventReader reader)
      throws XMLStreamException {
    List<XMLEvent> events = new ArrayList<>(List.of(start));
    List<String> path = new ArrayList<>(List.of("p"));
    String list = null;
    String level = null;
    String style = null;
    int body = 1;
    boolean text = false;
    boolean struck = false;
    while (!path.isEmpty()) {
      XMLEvent event = reader.nextEvent();
      events.add(event);
      if (event.isEndElement()) {
        boolean properties = path.size() == 2 && path.getLast().equals("pPr");
        body = properties && body == 1 ? events.size() : body;
        path.removeLast();
      } else if (event.isStartElement()) {
        StartElement element = event.asStartElement();
        path.add(element.getName().getLocalPart());
        switch (path.size() > 4 ? "" : String.join("/", path)) {
          case "p/pPr/pStyle" -> style = value(element);
          case "p/pPr/numPr/numId" -> list = value(element);
          case "p/pPr/numPr/ilvl" -> level = value(element);
          case "p/pPr/rPr/del", "p/pPr/rPr/moveFrom" -> struck = true;
          default -> {}
        }
      } else if (event.isCharacters() && path.getLast().equals("t")) {
        text |=
            !event.asCharacters().getData().isBlank() && path.stream().noneMatch(APART::contains);
      }
    }
    return new Paragraph(events, body, list, level, style, text, struck);
  }

  private List<XMLEvent> labelled(Paragraph paragraph) {
    WordLists.Place place = lists.place(paragraph.list(), paragraph.level(), paragraph.style());
    if (place == null || paragraph.struck() && !paragraph.text()) {
      return paragraph.events();
    }
    NumberedList list = lists.list(place.list());
    String label = labels.next(place.list(), list, place.level());
    if (label.isEmpty() || !(paragraph.text() || isWanted(list, place.level()))) {
      return paragraph.events();
    }
    any = true;
    if (paragraph.text() && !waiting.isEmpty()) {
      passedOver.addAll(
          Optional.ofNullable(waiting.remove(key(list, place.level()))).orElse(List.of()));
    }
    String written = paragraph.text() ? label : label.strip();
    List<XMLEvent> events = new ArrayList<>(paragraph.events());
    events.addAll(paragraph.body(), run(written, events.getFirst().asStartElement().getName()));
    return events;
  }

  /** Whether an empty paragraph is to have its label; a sign that counts nothing says nothing. */
  private boolean isWanted(NumberedList list, int level) {
    if (list.levels().get(level).style() == NumberStyle.BULLET) {
      return false;
    }
    if (cells > 0) {
      return true;
    }
    waiting.computeIfAbsent(key(list, level), key -> new ArrayList<>()).add(empty);
    return wanted.contains(empty++);
  }

  private static String key(NumberedList list, int level) {
    return list.counter() + '/' + level;
  }

  /** The text as if it had been typed. */
  private static List<XMLEvent> run(String label, QName paragraph) {
    String prefix = paragraph.getPrefix();
    String space = paragraph.getNamespaceURI();
    Attribute preserve = EVENTS.createAttribute("xml", XML, "space", "preserve");
    return List.of(
        EVENTS.createStartElement(prefix, space, "r"),
        EVENTS.createStartElement(
            new QName(space, "t", prefix),
            List.of(preserve).iterator(),
            Collections.emptyIterator()),
        EVENTS.createCharacters(label),
        EVENTS.createEndElement(prefix, space, "t"),
        EVENTS.createEndElement(prefix, space, "r"));
  }

  private static boolean isParagraph(StartElement element) {
    return element.getName().getLocalPart().equals("p")
        && element.getName().getNamespaceURI().contains("wordprocessingml");
  }

  private static boolean isCell(XMLEvent event) {
    QName name =
        event.isStartElement()
            ? event.asStartElement().getName()
            : event.isEndElement() ? event.asEndElement().getName() : null;
    return name != null
        && name.getLocalPart().equals("tc")
        && name.getNamespaceURI().contains("wordprocessingml");
  }

  private static @Nullable String value(StartElement element) {
    Attribute value =
        element.getAttributeByName(new QName(element.getName().getNamespaceURI(), "val"));
    return value == null ? null : value.getValue();
  }
}
