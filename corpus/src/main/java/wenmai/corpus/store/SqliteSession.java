package wenmai.corpus.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A session with an SQLite file: questions are already in its words. */
final class SqliteSession extends Session {
  private static final int MOST_WORDS = 20;

  /** The places of 0, 1, 2 … arguments; no statement has more than a dozen. */
  private static final List<int[]> IN_ORDER =
      IntStream.range(0, 32).mapToObj(n -> IntStream.range(0, n).toArray()).toList();

  SqliteSession(Connection connection) {
    super(connection);
  }

  @Override
  public long insert(String sql, Object... arguments) {
    update(sql, arguments);
    return first("SELECT last_insert_rowid()", row -> row.number(1)).orElseThrow();
  }

  @Override
  void begin(Purpose purpose) {
    update(purpose == Purpose.WRITE ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
  }

  @Override
  void commit() {
    update("COMMIT");
  }

  @Override
  void undo() {
    update("ROLLBACK");
  }

  @Override
  List<String> damage() {
    List<String> words = list("PRAGMA integrity_check(" + MOST_WORDS + ")", row -> row.text(1));
    return words.equals(List.of("ok")) ? List.of() : words;
  }

  @Override
  String words(String sql) {
    return sql;
  }

  @Override
  int[] places(String sql, int arguments) {
    return arguments < IN_ORDER.size()
        ? IN_ORDER.get(arguments)
        : IntStream.range(0, arguments).toArray();
  }

  @Override
  int atATime() {
    return 0;
  }

  @Override
  String textOf(String kept) {
    return kept;
  }

  @Override
  String kept(String text) {
    return text;
  }

  @Override
  StoreProblem problem(SQLException e) {
    return problemOf(e);
  }

  static StoreProblem problemOf(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_FULL, SQLITE_IOERR_WRITE ->
          new StoreProblem(
              StoreProblem.Reason.NO_ROOM,
              "no room left on the archive's disk; free some and start again",
              e);
      case SQLITE_READONLY, SQLITE_READONLY_DBMOVED, SQLITE_READONLY_DIRECTORY, SQLITE_CANTOPEN ->
          new StoreProblem(
              StoreProblem.Reason.NOT_WRITABLE,
              "the archive's folder cannot be written to; check its permissions",
              e,
              "archive.db",
              String.valueOf(e.getMessage()));
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new StoreProblem(
              StoreProblem.Reason.DAMAGED,
              "the archive's database is damaged; restore a backup or run check --repair",
              e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StoreProblem(
              StoreProblem.Reason.BUSY,
              "another process keeps the archive's database busy; try again",
              e);
      default ->
          new StoreProblem(
              StoreProblem.Reason.FAILED,
              "the archive's database failed: " + e.getMessage(),
              e,
              String.valueOf(e.getMessage()));
    };
  }
}
