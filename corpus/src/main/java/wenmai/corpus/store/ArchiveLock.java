package wenmai.corpus.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * Says that one process writes this archive (写锁), and who that is. The lock itself is the operating
 * system's and goes with its process, however that ends; {@code holder} beside it is only for
 * telling others, and means nothing while the lock is free.
 */
public final class ArchiveLock implements AutoCloseable {
  /* Whoever only mends or closes an archive is done in a moment. */
  private static final int PATIENCE = 10;
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private ArchiveLock(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Who holds an archive.
   *
   * @param pid its process
   * @param what it is doing: serve, index, restore …
   * @param port where it listens on the loopback, 0 where it does not
   * @param token that whoever hands work over to it must show; readable to the owner alone
   */
  public record Holder(long pid, String what, int port, String token) {}

  /**
   * Takes the lock.
   *
   * @throws ArchiveHeld if another process, or this one, has it
   */
  public static ArchiveLock take(Path folder, String what) {
    Optional<ArchiveLock> lock = tryToTake(folder, what);
    for (int i = 0; i < PATIENCE && lock.isEmpty(); i++) {
      LockSupport.parkNanos(MOMENT.toNanos());
      lock = tryToTake(folder, what);
    }
    return lock.orElseThrow(() -> new ArchiveHeld(folder, holder(folder)));
  }

  public static Optional<ArchiveLock> tryToTake(Path folder, String what) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<FileLock> lock = lock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return Optional.empty();
      }
      ArchiveLock taken = new ArchiveLock(folder, channel, lock.get());
      taken.announce(new Holder(ProcessHandle.current().pid(), what, 0, ""));
      return Optional.of(taken);
    } catch (IOException e) {
      throw StoreProblem.unwritable(
          folder, "cannot be written to; check that it is a folder and its permissions", e);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  /** Tells others who holds it and how to reach it. */
  public void announce(Holder holder) {
    Properties lines = new Properties();
    lines.setProperty("pid", String.valueOf(holder.pid()));
    lines.setProperty("what", holder.what());
    lines.setProperty("port", String.valueOf(holder.port()));
    lines.setProperty("token", holder.token());
    try {
      StringWriter text = new StringWriter();
      lines.store(text, null);
      Path part = folder.resolve("holder.part");
      Files.deleteIfExists(part);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            part,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(part, text.toString());
      Files.move(
          part,
          folder.resolve("holder"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw StoreProblem.unwritable(folder, "cannot be written to", e);
    }
  }

  /** Who holds the archive, if anyone does. */
  public static Optional<Holder> holder(Path folder) {
    Optional<Holder> told = read(folder.resolve("holder"));
    return told.filter(
        holder -> ProcessHandle.of(holder.pid()).map(ProcessHandle::isAlive).orElse(false));
  }

  private static Optional<Holder> read(Path file) {
    try {
      Properties lines = new Properties();
      lines.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
      return Optional.of(
          new Holder(
              Long.parseLong(lines.getProperty("pid", "")),
              lines.getProperty("what", ""),
              Integer.parseInt(lines.getProperty("port", "0")),
              lines.getProperty("token", "")));
    } catch (IOException | IllegalArgumentException nobodyTold) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve("holder"));
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new StoreProblem(
          StoreProblem.Reason.FAILED,
          "the archive's lock cannot be given back: " + e.getMessage(),
          e,
          String.valueOf(e.getMessage()));
    }
  }
}
