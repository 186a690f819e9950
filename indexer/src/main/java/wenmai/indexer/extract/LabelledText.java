package wenmai.indexer.extract;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/**
 * Copies the text of a DOCX ({@code word/document.xml}) and puts the label of each numbered
 * paragraph before its text, where readers of any kind find it. For one file.
 */
final class LabelledText {
  private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** What stands in a paragraph but is no text of its own. */
  private static final Set<String> APART = Set.of("del", "moveFrom", "txbxContent");

  private final WordLists lists;
  private final Labels labels = new Labels();
  private boolean any;

  LabelledText(WordLists lists) {
    this.lists = lists;
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

  /** An empty paragraph is counted, as Word counts it, but gets no line of its own. */
  private List<XMLEvent> labelled(Paragraph paragraph) {
    WordLists.Place place = lists.place(paragraph.list(), paragraph.level(), paragraph.style());
    if (place == null || paragraph.struck() && !paragraph.text()) {
      return paragraph.events();
    }
    String label = labels.next(place.list(), lists.list(place.list()), place.level());
    if (label.isEmpty() || !paragraph.text()) {
      return paragraph.events();
    }
    any = true;
    List<XMLEvent> events = new ArrayList<>(paragraph.events());
    events.addAll(paragraph.body(), run(label, events.getFirst().asStartElement().getName()));
    return events;
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

  private static @Nullable String value(StartElement element) {
    Attribute value =
        element.getAttributeByName(new QName(element.getName().getNamespaceURI(), "val"));
    return value == null ? null : value.getValue();
  }
}
