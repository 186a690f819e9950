package wenmai.analyzers.lexicon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests what was read, without the remarks: a lexicon with other rows is another lexicon. */
final class Fingerprint {
  /** Raised when the code of analysis changes what it makes of the same text and lexicon. */
  private static final int ANALYSIS_VERSION = 1;

  private static final String HANLP_VERSION = "portable-1.8.6";

  private Fingerprint() {}

  static String of(List<LexiconFile> files) {
    MessageDigest digest = sha256();
    update(digest, ANALYSIS_VERSION + " " + HANLP_VERSION);
    for (LexiconFile file : files) {
      update(digest, file.name());
      file.rows().forEach(row -> update(digest, String.join("\t", row.cells())));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static void update(MessageDigest digest, String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
