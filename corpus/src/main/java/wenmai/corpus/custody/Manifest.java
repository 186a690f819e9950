package wenmai.corpus.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import wenmai.corpus.store.StoreProblem;

/**
 * What a backup says of itself (备份清单). It is written last: a backup without one was not finished.
 *
 * @param database SHA-256 of the copy of the database
 */
record Manifest(long documents, long originals, String database) {
  static final String NAME = "manifest.properties";
  private static final String FORMAT = "1";

  byte[] bytes() {
    return String.format(
            Locale.ROOT,
            """
            wenmai-backup=%s
            documents=%d
            originals=%d
            database=%s
            """,
            FORMAT,
            documents,
            originals,
            database)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws StoreProblem if this is no whole backup, or one of a newer program
   */
  static Manifest read(Path root) {
    Properties lines = new Properties();
    try (InputStream in = Files.newInputStream(root.resolve(NAME))) {
      lines.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      if (!FORMAT.equals(lines.getProperty("wenmai-backup"))) {
        throw new StoreProblem(
            StoreProblem.Reason.NEWER_BACKUP,
            "a backup of a newer version of Wenmai; update Wenmai");
      }
      return new Manifest(
          Long.parseLong(lines.getProperty("documents", "")),
          Long.parseLong(lines.getProperty("originals", "")),
          lines.getProperty("database", ""));
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreProblem(
          StoreProblem.Reason.BROKEN_BACKUP,
          "this is no whole backup; nothing has been changed",
          e,
          "");
    }
  }
}
