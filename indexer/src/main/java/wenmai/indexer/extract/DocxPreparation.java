package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import wenmai.indexer.source.BoundedCopy;

/**
 * Makes an office file ready for its parser (办公文档预处理): the text stands with its tracked changes
 * accepted and without remarks, without the glosses over its characters, with its boxes after the
 * paragraphs they are pinned to and, in OpenDocument, with the numbers of its lists. What needs
 * none of this goes to the parser as it is; the lists of Word are {@link LabelledDocx}'s.
 */
final class DocxPreparation {
  /** Larger parts are left as they are; the parser has limits of its own. */
  private static final int MOST_BYTES = 48 << 20;

  /** What is only passed on, as tables that are embedded, in all. */
  private static final long MOST_BYTES_OF_OTHERS = 512L << 20;

  private static final Pattern TEXTS =
      Pattern.compile("word/(?:document\\d?|footnotes|endnotes)\\.xml|content\\.xml");

  /** The elements of Office 2003 have the same names and mean other things. */
  private static final String OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument";

  private static final String OPEN_TEXT = "content.xml";

  /** What there is to do, as it shows in the bytes. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "<(?:\\w+:)?(?:del|moveFrom|ruby|tracked-changes|annotation|comment|threadedComment|cm)[\\s>/]");

  private DocxPreparation() {}

  /**
   * A file to read in place of this one, if there is something to do.
   *
   * @param scratch where it goes; whoever asked deletes it
   */
  static Optional<Path> of(Path file, Path scratch) throws IOException {
    return OfficeParts.isPackage(file) ? ofPackage(file, scratch) : ofOnePiece(file, scratch);
  }

  private static Optional<Path> ofOnePiece(Path file, Path scratch) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      byte[] whole = Files.readAllBytes(file);
      boolean isOpen = OfficeParts.markup(whole).contains(OPEN_DOCUMENT);
      Optional<byte[]> accepted = isOpen ? accepted(whole) : Optional.empty();
      if (accepted.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          Files.write(Files.createTempFile(scratch, "prepared", ".bin"), accepted.get()));
    } catch (XMLStreamException e) {
      return Optional.empty(); // the parser says what is wrong with it
    }
  }

  private static Optional<Path> ofPackage(Path file, Path scratch) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Map<String, byte[]> changed = new HashMap<>();
      Set<String> texts = new HashSet<>();
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        boolean isText = TEXTS.matcher(entry.getName()).matches();
        if (isText && !texts.add(entry.getName())) {
          throw new IOException(entry.getName() + " 重复");
        }
        if (isText) {
          prepared(bytes(zip, entry)).ifPresent(part -> changed.put(entry.getName(), part));
        } else if (OfficeParts.isText(entry.getName())) {
          byte[] part = bytes(zip, entry);
          if (part.length <= MOST_BYTES) {
            accepted(part).ifPresent(other -> changed.put(entry.getName(), other));
          }
        }
        if (entry.getName().equals(OPEN_TEXT)) {
          numbered(zip, changed.getOrDefault(OPEN_TEXT, bytes(zip, entry)))
              .ifPresent(part -> changed.put(OPEN_TEXT, part));
        }
      }
      return changed.isEmpty() ? Optional.empty() : Optional.of(written(zip, changed, scratch));
    } catch (XMLStreamException e) {
      return Optional.empty(); // the parser says what is wrong with it
    }
  }

  private static Optional<byte[]> numbered(ZipFile zip, byte[] text)
      throws IOException, XMLStreamException {
    ZipEntry styles = zip.getEntry("styles.xml");
    byte[] part = styles == null ? new byte[0] : bytes(zip, styles);
    return text.length > MOST_BYTES || part.length > MOST_BYTES
        ? Optional.empty()
        : LabelledOdf.of(text, part);
  }

  private static Optional<byte[]> prepared(byte[] part) throws XMLStreamException {
    if (part.length > MOST_BYTES) {
      return Optional.empty();
    }
    Optional<byte[]> accepted = accepted(part);
    return TextBoxes.takenOut(accepted.orElse(part)).or(() -> accepted);
  }

  private static Optional<byte[]> accepted(byte[] part) throws XMLStreamException {
    if (!CHANGES.matcher(OfficeParts.markup(part)).find()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(part.length);
    AcceptedChanges.write(new ByteArrayInputStream(part), out);
    return Optional.of(out.toByteArray());
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private static Path written(ZipFile zip, Map<String, byte[]> changed, Path scratch)
      throws IOException {
    Path target = Files.createTempFile(scratch, "prepared", ".bin");
    try (OutputStream raw = Files.newOutputStream(target);
        ZipOutputStream out = new ZipOutputStream(raw)) {
      long left = MOST_BYTES_OF_OTHERS;
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (changed.containsKey(entry.getName())) {
          out.write(changed.get(entry.getName()));
        } else if (isRead(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            left -= BoundedCopy.copy(in, out, left);
          }
          if (left < 0) {
            throw new IOException(entry.getName() + " 过大");
          }
        }
        out.closeEntry();
      }
    } catch (IOException | RuntimeException e) {
      Files.delete(target);
      throw e;
    }
    return target;
  }

  /** Pictures show nothing to a parser of texts. */
  private static boolean isRead(String part) {
    return !part.startsWith("word/media/") && !part.startsWith("Pictures/");
  }
}
