package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  private OfdBundle(ZipFile zip, List<ZipEntry> entries, ZipEntry list) throws IOException {
    this.zip = zip;
    this.list = list;
    this.contents = OfdContents.of(zip, list);
    this.reach = new OfdReach(zip, entries);
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
    String folder = folder(index);
    boolean own =
        !folder.isEmpty()
            && contents.documents().stream().filter(each -> folder.equals(folder(each))).count()
                == 1;
    return own ? folder.substring(folder.lastIndexOf('/') + 1) + ".ofd" : (index + 1) + ".ofd";
  }

  private String folder(int index) {
    return folder(contents.documents().get(index));
  }

  /** The folder of a root, without a stroke at its end. */
  private static String folder(OfdContents.Document document) {
    List<String> parts =
        new ArrayList<>(List.of(document.root().replace('\\', '/').split("/", -1)));
    parts.removeLast();
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    return String.join("/", parts);
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
    for (ZipEntry part : reach.parts(own, OfdPackage.folder(list.getName()))) {
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
