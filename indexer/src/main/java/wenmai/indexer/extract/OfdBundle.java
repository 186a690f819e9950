package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;

/**
 * An OFD of several documents (多文档 OFD): the list of contents names more than one root. Each is a
 * paper of its own, so each becomes a file of its own, with the parts of the others left out.
 */
final class OfdBundle implements AutoCloseable {
  private static final int MOST_BYTES_OF_A_LIST = 1 << 20;
  private static final int MOST_ENTRIES = 20_000;
  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]+:)?DocRoot\\b[^>]*>\\s*([^<\\s][^<]*?)\\s*</");

  private final ZipFile zip;
  private final ZipEntry list;
  private final List<String> roots;

  private OfdBundle(ZipFile zip, ZipEntry list) throws IOException {
    this.zip = zip;
    this.list = list;
    this.roots = roots(zip, list);
  }

  static OfdBundle open(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    Optional<? extends ZipEntry> list =
        zip.stream().limit(MOST_ENTRIES).filter(entry -> isList(entry.getName())).findFirst();
    if (list.isEmpty()) {
      zip.close();
      throw new IOException("缺少 OFD.xml");
    }
    return new OfdBundle(zip, list.get());
  }

  static boolean isList(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1).equalsIgnoreCase("ofd.xml");
  }

  /** Whether this list of contents names more than one document. */
  static boolean isOf(ZipFile zip, ZipEntry list) throws IOException {
    return roots(zip, list).size() > 1;
  }

  private static List<String> roots(ZipFile zip, ZipEntry list) throws IOException {
    Matcher root = ROOT.matcher(new String(bytes(zip, list), StandardCharsets.ISO_8859_1));
    List<String> roots = new ArrayList<>();
    while (root.find()) {
      roots.add(root.group(1));
    }
    return roots;
  }

  private static byte[] bytes(ZipFile zip, ZipEntry list) throws IOException {
    try (InputStream in = zip.getInputStream(list)) {
      return in.readNBytes(MOST_BYTES_OF_A_LIST);
    }
  }

  /** How many documents there are. */
  int size() {
    return roots.size();
  }

  /**
   * What the file of a document is called: as its folder, with its number where that is not told.
   */
  String name(int index) {
    String folder = folder(roots.get(index)).replaceAll(".*/(?=[^/]+/$)|/$", "");
    boolean own =
        !folder.isEmpty()
            && roots.stream().filter(root -> folder(root).equals(folder(roots.get(index)))).count()
                == 1;
    return own ? folder + ".ofd" : (index + 1) + ".ofd";
  }

  /** How the parts of a file are written. */
  interface Copier {
    void copy(InputStream in, ZipOutputStream out) throws IOException;
  }

  /** The file of one document. */
  void write(int index, ZipOutputStream out, Copier copier) throws IOException {
    int left = MOST_ENTRIES;
    for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements() && left-- > 0; ) {
      ZipEntry entry = e.nextElement();
      if (entry.isDirectory() || isOfAnother(entry.getName(), index)) {
        continue;
      }
      out.putNextEntry(new ZipEntry(entry.getName()));
      try (InputStream in =
          entry.getName().equals(list.getName())
              ? new ByteArrayInputStream(listOf(index))
              : zip.getInputStream(entry)) {
        copier.copy(in, out);
      }
      out.closeEntry();
    }
  }

  private boolean isOfAnother(String entry, int index) {
    String own = folder(roots.get(index));
    return roots.stream()
        .map(OfdBundle::folder)
        .anyMatch(other ->
            !other.isEmpty() && !own.startsWith(other) && ("/" + entry).contains("/" + other));
  }

  private static String folder(String root) {
    String bare = root.replace('\\', '/').replaceFirst("^(?:\\./|/)+", "");
    return bare.substring(0, bare.lastIndexOf('/') + 1);
  }

  /** The list of contents with one document alone. */
  private byte[] listOf(int index) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLEventReader in =
          SafeXml.factory().createXMLEventReader(new ByteArrayInputStream(bytes(zip, list)));
      XMLEventWriter out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLEventWriter(bytes, StandardCharsets.UTF_8.name());
      int body = -1;
      boolean inside = false;
      while (in.hasNext()) {
        XMLEvent event = in.nextEvent();
        boolean begins = event.isStartElement() && isBody(event);
        body += begins ? 1 : 0;
        inside |= begins;
        if (!event.isStartDocument() && (!inside || body == index)) {
          out.add(event);
        }
        inside &= !(event.isEndElement() && isBody(event));
      }
      out.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  private static boolean isBody(XMLEvent event) {
    return (event.isStartElement()
            ? event.asStartElement().getName()
            : event.asEndElement().getName())
        .getLocalPart()
        .equals("DocBody");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
