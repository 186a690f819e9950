package wenmai.corpus.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bytes of every original (原件) under their SHA-256, {@code originals/ab/abcdef…}: written once,
 * never changed. A file under its final name is whole and on disk.
 */
public final class Originals implements AutoCloseable {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /* Forcing a file waits for the disk, not for a core; eight that wait together are forced by one
   * commit of the file system's journal, ten times faster than one after the other. */
  private static final int FORCERS = 8;

  private static final FileAttribute<Set<PosixFilePermission>> OWN =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;
  private final Path incoming;

  private final String here = UUID.randomUUID().toString();
  private final AtomicLong coming = new AtomicLong();
  private final ExecutorService forcers =
      Executors.newFixedThreadPool(
          FORCERS, Thread.ofPlatform().daemon().name("originals-", 0).factory());

  public Originals(Path folder) {
    this.folder = folder;
    this.incoming = folder.resolve("incoming");
  }

  /** Makes the folders and throws away what a crash left half written. For the writer alone. */
  public void prepare() {
    try {
      Files.createDirectories(incoming);
      try (Stream<Path> left = Files.list(incoming)) {
        for (Path path : left.toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw StoreProblem.unwritable(folder, "cannot be written", e);
    }
  }

  /** Where bytes come from. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /** An original that has come in and is not yet safe on disk. */
  public record Staged(String sha256, Path file) {}

  /**
   * Copies bytes in. Nothing happens where the archive has them already.
   *
   * @throws ChangedOriginal if they are not those of this hash
   */
  public Optional<Staged> stage(String sha256, Source source) {
    if (holds(sha256)) {
      return Optional.empty();
    }
    try {
      Path file = incoming.resolve(here + "-" + coming.incrementAndGet() + ".part");
      MessageDigest digest = sha256();
      try (InputStream in = source.open();
          OutputStream out = new DigestOutputStream(create(file), digest)) {
        in.transferTo(out);
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        Files.delete(file);
        throw new ChangedOriginal(sha256);
      }
      return Optional.of(new Staged(sha256, file));
    } catch (IOException e) {
      throw StoreProblem.unwritable(incoming, "cannot be written", e);
    }
  }

  /** A new file that its owner alone may read. */
  private static OutputStream create(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] rights = posix ? new FileAttribute<?>[] {OWN} : new FileAttribute<?>[0];
    return Channels.newOutputStream(
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights));
  }

  /** Makes these safe on disk under their final names. */
  public void publish(Collection<Staged> staged) {
    inParallel(staged, original -> force(original.file(), StandardOpenOption.WRITE));
    Set<Path> folders = new HashSet<>();
    for (Staged original : staged) {
      Path shelf = shelf(original.sha256());
      Path place = place(original.sha256());
      try {
        if (folders.add(shelf) && !Files.isDirectory(shelf)) {
          Files.createDirectories(shelf);
          folders.add(folder);
        }
        Files.move(original.file(), place, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        throw disturbed(original.file(), e);
      } catch (IOException e) {
        throw StoreProblem.unwritable(place, "cannot be written", e);
      }
    }
    inParallel(folders, changed -> force(changed, StandardOpenOption.READ));
  }

  public boolean holds(String sha256) {
    return Files.exists(place(sha256));
  }

  /** Length in bytes; empty where it is not here. */
  public Optional<Long> bytes(String sha256) {
    try {
      return Optional.of(Files.size(place(sha256)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(place(sha256), e);
    }
  }

  public InputStream open(String sha256) {
    try {
      return Files.newInputStream(place(sha256));
    } catch (IOException e) {
      throw unreadable(place(sha256), e);
    }
  }

  /** The hash of what really stands there. */
  public String hashOf(String sha256) {
    MessageDigest digest = sha256();
    try (InputStream in = open(sha256)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    } catch (IOException e) {
      throw unreadable(place(sha256), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Every hash there is a file for, in order. */
  public void each(Consumer<String> consumer) {
    for (Path shelf : sorted(folder)) {
      if (shelf.getFileName().toString().length() == 2) {
        for (Path file : sorted(shelf)) {
          if (SHA256.matcher(file.getFileName().toString()).matches()) {
            consumer.accept(file.getFileName().toString());
          }
        }
      }
    }
  }

  private static List<Path> sorted(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /** Puts a damaged original aside, so that good bytes can come in under its name. */
  public void setAside(String sha256) {
    Path place = place(sha256);
    try {
      Files.move(
          place,
          place.resolveSibling(sha256 + ".damaged"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw disturbed(place, e);
    } catch (IOException e) {
      throw StoreProblem.unwritable(place, "cannot be written", e);
    }
  }

  /** Deletes an original that no document has any more. */
  public void discard(String sha256) {
    try {
      Files.deleteIfExists(place(sha256));
    } catch (IOException e) {
      throw StoreProblem.unwritable(place(sha256), "cannot be deleted", e);
    }
  }

  public Path place(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return folder.resolve(sha256.substring(0, 2));
  }

  private <T> void inParallel(Collection<T> items, Consumer<T> work) {
    List<? extends Future<?>> running =
        items.stream().map(item -> forcers.submit(() -> work.accept(item))).toList();
    running.forEach(Waiting::forIt);
  }

  static void force(Path path, StandardOpenOption option) {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    } catch (IOException e) {
      throw StoreProblem.unwritable(path, "cannot be forced to disk", e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static StoreProblem unreadable(Path where, IOException e) {
    return new StoreProblem(
        StoreProblem.Reason.NOT_READABLE,
        where + " cannot be read: " + e.getMessage(),
        e,
        where.toString(),
        String.valueOf(e.getMessage()));
  }

  private static StoreProblem disturbed(Path where, IOException e) {
    return new StoreProblem(
        StoreProblem.Reason.DISTURBED,
        where + " was taken away or changed by another program",
        e,
        where.toString());
  }

  @Override
  public void close() {
    forcers.shutdown();
  }
}
