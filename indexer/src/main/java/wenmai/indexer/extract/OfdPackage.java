package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an OFD file (OFD 包): which pages there are, where they stand in the ZIP, what their
 * templates and pictures are. Element names count without their namespace, paths without regard to
 * case: both are written in many ways. A DOCTYPE is refused.
 */
final class OfdPackage implements AutoCloseable {
  /** No part of a document is larger. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int MOST_ENTRIES = 20_000;

  /** Units stand in units; a page that needs more is an attack. */
  private static final int MOST_UNITS = 400;

  /** To open a part takes as long as to read so much of one. */
  private static final int BYTES_OF_AN_OPENING = 1024;

  private final ZipFile zip;
  private final XMLInputFactory factory;
  private final long most;
  private long left;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<String, String> properties = new TreeMap<>();
  private final List<PagePlace> pages = new ArrayList<>();
  private final List<String> attachments = new ArrayList<>();
  private final Map<String, String> annotations = new HashMap<>();
  private final Map<String, String> templates = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> pictures = new HashMap<>();

  private OfdPackage(ZipFile zip, long most) {
    this.zip = zip;
    this.most = most;
    this.left = most;
    this.factory = SafeXml.factory();
  }

  /**
   * @param most bytes of XML that are read of it in all: a template is read for each page on it
   */
  static OfdPackage open(Path file, long most) throws IOException, XMLStreamException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    try {
      OfdPackage ofd = new OfdPackage(zip, most);
      ofd.read();
      return ofd;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Whether its parts are enciphered (加密), by the list that says with what. */
  static boolean isEncrypted(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      return zip.stream()
          .limit(MOST_ENTRIES)
          .anyMatch(entry -> key(entry.getName()).endsWith("encryptions.xml"));
    } catch (IOException e) {
      return false;
    }
  }

  /** Its parts, each as often as it is named, come to more than is read. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    TooMuch(long most) {
      super((most >> 20) + " MB");
    }
  }

  /** Title, author and days that the file gives of itself. */
  Map<String, String> properties() {
    return properties;
  }

  /** Where a page's content stands. */
  record PagePlace(String id, String place) {}

  List<PagePlace> pages() {
    return pages;
  }

  OfdPage page(PagePlace page) throws IOException, XMLStreamException {
    OfdContent content = new OfdContent();
    content.read(reader(page.place()));
    for (String template : content.templates()) {
      String at = templates.get(template);
      if (at != null) {
        content.read(reader(at));
      }
    }
    for (int i = 0; i < Math.min(content.units().size(), MOST_UNITS); i++) {
      String at = units.get(content.units().get(i).id());
      if (at != null) {
        content.read(reader(at), content.units().get(i));
      }
    }
    return content.page();
  }

  /** Where the lists of what comes with the paper stand. */
  List<String> attachmentLists() {
    return attachments.stream().filter(list -> entries.containsKey(key(list))).toList();
  }

  /** A part as it is, if there is one. */
  Optional<InputStream> open(String place) throws IOException {
    ZipEntry entry = entries.get(key(place));
    return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
  }

