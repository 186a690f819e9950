package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;

/**
 * Takes what stands in boxes of a DOCX (文本框) out of the paragraph they are pinned to, and puts it
 * after that. A parser that meets a box bare reads it with brackets around it, or twice; boxes that
 * Word offers in two forms it knows, and these stay.
 */
final class TextBoxes {
  private static final String BOX = "txbxContent";
  private static final String TWO_FORMS = "AlternateContent";
  private static final Pattern ANY = Pattern.compile("<(?:\\w+:)?" + BOX + "[ >]");

  private final XMLEventReader in;
  private final XMLEventWriter out;
  private final List<XMLEvent> waiting = new ArrayList<>();
  private int paragraphs;
  private int forms;
  private boolean any;

  private TextBoxes(XMLEventReader in, XMLEventWriter out) {
    this.in = in;
    this.out = out;
  }

  /** The same text with its boxes taken out, if there are any to take. */
  static Optional<byte[]> takenOut(byte[] part) throws XMLStreamException {
    if (!ANY.matcher(new String(part, StandardCharsets.ISO_8859_1)).find()) {
      return Optional.empty();
    }
    ByteArrayOutputStream target = new ByteArrayOutputStream(part.length);
    XMLEventWriter out =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(target, StandardCharsets.UTF_8.name());
    XMLEventReader in = SafeXml.factory().createXMLEventReader(new ByteArrayInputStream(part));
    TextBoxes boxes = new TextBoxes(in, out);
    boxes.copy();
    out.flush();
    return boxes.any ? Optional.of(target.toByteArray()) : Optional.empty();
  }

  private void copy() throws XMLStreamException {
    while (in.hasNext()) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        String name = event.asStartElement().getName().getLocalPart();
        if (name.equals(BOX) && forms == 0 && paragraphs > 0) {
          takeOut();
          continue;
        }
        forms += name.equals(TWO_FORMS) ? 1 : 0;
        paragraphs += name.equals("p") ? 1 : 0;
      }
      if (!event.isStartDocument()) {
        out.add(event);
      }
      if (event.isEndElement()) {
        ended(event.asEndElement().getName().getLocalPart());
      }
    }
  }

  private void ended(String name) throws XMLStreamException {
    forms -= name.equals(TWO_FORMS) ? 1 : 0;
    paragraphs -= name.equals("p") ? 1 : 0;
    if (name.equals("p") && paragraphs == 0) {
      for (XMLEvent event : waiting) {
        out.add(event);
      }
      waiting.clear();
    }
  }

  /** A box within a box goes along as it is. */
  private void takeOut() throws XMLStreamException {
    any = true;
    for (int depth = 1; depth > 0; ) {
      XMLEvent event = in.nextEvent();
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
      if (depth > 0) {
        waiting.add(event);
      }
    }
  }
}
