package wenmai.corpus.custody;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import wenmai.corpus.store.Database;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Holdings;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Originals;
import wenmai.corpus.store.Premises;

/**
 * Copies an archive that may be in use (备份). First the database as it is at one moment, then the
 * originals it tells of: these were on disk before the database knew of them and never change, so
 * the copy is of one moment though the site goes on.
 *
 * <p>To a file it writes a ZIP; to a folder that is there it writes the same things as files, and
 * only the originals that the folder lacks: the cheap way to a backup every night. The index is
 * left out, since it follows from the rest. The database in a backup is an SQLite file wherever the
 * archive's tables are, so any backup can be brought back to either.
 */
public final class Backup {
  static final String DATABASE = "archive.db";
  static final String ORIGINALS = "originals";

  private final Depot depot;
  private final List<String> lost = new ArrayList<>();
  private long copied;

  private Backup(Depot depot) {
    this.depot = depot;
  }

  /**
   * What was copied.
   *
   * @param originals in the backup
   * @param copied of these, written just now
   * @param lost originals whose bytes are missing or damaged, which no backup can hold
   */
  public record Summary(long documents, long originals, long copied, List<String> lost) {
    public Summary {
      lost = List.copyOf(lost);
    }
  }

  /** Where the parts of a backup go. */
  private interface Target {
    boolean has(String name) throws IOException;

    void put(String name, InputStream in) throws IOException;
  }

  /**
   * Copies an archive; where there is none, an empty one.
   *
   * @param to a file to be written, or a folder that is there
   */
  public static Summary write(Premises data, Path to, Clock clock) {
    if (!Depot.isUpToDate(data)) {
      Depot.openForWriting(data, "backup", clock).close();
    }
    try (Depot depot = Depot.openForReading(data, clock)) {
      Summary summary = new Backup(depot).write(to);
      // For the page that shows how the archive fares.
      Marks.note(data, Marks.BACKUP, clock.instant().toString());
      return summary;
    } catch (IOException e) {
      throw new UncheckedIOException(to + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Summary write(Path to) throws IOException {
    Path folder = Files.isDirectory(to) ? to : to.toAbsolutePath().normalize().resolveSibling("");
    Files.createDirectories(folder);
    Path copy = folder.resolve(to.getFileName() + ".db.part");
    Files.deleteIfExists(copy);
    try {
      depot.copyDatabase(copy);
      return Files.isDirectory(to) ? intoFolder(copy, to) : intoFile(copy, to);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private Summary intoFile(Path copy, Path to) throws IOException {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try {
      Summary summary;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.BEST_SPEED);
        summary = fill(copy, new ZipTarget(zip));
      }
      finish(part, to);
      return summary;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Summary intoFolder(Path copy, Path to) throws IOException {
    Files.deleteIfExists(to.resolve(Manifest.NAME));
    return fill(copy, new FolderTarget(to));
  }

  private Summary fill(Path copy, Target target) throws IOException {
    List<String> originals;
    long documents;
    try (Database database = Database.openForReading(copy)) {
      originals = database.read(session -> new Holdings(session).originals());
      documents = database.read(session -> new Holdings(session).documents());
    }
    for (String sha256 : originals) {
      copy(sha256, target);
    }
    try (InputStream in = Files.newInputStream(copy)) {
      target.put(DATABASE, in);
    }
    Manifest manifest = new Manifest(documents, originals.size() - lost.size(), sha256(copy));
    target.put(Manifest.NAME, new java.io.ByteArrayInputStream(manifest.bytes()));
    return new Summary(documents, manifest.originals(), copied, lost);
  }

  private void copy(String sha256, Target target) throws IOException {
    Originals held = depot.originals();
    String name = nameOf(sha256);
    if (target.has(name)) {
      return;
    }
    if (!held.holds(sha256) || !held.hashOf(sha256).equals(sha256)) {
      lost.add(sha256);
      return;
    }
    try (InputStream in = held.open(sha256)) {
      target.put(name, in);
      copied++;
    }
  }

  static String nameOf(String sha256) {
    return ORIGINALS + "/" + sha256.substring(0, 2) + "/" + sha256;
  }

  static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Makes a file safe on disk and gives it its name. */
  private static void finish(Path part, Path to) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private record ZipTarget(ZipOutputStream zip) implements Target {
    @Override
    public boolean has(String name) {
      return false;
    }

    @Override
    public void put(String name, InputStream in) throws IOException {
      zip.putNextEntry(new ZipEntry(name));
      in.transferTo(zip);
      zip.closeEntry();
    }
  }

  private record FolderTarget(Path folder) implements Target {
    @Override
    public boolean has(String name) {
      return Files.exists(folder.resolve(name));
    }

    @Override
    public void put(String name, InputStream in) throws IOException {
      Path place = folder.resolve(name);
      Files.createDirectories(place.getParent());
      Path part = place.resolveSibling(place.getFileName() + ".part");
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      finish(part, place);
    }
  }
}
