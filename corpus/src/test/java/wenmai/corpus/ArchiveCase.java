package wenmai.corpus;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Role;

/** An empty archive of its own for each test, and who looks after it. */
abstract class ArchiveCase {
  static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));

  @TempDir Path folder;
  Archive archive;

  @BeforeEach
  void open() {
    archive = TestArchive.open(folder);
  }

  @AfterEach
  void close() {
    archive.close();
  }
}
