package wenmai.corpus.matter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells which rules of matters were in force (规则指纹): what was read by others is read again. */
final class MatterRules {
  /** To be raised whenever the programme reads something else from the same words. */
  private static final String READING = "9";

  private MatterRules() {}

  /** Of every file of a folder, and of one beside it. */
  static String fingerprint(Path folder, Path beside) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(READING.getBytes(StandardCharsets.UTF_8));
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : Stream.concat(sorted.stream(), Stream.of(beside)).toList()) {
        digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
