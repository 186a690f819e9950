package wenmai.indexer.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when it is time to look at some folders again (监视文件夹): at once, whenever something in them
 * has changed and has then been left alone for a while, and every now and then even if nothing was
 * heard, because network drives tell nothing.
 */
public final class FolderWatch {
  /** A copy over a slow line pauses for less. */
  public static final Duration SETTLED = Duration.ofSeconds(2);

  /** How often to look without having heard anything. */
  public static final Duration ROUND = Duration.ofSeconds(30);

  private static final Duration MARGIN = Duration.ofMillis(300);

  private final List<Path> folders;
  private final Duration settled;
  private final Duration round;

  /**
   * @param settled so long a file must have been left alone
   * @param round how often to look anyway
   */
  public FolderWatch(List<Path> folders, Duration settled, Duration round) {
    this.folders = List.copyOf(folders);
    this.settled = settled;
    this.round = round;
  }

  /**
   * Follows the folders until the thread is interrupted.
   *
   * @param look runs on this thread whenever it is time; false where it could not be done and must
   *     be tried again
   * @throws IOException if the folders cannot be watched at all
   */
  public void follow(BooleanSupplier look) throws IOException {
    FolderState seen = FolderState.none();
    while (!Thread.currentThread().isInterrupted()) {
      try (WatchService service = folders.getFirst().getFileSystem().newWatchService()) {
        for (Path folder : folders) {
          register(folder, service);
        }
        FolderState state = FolderState.of(folders);
        boolean done = state.equals(seen) || look.getAsBoolean();
        // What was still being written then was passed over and is looked at once more.
        boolean again = !state.isSettled(settled.plus(MARGIN));
        seen = done && !again ? state : FolderState.none();
        awaitChange(service, done && again ? settled.plus(MARGIN) : round);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Waits so long for a change and then for quiet; folders made meanwhile are registered in the
   * next round.
   */
  private void awaitChange(WatchService service, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + round.toNanos();
    @Nullable WatchKey key = service.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null && System.nanoTime() < deadline) {
      key.pollEvents();
      key.reset();
      key = service.poll(settled.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static void register(Path start, WatchService service) throws IOException {
    Path folder = Files.isDirectory(start) ? start : start.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            dir.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // the look will say what is wrong with it
          }
        });
  }
}
