package wenmai.corpus.engine.lucene;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import wenmai.corpus.document.Visibility;

/** Looks through the files of an index, bit by bit (索引文件), as Lucene's own CheckIndex does. */
public final class IndexFiles {
  /** A writer beside us may merge away what we are looking at; then it is looked at again. */
  private static final int TRIES = 3;

  private IndexFiles() {}

  /** What is wrong with the indexes in this folder; nothing where there are none. */
  public static List<String> faults(Path folder) {
    List<String> faults = new ArrayList<>();
    for (Visibility visibility : Visibility.values()) {
      Path path = folder.resolve(visibility.key());
      if (Files.isDirectory(path)) {
        faultsOf(path).stream().map(fault -> visibility.key() + ": " + fault).forEach(faults::add);
      }
    }
    return faults;
  }

  private static List<String> faultsOf(Path path) {
    List<String> faults = look(path);
    for (int i = 1; i < TRIES && !faults.isEmpty(); i++) {
      faults = look(path);
    }
    return faults;
  }

  private static List<String> look(Path path) {
    try (Directory directory = FSDirectory.open(path, NoLockFactory.INSTANCE)) {
      if (!DirectoryReader.indexExists(directory)) {
        return directory.listAll().length == 0 ? List.of() : List.of("no commit can be read");
      }
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      try (CheckIndex check = new CheckIndex(directory)) {
        check.setThreadCount(1);
        check.setInfoStream(new PrintStream(said, false, StandardCharsets.UTF_8), false);
        CheckIndex.Status status = check.checkIndex();
        return status.clean
            ? List.of()
            : List.of(
                status.numBadSegments + " of " + status.numSegments + " segments are damaged");
      }
    } catch (IOException | RuntimeException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
