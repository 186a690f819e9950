package wenmai.corpus.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The archive's folder (库房): {@code archive.db} or what says where else the tables are, {@code
 * originals/}, {@code lock}. Whoever opens it for writing holds the lock until it is closed;
 * readers, in this process or in others, see what has been committed and never wait. Safe for many
 * threads.
 */
public final class Depot implements AutoCloseable {
  private static final String DATABASE = "archive.db";

  private final Premises premises;
  private final Clock clock;
  private final Optional<ArchiveLock> lock;
  private final Database database;
  private final Originals originals;
  private final ReentrantLock writing = new ReentrantLock();
  private final Optional<Writer> writer;

  private Depot(Premises premises, Clock clock, Optional<ArchiveLock> lock, Database database) {
    this.premises = premises;
    this.clock = clock;
    this.lock = lock;
    this.database = database;
    this.originals = new Originals(premises.folder().resolve("originals"));
    this.writer = lock.map(held -> new Writer(database));
  }

  public static boolean exists(Premises premises) {
    return premises.server().isPresent()
        ? Binding.of(premises.folder()).filter(Binding::isMade).isPresent()
        : Files.isRegularFile(databaseIn(premises.folder()));
  }

  /** Whether there is an archive with this program's tables. */
  public static boolean isUpToDate(Premises premises) {
    return exists(premises) && Database.isUpToDate(premises);
  }

  /** Where the tables of an archive are that has them in a file. */
  public static Path databaseIn(Path folder) {
    return folder.resolve(DATABASE);
  }

  /**
   * Opens an archive, making it where there is none.
   *
   * @param what the writer is doing, to tell others
   * @throws ArchiveHeld if another process writes it
   */
  public static Depot openForWriting(Premises premises, String what, Clock clock) {
    ArchiveLock lock = ArchiveLock.take(premises.folder(), what);
    boolean opened = false;
    try {
      Database database = Database.openForWriting(premises);
      Depot depot = new Depot(premises, clock, Optional.of(lock), database);
      depot.originals.prepare();
      opened = true;
      return depot;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /** Opens an archive that is there, whoever may be writing it. */
  public static Depot openForReading(Premises premises, Clock clock) {
    return new Depot(premises, clock, Optional.empty(), Database.openForReading(premises));
  }

  public Path folder() {
    return premises.folder();
  }

  /** How much room the tables take, in bytes. */
  public long databaseBytes() {
    return database.bytes();
  }

  /** Writes a copy of the database as it is at one moment, beside whoever writes it. */
  public void copyDatabase(Path copy) {
    database.copyTo(copy);
  }

  public Clock clock() {
    return clock;
  }

  public Originals originals() {
    return originals;
  }

  /** The lock, for a writer. */
  public Optional<ArchiveLock> lock() {
    return lock;
  }

  /** Asks within one moment of the archive. */
  public <T> T read(Function<Session, T> questions) {
    return database.read(questions);
  }

  /** All or nothing; on disk when it returns. One at a time. */
  public <T> T write(Function<Session, T> work) {
    Writer seat =
        writer.orElseThrow(() ->
            new StoreProblem(
                StoreProblem.Reason.FAILED, "the archive is open for reading alone", "read-only"));
    writing.lock();
    try {
      return seat.write(work);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      writer.ifPresent(Writer::close);
      database.close();
      originals.close();
      lock.ifPresent(ArchiveLock::close);
    } finally {
      writing.unlock();
    }
  }
}
