package wenmai.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in a file, of another version or on a disk that may only be read. */
class SqliteFileTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;
  private Premises premises;
  private Depot depot;

  @BeforeEach
  void open() {
    premises = Premises.in(folder.resolve("data"));
    depot = Depot.openForWriting(premises, "test", CLOCK);
  }

  @AfterEach
  void close() {
    depot.close();
  }

  @Test
  void anArchiveOfANewerProgramIsRefused() {
    depot.write(session -> session.update("PRAGMA user_version = 99"));
    StoreProblem problem =
        assertThrows(StoreProblem.class, () -> Depot.openForReading(premises, CLOCK));
    assertTrue(problem.getMessage().contains("newer version"), problem.getMessage());
  }

  @Test
  void anArchiveAtRestIsReadAndNothingIsLeftBesideIt() throws IOException {
    depot.close(); // brings the log into the file, which stays one of WAL mode
    Path file = Files.createDirectories(folder.resolve("a copy")).resolve("archive.db");
    Files.copy(Depot.databaseIn(premises.folder()), file);
    open();
    try (Session held = SqliteFile.atRest(file).connect()) {
      assertTrue(new Inventory(held).isEmpty());
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void anArchiveThatOnlyOthersMayWriteIsNotTakenToBeAtRest() throws IOException {
    depot.close();
    Path file = Depot.databaseIn(premises.folder());
    assertTrue(file.getParent().toFile().setWritable(false));
    try {
      assertFalse(SqliteFile.isAtRest(file));
      assertFalse(SqliteFile.isAtRest(Path.of("/no/such/archive.db")));
    } finally {
      assertTrue(file.getParent().toFile().setWritable(true));
      open();
    }
  }
}
