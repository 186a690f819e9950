package wenmai.indexer.extract;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a file could not be taken (拒收原因). Reason and remedy, in the reader's language, stand in
 * {@code config/extract/rejections.txt} under the key.
 */
public enum RejectionCode {
  /** Nothing stands at the path. */
  NOT_FOUND("not-found"),
  /** A link, a pipe or a device: no file of its own. */
  SPECIAL_FILE("special-file"),
  /** The file system would not let it be read. */
  UNREADABLE("unreadable"),
  /** Zero bytes. */
  EMPTY_FILE("empty-file"),
  TOO_LARGE("too-large"),
  /** No reader for this format. */
  UNSUPPORTED("unsupported-format"),
  /** Bytes that are no text in any encoding we know. */
  UNKNOWN_ENCODING("unknown-encoding"),
  /** A container that can be opened by others alone (RAR 5). */
  UNSUPPORTED_ARCHIVE("unsupported-archive"),
  /** A companion file of macOS (._x), no document. */
  APPLE_DOUBLE("apple-double"),
  /** A password is needed. */
  ENCRYPTED("encrypted"),
  /** Damaged or cut off. */
  DAMAGED("damaged"),
  /** Opens, but holds no text. */
  NO_TEXT("no-text"),
  /** Only pictures of pages, and no OCR on this machine. */
  NEEDS_OCR("needs-ocr"),
  /** Expands to more than is allowed: a bomb, or a mistake. */
  EXPANDS_TOO_FAR("expands-too-far"),
  /** More is attached than is taken out. */
  TOO_MANY_ATTACHMENTS("too-many-attachments"),
  /** The text was read; what would run by itself was not. */
  MACROS("macros"),
  /** The text was read as if all changes that somebody tracked in it were accepted. */
  REVISIONS("revisions"),
  /** The text was read without what somebody remarked beside it. */
  REMARKS("remarks"),
  /** Pictures as large as a page, of which nothing was read, stand in the text. */
  PAGE_PICTURES("page-pictures"),
  /** Of a mail that has its text in several forms one was read, and another says more. */
  OTHER_FORM("other-form"),
  /** Containers in containers, deeper than allowed. */
  NESTED_TOO_DEEP("nested-too-deep"),
  /** A member's name leads out of its container. */
  UNSAFE_NAME("unsafe-name"),
  /** Took longer than allowed. */
  TIMEOUT("timeout"),
  /** Needed more memory than allowed. */
  OUT_OF_MEMORY("out-of-memory"),
  /** The parser died of it. */
  PARSER_CRASHED("parser-crashed"),
  /** Our own reading of its text failed; the log says how. */
  READING_FAILED("reading-failed"),
  /** Our own reading of its text took longer than allowed. */
  READING_TIMEOUT("reading-timeout"),
  /** A line of JSON that is none, or lacks what it must have. */
  BAD_LINE("bad-line"),
  /** A fact given with the paper that cannot be one. */
  BAD_FACT("bad-fact"),
  /** More than half of what lies under a path is gone. */
  REMOVALS_REFUSED("removals-refused");

  private final String key;

  RejectionCode(String key) {
    this.key = key;
  }

  /** Its name in reports. */
  public String key() {
    return key;
  }

  /**
   * Whether something may stand in what was refused, or left out, that nobody has looked at; else
   * there is nothing in it.
   */
  public boolean mayHideAPaper() {
    return switch (this) {
      case NOT_FOUND, EMPTY_FILE, APPLE_DOUBLE, NO_TEXT, MACROS, REMOVALS_REFUSED -> false;
      default -> true;
    };
  }

  public static Optional<RejectionCode> ofKey(String key) {
    return Arrays.stream(values()).filter(code -> code.key.equals(key)).findFirst();
  }
}
