package wenmai.indexer.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A DOCX whose automatic numbers are written out (自动编号展开): Tika knows only Western figures, and
 * neither numbering by styles nor lists that begin anew.
 */
final class LabelledDocx {
  private static final String NUMBERING = "word/numbering.xml";
  private static final String STYLES = "word/styles.xml";
  private static final String TEXT = "word/document";

  /** A report of 200,000 characters has some 10 MB of XML. */
  private static final long MOST_BYTES = 64L << 20;

  private LabelledDocx() {}

  /**
   * A temporary copy with the labels as text, or null where nothing is numbered or nothing can be
   * made of the file: then it is read as it is.
   */
  static @Nullable Path of(Path file, Path scratch) {
    Path copy = null;
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      ZipArchiveEntry numbering = zip.getEntry(NUMBERING);
      ZipArchiveEntry text = text(zip);
      if (numbering == null || text == null) {
        return null;
      }
      ZipArchiveEntry styles = zip.getEntry(STYLES);
      WordLists lists =
          new WordLists(root(zip, numbering), styles == null ? null : root(zip, styles));
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      LabelledText labelled = copy(zip, text, lists, Set.of(), written);
      if (!labelled.passedOver().isEmpty()) {
        written.reset();
        labelled = copy(zip, text, lists, labelled.passedOver(), written);
      }
      if (!labelled.hasLabels()) {
        return null;
      }
      copy = Files.createTempFile(scratch, "numbered", ".docx");
      byte[] none =
          ("<w:numbering xmlns:w='" + lists.namespace() + "'/>").getBytes(StandardCharsets.UTF_8);
      write(zip, Map.of(text.getName(), written.toByteArray(), NUMBERING, none), copy);
      return copy;
    } catch (IOException | SAXException | XMLStreamException | RuntimeException e) {
      discard(copy);
      return null; // Tika will say what is wrong with it, if anything is
    }
  }

  private static LabelledText copy(
      ZipFile zip,
      ZipArchiveEntry text,
      WordLists lists,
      Set<Integer> wanted,
      ByteArrayOutputStream out)
      throws IOException, XMLStreamException {
    LabelledText labelled = new LabelledText(lists, wanted);
    try (InputStream in = open(zip, text)) {
      labelled.copy(in, out);
    }
    return labelled;
  }

  static void discard(@Nullable Path copy) {
    if (copy != null) {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException e) {
        copy.toFile().deleteOnExit(); // it lies in the scratch folder, which is emptied
      }
    }
  }

  private static @Nullable ZipArchiveEntry text(ZipFile zip) {
    return Collections.list(zip.getEntries()).stream()
        .filter(entry -> entry.getName().matches(TEXT + "\\d*\\.xml"))
        .findFirst()
        .orElse(null);
  }

  private static Element root(ZipFile zip, ZipArchiveEntry entry) throws IOException, SAXException {
    try (InputStream in = open(zip, entry)) {
      return DocumentHelper.readDocument(in).getDocumentElement();
    }
  }

  /** Ends where no honest part goes on; what is cut there is no XML. */
  private static InputStream open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(zip.getInputStream(entry))
        .setMaxCount(MOST_BYTES)
        .get();
  }

  /** With the lists emptied, so that nobody counts again. */
  private static void write(ZipFile zip, Map<String, byte[]> own, Path copy) throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(copy)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        byte[] written = own.get(entry.getName());
        if (written == null) {
          out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
        } else {
          out.putArchiveEntry(new ZipArchiveEntry(entry.getName()));
          out.write(written);
          out.closeArchiveEntry();
        }
      }
    }
  }
}
