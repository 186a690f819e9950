package wenmai.corpus.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * Which tables on a server belong to a folder (库房与库表的对应): both carry one id, so that originals and
 * index are never held against another archive's records.
 *
 * @param isMade whether the tables have been made; until then the id alone is settled
 */
record Binding(String id, boolean isMade) {
  private static final String NAME = "database.properties";

  static Binding begun() {
    return new Binding(UUID.randomUUID().toString(), false);
  }

  Binding made() {
    return new Binding(id, true);
  }

  /** What a folder whose tables are on a server says of them. */
  static Optional<Binding> of(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Properties lines = new Properties();
      lines.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
      return Optional.of(
          new Binding(
              lines.getProperty("archive", ""),
              Boolean.parseBoolean(lines.getProperty("made", "false"))));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreProblem(
          StoreProblem.Reason.NOT_READABLE,
          file + " cannot be read; restore a backup into an empty folder",
          e,
          file.toString(),
          String.valueOf(e.getMessage()));
    }
  }

  void writeTo(Path folder) {
    Path file = folder.resolve(NAME);
    Path part = folder.resolve(NAME + ".part");
    try {
      Files.writeString(part, "archive=" + id + "\nmade=" + isMade + "\n");
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw StoreProblem.unwritable(file, "cannot be written; check the folder's permissions", e);
    }
  }

  /**
   * @throws StoreProblem if the folder's tables are in a file and a server is set, or the other way
   *     round
   */
  static void check(Premises premises) {
    Path folder = premises.folder();
    if (premises.server().isPresent() && Files.exists(Depot.databaseIn(folder))) {
      throw new StoreProblem(
          StoreProblem.Reason.IN_FILE,
          folder
              + " holds an archive whose tables are in a file (archive.db), and database.url names"
              + " a server; take database.url out, or bring a backup of the archive into an empty"
              + " folder with it (restore)",
          folder.toString());
    }
    if (premises.server().isEmpty() && of(folder).isPresent()) {
      throw new StoreProblem(
          StoreProblem.Reason.ON_SERVER,
          folder
              + " belongs to an archive whose tables are on a database server; set database.url as"
              + " it was",
          folder.toString());
    }
  }
}
