package wenmai.indexer.extract;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An OFD of several documents (多文档 OFD): the list of contents names more than one root. Each is a
 * paper of its own, so each becomes a file of its own, with nothing in it but what it reaches.
 */
final class OfdBundle implements AutoCloseable {
  private static final int MOST_ENTRIES = 20_000;

  private final ZipFile zip;
  private final ZipEntry list;
  private final OfdContents contents;
  private final OfdReach reach;
  private final List<String> folders;
  private final Map<String, Long> documentsIn;

  private OfdBundle(ZipFile zip, List<ZipEntry> entries, ZipEntry list) throws IOException {
    this.zip = zip;
    this.list = list;
    this.contents = OfdContents.of(zip, list);
    this.reach = new OfdReach(zip, entries);
    this.folders = contents.documents().stream().map(OfdBundle::folder).toList();
    this.documentsIn = folders.stream().collect(groupingBy(folder -> folder, counting()));
  }

  static OfdBundle open(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    List<ZipEntry> entries = new ArrayList<>();
    zip.stream().limit(MOST_ENTRIES).forEach(entries::add);
    Optional<ZipEntry> list =
        entries.stream().filter(entry -> OfdContents.isAt(entry.getName())).findFirst();
    if (list.isEmpty()) {
      zip.close();
      throw new IOException("缺少 OFD.xml");
    }
    return new OfdBundle(zip, entries, list.get());
  }

  /** Whether this list of contents names more than one document. */
  static boolean isOf(ZipFile zip, ZipEntry list) throws IOException {
    return OfdContents.of(zip, list).documents().size() > 1;
  }

  /** How many documents there are. */
  int size() {
    return contents.documents().size();
  }

  /**
   * What the file of a document is called: as its folder, with its number where that is not told.
   */
  String name(int index) {
    String folder = folders.get(index);
    boolean own = !folder.isEmpty() && documentsIn.getOrDefault(folder, 0L) == 1;
    return own ? folder.substring(folder.lastIndexOf('/') + 1) + ".ofd" : (index + 1) + ".ofd";
  }

  /** The folder of a root, without a stroke at its end. */
  private static String folder(OfdContents.Document document) {
    List<String> parts =
        new ArrayList<>(List.of(document.root().replace('\\', '/').split("/", -1)));
    parts.removeLast();
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    return String.join("/", parts);
  }

  /**
   * How many bytes the files of all documents come to; once they are more than so many, no further
   * one is counted. A part that all of them share is in each of their files.
   */
  long bytes(long most) throws IOException {
    long bytes = 0;
    for (int i = 0; i < size() && bytes <= most; i++) {
      byte[] own = contents.only(contents.documents().get(i));
      bytes += own.length + reach.bytes(own, base(), most - bytes);
    }
    return bytes;
  }

  private String base() {
    return OfdPackage.folder(list.getName());
  }

  /** How the parts of a file are written. */
  interface Copier {
    void copy(InputStream in, ZipOutputStream out) throws IOException;
  }

  /** The file of one document. */
  void write(int index, ZipOutputStream out, Copier copier) throws IOException {
    byte[] own = contents.only(contents.documents().get(index));
    Set<String> written = new HashSet<>(Set.of(list.getName()));
    out.putNextEntry(new ZipEntry(list.getName()));
    copier.copy(new ByteArrayInputStream(own), out);
    out.closeEntry();
    for (ZipEntry part : reach.parts(own, base())) {
      if (written.add(part.getName())) {
        out.putNextEntry(new ZipEntry(part.getName()));
        try (InputStream in = zip.getInputStream(part)) {
          copier.copy(in, out);
        }
        out.closeEntry();
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
