package wenmai.corpus.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.store.ArchiveLock;
import wenmai.corpus.store.Database;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Holdings;
import wenmai.corpus.store.Originals;
import wenmai.corpus.store.Premises;
import wenmai.corpus.store.StoreProblem;
import wenmai.corpus.upkeep.IndexKeeper;

/**
 * Brings an archive back from a backup (恢复). The copy is looked through before anything is touched;
 * then originals are added, the index is taken away, and the database is exchanged by one rename,
 * of a file or, within one transaction, of schemas. Whatever stops it, the folder holds either the
 * archive that was there or the one of the backup.
 */
public final class Restore {
  private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
  private static final int BATCH = 200;

  private Restore() {}

  /**
   * What came back.
   *
   * @param originals in the backup
   */
  public record Summary(long documents, long originals) {}

  /**
   * Puts the archive of a backup in place of what is there; that stays beside it as {@code
   * archive.db.replaced}, or in a schema whose name ends so.
   *
   * @param from a file or a folder that {@link Backup} wrote
   * @throws StoreProblem if it is no whole backup
   * @throws wenmai.corpus.store.ArchiveHeld if another process is the writer
   */
  public static Summary of(Path from, Premises data) {
    try {
      if (Files.isDirectory(from)) {
        return bring(from, data);
      }
      if (!Files.isRegularFile(from)) {
        throw new StoreProblem(
            StoreProblem.Reason.NO_BACKUP, from + " is not there", from.toString());
      }
      try (FileSystem zip = FileSystems.newFileSystem(from)) {
        return bring(zip.getPath("/"), data);
      } catch (ProviderNotFoundException | IOException e) {
        throw new StoreProblem(
            StoreProblem.Reason.BROKEN_BACKUP,
            from + " is no whole backup; nothing has been changed",
            e,
            from.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(data.folder() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static Summary bring(Path root, Premises premises) throws IOException {
    Manifest manifest = Manifest.read(root);
    Path data = premises.folder();
    Path part = data.resolve("restoring.db");
    try (ArchiveLock lock = ArchiveLock.take(data, "restore")) {
      LOG.info("restoring under {}", lock);
      Database.checkReplaceable(premises);
      Files.copy(root.resolve(Backup.DATABASE), part, StandardCopyOption.REPLACE_EXISTING);
      try {
        List<String> originals = verified(part, manifest);
        bringOriginals(root, data, originals);
        IndexKeeper.discard(data);
        discardVectors(data);
        exchange(part, premises);
      } finally {
        deleteWithLogs(part);
      }
    }
    return new Summary(manifest.documents(), manifest.originals());
  }

  private static List<String> verified(Path part, Manifest manifest) throws IOException {
    if (!Backup.sha256(part).equals(manifest.database())) {
      throw new StoreProblem(
          StoreProblem.Reason.BROKEN_BACKUP,
          "the backup's database is damaged; nothing has been changed",
          "");
    }
    List<String> originals;
    // A backup of an earlier version is brought up to date here, before it takes the place.
    try (Database copy = Database.openForWriting(part)) {
      List<String> damage = copy.read(session -> new Holdings(session).damage());
      if (!damage.isEmpty()) {
        throw new StoreProblem(
            StoreProblem.Reason.BROKEN_BACKUP,
            "the backup's database is damaged; nothing has been changed",
            "");
      }
      originals = copy.read(session -> new Holdings(session).originals());
    }
    Database.settle(part);
    return originals;
  }

  /** Each is checked by its hash on its way; what is here already is left alone. */
  private static void bringOriginals(Path root, Path data, List<String> hashes) {
    try (Originals originals = new Originals(data.resolve(Backup.ORIGINALS))) {
      originals.prepare();
      List<Originals.Staged> staged = new ArrayList<>();
      for (String sha256 : hashes) {
        Path source = root.resolve(Backup.nameOf(sha256));
        if (Files.exists(source)) {
          originals.stage(sha256, () -> open(source)).ifPresent(staged::add);
        }
        if (staged.size() == BATCH) {
          originals.publish(staged);
          staged.clear();
        }
      }
      originals.publish(staged);
    }
  }

  private static InputStream open(Path source) throws IOException {
    return Files.newInputStream(source);
  }

  /** Vectors follow from the texts; they are made again like the index. */
  private static void discardVectors(Path data) throws IOException {
    Path vectors = data.resolve("vectors");
    if (Files.isDirectory(vectors)) {
      try (var inside = Files.walk(vectors)) {
        for (Path file : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void exchange(Path part, Premises premises) throws IOException {
    if (premises.server().isPresent()) {
      Database.replace(premises, premises.server().get(), part);
    } else {
      exchange(part, Depot.databaseIn(premises.folder()));
    }
  }

  private static void exchange(Path part, Path database) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    if (Files.exists(database)) {
      keep(database);
    }
    Files.move(part, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(database.getParent(), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /* A log of the former database beside the new one would be taken for its own. */
  private static void keep(Path database) throws IOException {
    try {
      Database.settle(database);
    } catch (StoreProblem damaged) {
      LOG.warn("the database to be replaced cannot be opened: {}", damaged.getMessage());
    }
    Files.copy(database, Path.of(database + ".replaced"), StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(Path.of(database + "-wal"));
    Files.deleteIfExists(Path.of(database + "-shm"));
  }

  private static void deleteWithLogs(Path part) throws IOException {
    for (String end : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(Path.of(part + end));
    }
  }
}
