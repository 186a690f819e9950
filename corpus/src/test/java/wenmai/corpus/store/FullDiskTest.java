package wenmai.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins that a full disk is told from all else, by what the system itself says of one. */
class FullDiskTest {
  @TempDir private Path folder;

  @Test
  void aFullDiskIsWhatTheSystemSaysItIs() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no disk that is always full");
    IOException said = assertThrows(IOException.class, () -> Files.writeString(full, "甲"));
    assertTrue(FullDisk.isSaidBy(said), said.getMessage());
    assertTrue(FullDisk.isSaidBy(new UncheckedIOException("unable to commit", said)));
    assertEquals(
        StoreProblem.Reason.NO_ROOM,
        StoreProblem.unwritable(folder, "cannot be written", said).reason());
  }

  @Test
  void whatIsNotThereIsNoFullDisk() {
    Path nowhere = folder.resolve("a/b");
    IOException said =
        assertThrows(NoSuchFileException.class, () -> Files.writeString(nowhere, "甲"));
    assertFalse(FullDisk.causes(said, nowhere));
    assertEquals(
        StoreProblem.Reason.NOT_WRITABLE,
        StoreProblem.unwritable(nowhere, "cannot be written", said).reason());
  }
}
