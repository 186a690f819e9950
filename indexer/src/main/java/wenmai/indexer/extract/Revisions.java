package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Whether an office file holds changes that nobody has accepted or refused yet (修订痕迹). It is read
 * as if all were accepted; a report says so, for the text may not be the final one.
 */
final class Revisions {
  private static final int MOST_BYTES = 48 << 20;

  /**
   * Words put in, struck out or moved; how they look may have been changed as often as one likes.
   */
  private static final Pattern CHANGE =
      Pattern.compile("<(?:\\w{1,8}:)?(?:ins|del|moveFrom|moveTo|tracked-changes)[ >]");

  private Revisions() {}

  static boolean in(Path file, Format format) {
    return switch (format) {
      case OOXML -> has(file, "word/document.xml");
      case OPEN_DOCUMENT -> has(file, "content.xml");
      default -> false;
    };
  }

  private static boolean has(Path file, String part) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      ZipEntry entry = zip.getEntry(part);
      if (entry == null) {
        return false;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        return CHANGE.matcher(text).find();
      }
    } catch (IOException | RuntimeException e) {
      return false; // the parser says what is wrong with it
    }
  }
}
