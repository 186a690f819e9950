package wenmai.corpus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** Tables in an SQLite file (WAL mode, every commit forced to disk). */
final class SqliteFile implements Backing {
  private static final int PAGE_BYTES = 8192;
  private static final int BUSY_MILLIS = 15_000;

  /** Pages that each of some ten sessions keeps: 16 MB, or a 256th of the memory there is. */
  private static final int CACHE_KIB =
      (int) Math.min(16_000, Runtime.getRuntime().maxMemory() >> 18);

  private final Path file;
  private final SQLiteDataSource source;

  private SqliteFile(Path file, SQLiteDataSource source) {
    this.file = file;
    this.source = source;
  }

  static SqliteFile at(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(PAGE_BYTES);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIB); // below zero: in KiB
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return new SqliteFile(file, source);
  }

  /** A file that nobody writes, without so much as a lock beside it. */
  static SqliteFile atRest(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toUri() + "?immutable=1");
    return new SqliteFile(file, source);
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

  @Override
  public SqliteSession connect() {
    try {
      return new SqliteSession(source.getConnection());
    } catch (SQLException e) {
      throw SqliteSession.problemOf(e);
    }
  }

  /** The lock of the folder is the writer's. */
  @Override
  public Session connectToWrite() {
    return connect();
  }

  @Override
  public int schema() {
    try (Session session = connect()) {
      return session.first("PRAGMA user_version", row -> row.integer(1)).orElse(0);
    }
  }

  /* Flyway looks through the class path, which takes longer than opening the whole archive does;
   * so the number of the last migration also stands in the file's head, and only a file that is
   * behind is shown to it. */
  @Override
  public void migrate() {
    Flyway.configure(SqliteFile.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(source)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (Session session = connect()) {
      session.update("PRAGMA user_version = " + Database.SCHEMA);
    }
  }

  @Override
  public void copyTo(Path copy) {
    try (Session session = connect()) {
      session.update("VACUUM INTO ?", copy.toString());
    }
    try (Session session = at(copy).connect()) {
      session.update("PRAGMA user_version = " + schema());
      session.first("PRAGMA secure_delete = ON", row -> row.integer(1));
      session.update("DELETE FROM sign_in");
    }
    at(copy).seal();
  }

  /** Makes it one file, without its log beside it. */
  void seal() {
    settle();
    try (Session session = connect()) {
      session.first("PRAGMA journal_mode = DELETE", row -> row.text(1));
    }
  }

  /** Brings what stands in the log into the file itself, so that the file alone is the whole. */
  void settle() {
    try (Session session = connect()) {
      session.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.integer(1));
    }
  }

  @Override
  public long bytes() {
    try {
      Path log = Path.of(file + "-wal");
      return (Files.exists(file) ? Files.size(file) : 0)
          + (Files.exists(log) ? Files.size(log) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be looked at: " + e.getMessage(), e);
    }
  }
}
