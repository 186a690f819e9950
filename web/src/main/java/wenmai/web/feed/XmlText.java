package wenmai.web.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML text in the making. Characters that XML forbids become U+FFFD. */
final class XmlText {
  private final XMLStreamWriter xml;

  /** What is written into an element. */
  @FunctionalInterface
  interface Inside {
    void write() throws XMLStreamException;
  }

  private XmlText(Writer text) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** A document whose root holds what is written. */
  static String document(String root, String namespace, Body body) {
    StringWriter text = new StringWriter();
    write(text, root, namespace, body);
    return text.toString();
  }

  /** The same, written as it is made. */
  static void write(Writer text, String root, String namespace, Body body) {
    try {
      XmlText out = new XmlText(text);
      out.xml.writeStartDocument("UTF-8", "1.0");
      out.xml.writeStartElement(root);
      out.xml.writeDefaultNamespace(namespace);
      body.write(out);
      out.xml.writeEndElement();
      out.xml.writeEndDocument();
      out.xml.close();
    } catch (XMLStreamException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Writes the body of a document. */
  @FunctionalInterface
  interface Body {
    void write(XmlText out) throws XMLStreamException;
  }

  void element(String name, Inside inside) throws XMLStreamException {
    xml.writeStartElement(name);
    inside.write();
    xml.writeEndElement();
  }

  void element(String name, String words) throws XMLStreamException {
    element(name, () -> xml.writeCharacters(allowed(words)));
  }

  /** An element without content; attributes come as name, value, name, value. */
  void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], allowed(attributes[i + 1]));
    }
  }

  /** Another namespace, of the element that has just been opened. */
  void namespace(String prefix, String uri) throws XMLStreamException {
    xml.writeNamespace(prefix, uri);
  }

  private static String allowed(String words) {
    StringBuilder out = new StringBuilder(words.length());
    words.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
