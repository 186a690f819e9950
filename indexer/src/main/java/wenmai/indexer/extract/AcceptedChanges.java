package wenmai.indexer.extract;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * The text of an office file as it stands (接受修订): what was struck out or moved away, and what
 * somebody remarks beside it, is gone, a paragraph whose end was struck out goes on in the next,
 * and of a character with a gloss the character is the text.
 */
final class AcceptedChanges {
  /** Gone with all that is in them. */
  private static final Set<String> GONE =
      Set.of(
          "del",
          "moveFrom",
          "tracked-changes",
          "comment",
          "threadedComment",
          "cm",
          "annotation",
          "rt",
          "rubyPr",
          "ruby-text");

  /** Only what is in them stays. */
  private static final Set<String> OPENED = Set.of("ruby", "rubyBase");

  private final XMLEventReader in;
  private final XMLEventWriter out;
  private int inRuby;
  private boolean inPropertiesOfRun;
  private boolean endIsGone;

  private AcceptedChanges(XMLEventReader in, XMLEventWriter out) {
    this.in = in;
    this.out = out;
  }

  static void write(InputStream part, OutputStream target) throws XMLStreamException {
    XMLEventReader in = SafeXml.factory().createXMLEventReader(part);
    XMLEventWriter out =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(target, StandardCharsets.UTF_8.name());
    new AcceptedChanges(in, out).write();
    out.close();
  }

  private void write() throws XMLStreamException {
    while (in.hasNext()) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        start(event.asStartElement());
      } else if (event.isEndElement()) {
        end(event, event.asEndElement().getName().getLocalPart());
      } else if (!event.isStartDocument()) {
        out.add(event);
      }
    }
  }

  private void start(StartElement element) throws XMLStreamException {
    String name = element.getName().getLocalPart();
    if (GONE.contains(name)) {
      endIsGone |= inPropertiesOfRun && !name.startsWith("r");
      skip();
    } else if (OPENED.contains(name)) {
      inRuby += name.equals("ruby") ? 1 : 0;
    } else if (inRuby > 0 && name.equals("r")) {
      return; // the run around the gloss goes on
    } else if (inRuby > 0 && name.equals("rPr")) {
      skip();
    } else {
      inPropertiesOfRun |= name.equals("rPr");
      out.add(element);
    }
  }

  private void end(XMLEvent event, String name) throws XMLStreamException {
    if (OPENED.contains(name)) {
      inRuby -= name.equals("ruby") ? 1 : 0;
    } else if (inRuby > 0 && name.equals("r")) {
      return;
    } else if (name.equals("p") && endIsGone && isParagraph(in.peek())) {
      endIsGone = false;
      in.nextEvent();
      if (in.peek().isStartElement()
          && in.peek().asStartElement().getName().getLocalPart().equals("pPr")) {
        properties();
      }
    } else {
      inPropertiesOfRun &= !name.equals("rPr");
      endIsGone &= !name.equals("p");
      out.add(event);
    }
  }

  private static boolean isParagraph(XMLEvent event) {
    return event.isStartElement() && event.asStartElement().getName().getLocalPart().equals("p");
  }

  /** Those of a paragraph that the one before goes on into: only whether its end is gone counts. */
  private void properties() throws XMLStreamException {
    in.nextEvent();
    for (int depth = 1, run = 0; depth > 0; ) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        String name = event.asStartElement().getName().getLocalPart();
        run += name.equals("rPr") ? 1 : 0;
        endIsGone |= run > 0 && GONE.contains(name);
        depth++;
      } else if (event.isEndElement()) {
        depth--;
      }
    }
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      XMLEvent event = in.nextEvent();
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
    }
  }
}
