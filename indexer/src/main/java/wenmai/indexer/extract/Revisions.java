package wenmai.indexer.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Whether an office file holds changes that nobody has accepted or refused yet (修订痕迹), or remarks
 * (批注). It is read as if all were accepted and without remarks; a report says so, for the text may
 * not be the final one, and the file shows both.
 */
final class Revisions {
  /**
   * Words put in, struck out or moved; how they look may have been changed as often as one likes.
   */
  private static final Pattern CHANGE =
      Pattern.compile(
          "<(?:\\w{1,8}:)?(?:ins|del|moveFrom|moveTo|tracked-changes)[\\s>]"
              + "|w:type=[\"']Word\\.(?:Insertion|Deletion)[\"']");

  private static final Pattern REMARK =
      Pattern.compile("<(?:\\w{1,8}:)?(?:comment|threadedComment|cm)\\s|<office:annotation[\\s>]");

  private Revisions() {}

  static boolean in(Path file, Format format) {
    return switch (format) {
      case OOXML, OPEN_DOCUMENT -> has(file, CHANGE);
      case OLE -> DocChanges.of(file).any();
      case RTF -> rtf(file).any();
      default -> false;
    };
  }

  /** Whether there are remarks, which are no words of the paper. */
  static boolean remarksIn(Path file, Format format) {
    return switch (format) {
      case OOXML, OPEN_DOCUMENT -> has(file, REMARK);
      case RTF -> !rtf(file).remarks().isBlank();
      default -> false;
    };
  }

  /** The changes of an RTF. */
  static RtfChanges rtf(Path file) {
    try {
      return Files.size(file) <= RtfPreparation.MOST_BYTES
          ? RtfChanges.of(Files.readAllBytes(file))
          : RtfChanges.none();
    } catch (IOException e) {
      return RtfChanges.none(); // the parser says what is wrong with it
    }
  }

  private static boolean has(Path file, Pattern sign) {
    AtomicBoolean found = new AtomicBoolean();
    OfficeParts.each(
        file,
        (name, part) -> found.set(found.get() || sign.matcher(OfficeParts.markup(part)).find()));
    return found.get();
  }
}
