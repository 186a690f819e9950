package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.XMLEvent;

/**
 * The list of contents of an OFD (OFD.xml): which documents it holds. The site itself asks this of
 * files from strangers before any worker sees them, so no more than the beginning is read, each
 * sign once.
 */
final class OfdContents {
  private static final int MOST_BYTES = 1 << 20;

  /** Nobody binds more documents into one file. */
  private static final int MOST_DOCUMENTS = 2_000;

  private static final String BODY = "DocBody";
  private static final int NO_BODY = -1;

  private final byte[] bytes;
  private final List<Document> documents;
  private List<Piece> pieces = List.of();

  private OfdContents(byte[] bytes, List<Document> documents) {
    this.bytes = bytes;
    this.documents = List.copyOf(documents);
  }

  /**
   * A document of the file.
   *
   * @param body the how manieth body of the list names it
   * @param root where it begins
   */
  record Document(int body, String root) {}

  static boolean isAt(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1).equalsIgnoreCase("ofd.xml");
  }

  static OfdContents of(ZipFile zip, ZipEntry list) throws IOException {
    try (InputStream in = zip.getInputStream(list)) {
      return of(in.readNBytes(MOST_BYTES));
    }
  }

  /** What a list says that breaks off or is no XML counts as far as it can be read. */
  static OfdContents of(byte[] list) {
    List<Document> documents = new ArrayList<>();
    try {
      collect(SafeXml.factory().createXMLStreamReader(new ByteArrayInputStream(list)), documents);
    } catch (XMLStreamException | RuntimeException e) {
      // The reader of the file says what is wrong with it.
    }
    return new OfdContents(list, documents);
  }

  private static void collect(XMLStreamReader xml, List<Document> documents)
      throws XMLStreamException {
    int body = -1;
    while (xml.hasNext() && documents.size() < MOST_DOCUMENTS) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals(BODY)) {
        body++;
      } else if (xml.getLocalName().equals("DocRoot")) {
        String root = xml.getElementText().strip();
        boolean first = documents.isEmpty() || documents.getLast().body() != body;
        if (!root.isEmpty() && first && body >= 0) {
          documents.add(new Document(body, root));
        }
      }
    }
  }

  List<Document> documents() {
    return documents;
  }

  /** The list with one document alone. */
  byte[] only(Document document) throws IOException {
    ByteArrayOutputStream only = new ByteArrayOutputStream();
    try {
      XMLEventWriter out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLEventWriter(only, StandardCharsets.UTF_8.name());
      for (Piece piece : pieces()) {
        if (piece.body() == NO_BODY || piece.body() == document.body()) {
          for (XMLEvent event : piece.events()) {
            out.add(event);
          }
        }
      }
      out.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return only.toByteArray();
  }

  /**
   * What stands between two ends of bodies.
   *
   * @param body the how manieth body it is, or none
   */
  private record Piece(int body, List<XMLEvent> events) {}

  /** The list in pieces, read when they are first asked for and then no more. */
  private List<Piece> pieces() throws XMLStreamException {
    if (!pieces.isEmpty()) {
      return pieces;
    }
    XMLEventReader in = SafeXml.factory().createXMLEventReader(new ByteArrayInputStream(bytes));
    List<Piece> read = new ArrayList<>(List.of(new Piece(NO_BODY, new ArrayList<>())));
    int bodies = 0;
    while (in.hasNext()) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement() && isBody(event)) {
        read.add(new Piece(bodies++, new ArrayList<>()));
      }
      if (!event.isStartDocument()) {
        read.getLast().events().add(event);
      }
      if (event.isEndElement() && isBody(event)) {
        read.add(new Piece(NO_BODY, new ArrayList<>()));
      }
    }
    pieces = List.copyOf(read);
    return pieces;
  }

  private static boolean isBody(XMLEvent event) {
    return (event.isStartElement()
            ? event.asStartElement().getName()
            : event.asEndElement().getName())
        .getLocalPart()
        .equals(BODY);
  }
}