  /** The largest picture of the page that is in the file. */
  Optional<byte[]> picture(OfdPage page) throws IOException {
    for (String id : page.pictures()) {
      String place = pictures.get(id);
      if (place != null && entries.containsKey(key(place))) {
        return Optional.of(bytes(place));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void read() throws IOException, XMLStreamException {
    int left = MOST_ENTRIES;
    String root = "";
    for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements() && left-- > 0; ) {
      ZipEntry entry = e.nextElement();
      entries.put(key(entry.getName()), entry);
      if (key(entry.getName()).endsWith("ofd.xml")
          && (root.isEmpty() || entry.getName().length() < root.length())) {
        root = entry.getName();
      }
    }
    Set<String> documents = new LinkedHashSet<>();
    String base = folder(root);
    each(
        root,
        xml -> {
          String name = xml.getLocalName();
          switch (name) {
            case "DocRoot" -> documents.add(resolve(base, xml.getElementText().strip()));
            case "Title" -> put("dc:title", xml.getElementText());
            case "Author" -> put("dc:creator", xml.getElementText());
            case "Subject" -> put("dc:subject", xml.getElementText());
            case "CreationDate" -> put("dcterms:created", xml.getElementText());
            case "ModDate" -> put("dcterms:modified", xml.getElementText());
            default -> {}
          }
        });
    for (String document : documents) {
      document(document);
    }
  }

  private void document(String place) throws IOException, XMLStreamException {
    String base = folder(place);
    List<String> resources = new ArrayList<>();
    each(
        place,
        xml -> {
          switch (xml.getLocalName()) {
            case "Page" ->
                pages.add(
                    new PagePlace(attribute(xml, "ID"), resolve(base, attribute(xml, "BaseLoc"))));
            case "Attachments" -> attachments.add(resolve(base, xml.getElementText().strip()));
            case "Annotations" -> annotations(resolve(base, xml.getElementText().strip()));
            case "TemplatePage" ->
                templates.put(attribute(xml, "ID"), resolve(base, attribute(xml, "BaseLoc")));
            case "PublicRes", "DocumentRes" ->
                resources.add(resolve(base, xml.getElementText().strip()));
            default -> {}
          }
        });
    for (String resource : resources) {
      if (entries.containsKey(key(resource))) {
        resource(resource);
      }
    }
  }

  /** Which file holds the annotations of which page. */
  private void annotations(String place) throws XMLStreamException {
    if (!entries.containsKey(key(place))) {
      return;
    }
    String[] page = {""};
    try {
      each(
          place,
          xml -> {
            switch (xml.getLocalName()) {
              case "Page" -> page[0] = attribute(xml, "PageID");
              case "FileLoc" ->
                  annotations.put(page[0], resolve(folder(place), xml.getElementText().strip()));
              default -> {}
            }
          });
    } catch (IOException e) {
      annotations.clear(); // notes on a paper are no reason to refuse it
    }
  }

  /** What is stamped or noted on the page, each text once. */
  List<String> notes(PagePlace page) throws IOException, XMLStreamException {
    String place = annotations.get(page.id());
    if (place == null || !entries.containsKey(key(place))) {
      return List.of();
    }
    Set<String> notes = new LinkedHashSet<>();
    each(
        place,
        xml -> {
          if (xml.getLocalName().equals("TextCode")) {
            String note = xml.getElementText().strip();
            if (!note.isEmpty()) {
              notes.add(note);
            }
          }
        });
    return List.copyOf(notes);
  }

  private void resource(String place) throws IOException, XMLStreamException {
    String[] base = {folder(place)};
    String[] id = {""};
    each(
        place,
        xml -> {
          switch (xml.getLocalName()) {
            case "Res" -> base[0] = resolve(base[0], attribute(xml, "BaseLoc") + "/");
            case "CompositeGraphicUnit" -> units.put(attribute(xml, "ID"), place);
            case "MultiMedia" -> id[0] = attribute(xml, "ID");
            case "MediaFile" -> pictures.put(id[0], resolve(base[0], xml.getElementText().strip()));
            default -> {}
          }
        });
  }

  interface ElementConsumer {
    void accept(XMLStreamReader xml) throws XMLStreamException;
  }

  void each(String place, ElementConsumer consumer) throws IOException, XMLStreamException {
    XMLStreamReader xml = reader(place);
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("DOCTYPE");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        consumer.accept(xml);
      }
    }
  }

  private XMLStreamReader reader(String place) throws IOException, XMLStreamException {
    byte[] part = bytes(place);
    left -= BYTES_OF_AN_OPENING + part.length;
    if (left < 0) {
      throw new TooMuch(most);
    }
    return factory.createXMLStreamReader(new java.io.ByteArrayInputStream(part));
  }

  private byte[] bytes(String place) throws IOException {
    ZipEntry entry = entries.get(key(place));
    if (entry == null) {
      throw new IOException("缺少 " + place);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(place + " 过大");
      }
      return bytes;
    }
  }

  private void put(String name, String value) {
    if (!value.isBlank() && value.length() < 2000) {
      properties.putIfAbsent(name, value.strip());
    }
  }

  static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  static String folder(String place) {
    return place.substring(0, place.lastIndexOf('/') + 1);
  }

  /** A path from the package's root if it begins with {@code /}, else from the folder. */
  static String resolve(String base, String path) {
    String slashed = path.replace('\\', '/');
    return slashed.startsWith("/") || slashed.isEmpty() ? slashed : base + slashed;
  }

  /** One form for all ways to write a path. */
  static String key(String place) {
    List<String> parts = new ArrayList<>();
    for (String part : place.replace('\\', '/').split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return String.join("/", parts);
  }
}
