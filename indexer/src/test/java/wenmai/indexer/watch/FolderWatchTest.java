package wenmai.indexer.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins when followed folders are looked at: at once, after a change, again after a failure. */
class FolderWatchTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration ROUND = Duration.ofMillis(200);

  @TempDir Path folder;

  private Thread follow(java.util.function.BooleanSupplier look) {
    return Thread.ofPlatform()
        .name("follow")
        .daemon()
        .start(() -> {
          try {
            new FolderWatch(List.of(folder), SHORT, ROUND).follow(look);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(20, TimeUnit.SECONDS), "was not looked at");
  }

  @Test
  void aFolderIsLookedAtAtOnceAndAfterAFileHasCome() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch withFile = new CountDownLatch(1);
    Thread thread =
        follow(() -> {
          first.countDown();
          if (Files.exists(folder.resolve("sub/a.txt"))) {
            withFile.countDown();
          }
          return true;
        });
    await(first);
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/a.txt"), "文字");
    await(withFile);
    thread.interrupt();
    thread.join(20_000);
  }

  @Test
  void aLookThatFailedIsTriedAgainAndOneThatWasDoneIsNot() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "文字");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(2);
    Thread thread =
        follow(() -> {
          second.countDown();
          return looks.incrementAndGet() > 1;
        });
    await(second);
    Thread.sleep(ROUND.toMillis() * 4);
    thread.interrupt();
    thread.join(20_000);
    assertEquals(2, looks.get());
  }

  @Test
  void aStateTellsWhatChangedAndWhatIsStillBeingWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "文字");
    FolderState before = FolderState.of(List.of(folder));
    assertEquals(before, FolderState.of(List.of(folder)));
    assertTrue(!before.isSettled(Duration.ofMinutes(5)));
    Files.setLastModifiedTime(file, FileTime.fromMillis(before.takenMillis() + 86_400_000));
    FolderState future = FolderState.of(List.of(folder));
    assertNotEquals(before, future);
    assertTrue(future.isSettled(Duration.ofMinutes(5)), "a time yet to come tells nothing");
    assertNotEquals(FolderState.none(), FolderState.of(List.of()));
  }
}
