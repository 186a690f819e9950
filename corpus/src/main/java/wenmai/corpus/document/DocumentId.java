package wenmai.corpus.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a document: a function of its external id, else of its bytes at first acceptance
 * and its path within the given root; never of a counter, a clock or chance, so that the same files
 * get the same ids in any order.
 *
 * @param value 20 lower-case hexadecimal digits
 */
public record DocumentId(String value) implements Comparable<DocumentId> {
  private static final int DIGITS = 20;

  public DocumentId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a document id (20 hexadecimal digits): " + value);
    }
  }

  public static boolean isValid(String value) {
    boolean valid = value.length() == DIGITS;
    for (int i = 0; valid && i < DIGITS; i++) { // no pattern: ids are made by the million
      char c = value.charAt(i);
      valid = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return valid;
  }

  public static DocumentId ofExternal(String externalId) {
    return digest("external\0" + externalId);
  }

  /**
   * @param sha256 of the original's bytes, in hexadecimal
   * @param path within the root that was given, with {@code /}
   */
  public static DocumentId ofOriginal(String sha256, String path) {
    return digest("original\0" + sha256 + "\0" + path);
  }

  private static DocumentId digest(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new DocumentId(HexFormat.of().formatHex(digest, 0, 10));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(DocumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
