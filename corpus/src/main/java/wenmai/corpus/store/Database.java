package wenmai.corpus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The archive's SQLite file (WAL mode, every commit forced to disk): one session that writes, some
 * that read beside it and never wait for it.
 */
public final class Database implements AutoCloseable {
  /** The schema this program knows: the number of the last migration. */
  static final int SCHEMA = 13;

  private static final int PAGE_BYTES = 8192;
  private static final int BUSY_MILLIS = 15_000;
  private static final int READERS = 8;

  private final SQLiteDataSource source;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore readers = new Semaphore(READERS);

  private Database(SQLiteDataSource source) {
    this.source = source;
  }

  /** Opens the file for a writer: makes it where there is none, brings its schema up to date. */
  public static Database openForWriting(Path file) {
    Database database = new Database(source(file));
    int version = database.schema();
    refuseNewer(version);
    if (version < SCHEMA) {
      database.migrate();
    }
    return database;
  }

  /**
   * Opens a file that is there, as another process may be writing it.
   *
   * @throws StoreProblem if its schema is not this program's
   */
  public static Database openForReading(Path file) {
    return isAtRest(file) ? openAtRest(file) : known(new Database(source(file)));
  }

  /** Opens a file that nobody writes, without so much as a lock beside it. */
  static Database openAtRest(Path file) {
    return known(new Database(atRest(file)));
  }

  private static Database known(Database database) {
    int version = database.schema();
    refuseNewer(version);
    if (version < SCHEMA) {
      throw new StoreProblem(
          "the archive was written by an older version; start serve or index once to convert it");
    }
    return database;
  }

  /** Whether a file that is there needs no migration. */
  static boolean isUpToDate(Path file) {
    return new Database(source(file)).schema() >= SCHEMA;
  }

  private static void refuseNewer(int version) {
    if (version > SCHEMA) {
      throw new StoreProblem(
          "the archive was written by a newer version of Wenmai (schema "
              + version
              + ", this one knows "
              + SCHEMA
              + "); update Wenmai");
    }
  }

  /* SQLite wants to write beside a file even to read it. On a disk that may only be read, where no
   * writer has left a log, the file is the whole and does not change. That this account may not
   * write is not enough: another account's writer would change pages while they are read. */
  static boolean isAtRest(Path file) {
    try {
      Path real = file.toRealPath(); // SQLite looks for the log there, too
      return Files.getFileStore(real).isReadOnly()
          && !Files.exists(real.resolveSibling(real.getFileName() + "-wal"));
    } catch (IOException missing) {
      return false;
    }
  }

  private static SQLiteDataSource atRest(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toUri() + "?immutable=1");
    return source;
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(PAGE_BYTES);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-16_000); // in KiB
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private int schema() {
    try (Session session = connect()) {
      return session.first("PRAGMA user_version", row -> row.integer(1)).orElse(0);
    }
  }

  /* Flyway looks through the class path, which takes longer than opening the whole archive does;
   * so the number of the last migration also stands in the file's head, and only a file that is
   * behind is shown to it. */
  private void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(source)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (Session session = connect()) {
      session.update("PRAGMA user_version = " + SCHEMA);
    }
  }

  /**
   * Writes a copy of the database as it is at one moment; whoever writes it goes on meanwhile.
   *
   * @param copy a file that is not there yet
   */
  public void copyTo(Path copy) {
    try (Session session = connect()) {
      session.update("VACUUM INTO ?", copy.toString());
    }
    try (Session session = new Database(source(copy)).connect()) {
      session.update("PRAGMA user_version = " + schema());
      new Holdings(session).forgetSignIns();
      session.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.integer(1));
      // Without its log beside it, the copy is one file.
      session.first("PRAGMA journal_mode = DELETE", row -> row.text(1));
    }
  }

  /** Brings what stands in the log into the file itself, so that the file alone is the whole. */
  public static void settle(Path file) {
    try (Session session = new Database(source(file)).connect()) {
      session.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.integer(1));
    }
  }

  /** A session of one's own; close it. */
  public Session connect() {
    try {
      Connection connection = source.getConnection();
      return new Session(connection);
    } catch (SQLException e) {
      throw Session.problem(e);
    }
  }

  /** Asks within one moment of the archive; for any thread, {@value #READERS} at a time. */
  public <T> T read(Function<Session, T> questions) {
    readers.acquireUninterruptibly();
    Session idler = idle.pollFirst();
    Session session = idler == null ? connect() : idler;
    boolean sound = false;
    try {
      T answer = session.atOneMoment(() -> questions.apply(session));
      sound = true;
      return answer;
    } finally {
      if (sound) {
        idle.addFirst(session);
      } else {
        session.close();
      }
      readers.release();
    }
  }

  @Override
  public void close() {
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      session.close();
    }
  }
}
