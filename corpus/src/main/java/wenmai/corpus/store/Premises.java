package wenmai.corpus.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an archive is (馆址): its folder with originals, index and lock, and its tables in a file
 * there, or on a server.
 *
 * @param server empty for the file
 */
public record Premises(Path folder, Optional<DatabaseServer> server) {
  /** All of it in a folder. */
  public static Premises in(Path folder) {
    return new Premises(folder, Optional.empty());
  }
}
