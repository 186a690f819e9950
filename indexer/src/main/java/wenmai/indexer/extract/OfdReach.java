package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of an OFD that one of its documents reaches (可达部件): what its own parts name, and what
 * those name in turn. Folders say nothing: several documents may lie in one, and their names are
 * written in any case.
 */
final class OfdReach {
  private static final int MOST_BYTES = 64 << 20;
  private static final int LONGEST_PLACE = 500;

  /** What a ZIP says of a part, however little is in it. */
  private static final int BYTES_OF_AN_ENTRY = 128;

  /** Words of a page name no part. */
  private static final Set<String> WORDS = Set.of("TextCode");

  /** What a seal was set over need not be of the document. */
  private static final Set<String> SEALED = Set.of("FileRef");

  private final ZipFile zip;
  private final XMLInputFactory factory = SafeXml.factory();
  private final Map<String, ZipEntry> entries = new HashMap<>();

  /** The last words of all keys: what ends otherwise is no place. */
  private final Set<String> lastWords = new HashSet<>();

  /**
   * What each part names, by its own name; many documents share one of resources, which is looked
   * through once.
   */
  private final Map<String, List<String>> names = new HashMap<>();

  OfdReach(ZipFile zip, Iterable<ZipEntry> entries) {
    this.zip = zip;
    for (ZipEntry entry : entries) {
      String key = OfdPackage.key(entry.getName());
      this.entries.put(key, entry);
      lastWords.add(last(key));
    }
  }

  /**
   * The parts that the document reaches, its own root first.
   *
   * @param list what the list of contents says of the document alone
   * @param base the folder of that list
   */
  List<ZipEntry> parts(byte[] list, String base) {
    return reached(list, base, Long.MAX_VALUE).parts();
  }

  /**
   * How many bytes the parts that the document reaches come to, as the ZIP says; once they are more
   * than so many, no further part is looked at.
   */
  long bytes(byte[] list, String base, long most) {
    return reached(list, base, most).bytes();
  }

  private record Reached(List<ZipEntry> parts, long bytes) {}

  private Reached reached(byte[] list, String base, long most) {
    Map<String, ZipEntry> reached = new LinkedHashMap<>();
    Deque<ZipEntry> left = new ArrayDeque<>();
    named(new ByteArrayInputStream(list), base).forEach(each -> reach(each, reached, left));
    long bytes = 0;
    while (!left.isEmpty() && bytes <= most) {
      ZipEntry part = left.removeFirst();
      bytes += BYTES_OF_AN_ENTRY + Math.max(0, part.getSize());
      if (bytes <= most && part.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) {
        names
            .computeIfAbsent(part.getName(), name -> named(part))
            .forEach(each -> reach(each, reached, left));
      }
    }
    return new Reached(List.copyOf(reached.values()), bytes);
  }

  private void reach(String key, Map<String, ZipEntry> reached, Deque<ZipEntry> left) {
    ZipEntry entry = entries.get(key);
    if (entry != null
        && !entry.isDirectory()
        && !OfdContents.isAt(entry.getName())
        && reached.putIfAbsent(key, entry) == null) {
      left.add(entry);
    }
  }

  private List<String> named(ZipEntry part) {
    try (InputStream in = zip.getInputStream(part)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      return named(new ByteArrayInputStream(bytes), OfdPackage.folder(part.getName()));
    } catch (IOException e) {
      return List.of(); // the reader of the document says what is wrong with its part
    }
  }

  /** Whatever a part says that is the place of another one, as far as it can be read. */
  private List<String> named(InputStream in, String folder) {
    Set<String> named = new LinkedHashSet<>();
    String[] base = {folder};
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      boolean words = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            words = WORDS.contains(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
              if (!SEALED.contains(xml.getAttributeLocalName(i))) {
                places(folder, base[0], xml.getAttributeValue(i), named);
              }
            }
            if (xml.getLocalName().equals("Res")) {
              base[0] = OfdPackage.resolve(folder, OfdPackage.attribute(xml, "BaseLoc") + "/");
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (!words && !xml.isWhiteSpace()) {
              places(folder, base[0], xml.getText(), named);
            }
          }
          default -> {}
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      return List.copyOf(named);
    }
    return List.copyOf(named);
  }

  /** A place is told from the part's folder, that of its resources, or the root of the package. */
  private void places(String folder, String base, String told, Set<String> named) {
    String place = told.strip();
    if (place.length() > LONGEST_PLACE || !lastWords.contains(last(place))) {
      return;
    }
    for (String from : new LinkedHashSet<>(List.of(folder, base, ""))) {
      String key = OfdPackage.key(OfdPackage.resolve(from, place));
      if (entries.containsKey(key)) {
        named.add(key);
      }
    }
  }

  private static String last(String place) {
    String slashed = place.replace('\\', '/');
    return slashed.substring(slashed.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
