package wenmai.corpus.store;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive's tables: one session that writes, some that read beside it and never wait for it.
 */
public final class Database implements AutoCloseable {
  /** The schema this program knows: the number of the last migration. */
  static final int SCHEMA = 15;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 8;

  private final Backing backing;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore readers = new Semaphore(READERS);

  private Database(Backing backing) {
    this.backing = backing;
  }

  /** Opens the file for a writer: makes it where there is none, brings its schema up to date. */
  public static Database openForWriting(Path file) {
    return upToDate(SqliteFile.at(file));
  }

  /** Opens an archive's tables for the writer, who holds the folder's lock. */
  static Database openForWriting(Premises premises) {
    Binding.check(premises);
    return premises
        .server()
        .map(server -> {
          BoundSchema bound = BoundSchema.on(server);
          return bound.bindTo(premises.folder(), Database::upToDate);
        })
        .orElseGet(() -> openForWriting(Depot.databaseIn(premises.folder())));
  }

  private static Database upToDate(Backing backing) {
    int version = backing.schema();
    refuseNewer(version);
    if (version < SCHEMA) {
      backing.migrate();
    }
    return new Database(backing);
  }

  /**
   * Opens a file that is there, as another process may be writing it.
   *
   * @throws StoreProblem if its schema is not this program's
   */
  public static Database openForReading(Path file) {
    return known(SqliteFile.isAtRest(file) ? SqliteFile.atRest(file) : SqliteFile.at(file));
  }

  /**
   * Opens an archive's tables that are there, as another process may be writing them.
   *
   * @throws StoreProblem if their schema is not this program's, or they are another folder's
   */
  public static Database openForReading(Premises premises) {
    Binding.check(premises);
    return premises
        .server()
        .map(server -> {
          BoundSchema bound = BoundSchema.on(server);
          bound.checkBoundTo(premises.folder());
          return known(bound.schema());
        })
        .orElseGet(() -> openForReading(Depot.databaseIn(premises.folder())));
  }

  private static Database known(Backing backing) {
    int version = backing.schema();
    refuseNewer(version);
    if (version < SCHEMA) {
      throw new StoreProblem(
          StoreProblem.Reason.OLDER,
          "the archive was written by an older version; start serve or index once to convert it");
    }
    return new Database(backing);
  }

  /** Whether an archive that is there needs no migration. */
  static boolean isUpToDate(Premises premises) {
    Binding.check(premises);
    Backing backing =
        premises
            .server()
            .<Backing>map(PostgresSchema::on)
            .orElseGet(() -> SqliteFile.at(Depot.databaseIn(premises.folder())));
    return backing.schema() >= SCHEMA;
  }

  private static void refuseNewer(int version) {
    if (version > SCHEMA) {
      throw new StoreProblem(
          StoreProblem.Reason.NEWER,
          "the archive was written by a newer version of Wenmai (schema "
              + version
              + ", this one knows "
              + SCHEMA
              + "); update Wenmai");
    }
  }

  /**
   * Looks whether a backup may be brought here.
   *
   * @throws StoreProblem if the folder's tables are elsewhere, or those here are another folder's
   */
  public static void checkReplaceable(Premises premises) {
    Binding.check(premises);
    premises
        .server()
        .map(BoundSchema::on)
        .ifPresent(schema -> schema.checkReplaceable(premises.folder()));
  }

  /**
   * Puts the tables in a file in place of an archive's tables on a server; those that were there
   * stay beside them. Stopped at any instant, it leaves the ones or the others.
   */
  public static void replace(Premises premises, DatabaseServer server, Path file) {
    BoundSchema.on(server).replaceWith(SqliteFile.at(file), premises.folder());
  }

  /**
   * Writes a copy of the tables as they are at one moment to a file; whoever writes them goes on
   * meanwhile.
   *
   * @param copy a file that is not there yet
   */
  public void copyTo(Path copy) {
    backing.copyTo(copy);
  }

  /** Brings what stands in the log into the file itself, so that the file alone is the whole. */
  public static void settle(Path file) {
    SqliteFile.at(file).settle();
  }

  /** How much room the tables take, in bytes. */
  long bytes() {
    return backing.bytes();
  }

  /** A session of one's own; close it. */
  public Session connect() {
    return backing.connect();
  }

  /** The session of the one writer. */
  Session connectToWrite() {
    return backing.connectToWrite();
  }

  /** Asks within one moment of the archive; for any thread, {@value #READERS} at a time. */
  public <T> T read(Function<Session, T> questions) {
    readers.acquireUninterruptibly();
    try {
      return ask(begun(), questions);
    } finally {
      readers.release();
    }
  }

  private <T> T ask(Session session, Function<Session, T> questions) {
    boolean sound = false;
    try {
      T answer = session.finish(() -> questions.apply(session));
      sound = true;
      return answer;
    } finally {
      if (sound) {
        idle.addFirst(session);
      } else {
        close(session);
      }
    }
  }

  /** A session that has begun; those that a server has dropped since are dropped here, too. */
  private Session begun() {
    for (Session idler = idle.pollFirst(); idler != null; idler = idle.pollFirst()) {
      try {
        idler.begin(Session.Purpose.READ);
        return idler;
      } catch (StoreUnavailable dropped) {
        LOG.info("{}", dropped.getMessage());
        close(idler);
      }
    }
    Session fresh = connect();
    boolean sound = false;
    try {
      fresh.begin(Session.Purpose.READ);
      sound = true;
      return fresh;
    } finally {
      if (!sound) {
        close(fresh);
      }
    }
  }

  /** Lets go of a session of which it does not matter any more how it ends. */
  static void close(Session session) {
    try {
      session.close();
    } catch (StoreProblem broken) {
      LOG.debug("a session could not be closed", broken);
    }
  }

  @Override
  public void close() {
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      session.close();
    }
  }
}
