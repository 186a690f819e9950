package wenmai.corpus.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One connection with its prepared statements, for one thread at a time. Arguments are strings,
 * numbers, byte arrays, or an {@link Optional} of these, empty for null.
 */
public final class Session implements AutoCloseable {
  /** Each statement as it is asked, without its values. */
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Rows changed. */
  public int update(String sql, Object... arguments) {
    try {
      return bind(statement(sql), arguments).executeUpdate();
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** Adds a row to a table whose first column numbers the rows; gives its number. */
  public long insert(String sql, Object... arguments) {
    update(sql, arguments);
    return first("SELECT last_insert_rowid()", row -> row.number(1)).orElseThrow();
  }

  public <T> Optional<T> first(String sql, Row.Reader<T> reader, Object... arguments) {
    try (ResultSet results = bind(statement(sql), arguments).executeQuery()) {
      return results.next() ? Optional.of(reader.read(new Row(results))) : Optional.empty();
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  public <T> List<T> list(String sql, Row.Reader<T> reader, Object... arguments) {
    List<T> list = new ArrayList<>();
    try (ResultSet results = bind(statement(sql), arguments).executeQuery()) {
      Row row = new Row(results);
      while (results.next()) {
        list.add(reader.read(row));
      }
      return list;
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** Walks over an answer of any length; the consumer may ask other questions of this session. */
  public void each(String sql, Consumer<Row> consumer, Object... arguments) {
    LOG.trace("{}", sql);
    try (PreparedStatement own = connection.prepareStatement(sql);
        ResultSet results = bind(own, arguments).executeQuery()) {
      Row row = new Row(results);
      while (results.next()) {
        consumer.accept(row);
      }
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** All or nothing; durable when it returns. */
  public <T> T inTransaction(Supplier<T> work) {
    return between("BEGIN IMMEDIATE", work);
  }

  /** Everything asked within sees the archive at one moment. */
  public <T> T atOneMoment(Supplier<T> questions) {
    return between("BEGIN DEFERRED", questions);
  }

  private <T> T between(String begin, Supplier<T> work) {
    update(begin);
    boolean done = false;
    try {
      T result = work.get();
      update("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      update("ROLLBACK");
    } catch (StoreProblem alreadyRolledBack) {
      // SQLite ends a transaction by itself when a write fails for want of room; the first
      // failure, which is on its way up, is the one to tell of.
      return;
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    LOG.trace("{}", sql);
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i] instanceof Optional<?> o ? o.orElse(null) : arguments[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(place, null);
      case String text -> statement.setString(place, text);
      case Long number -> statement.setLong(place, number);
      case Integer number -> statement.setInt(place, number);
      case byte[] bytes -> statement.setBytes(place, bytes);
      default -> statement.setString(place, value.toString());
    }
  }

  static StoreProblem problem(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_FULL, SQLITE_IOERR_WRITE ->
          new StoreProblem("no room left on the archive's disk; free some and start again", e);
      case SQLITE_READONLY, SQLITE_READONLY_DBMOVED, SQLITE_READONLY_DIRECTORY, SQLITE_CANTOPEN ->
          new StoreProblem("the archive's folder cannot be written to; check its permissions", e);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new StoreProblem(
              "the archive's database is damaged; restore a backup or run check --repair", e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StoreProblem("another process keeps the archive's database busy; try again", e);
      default -> new StoreProblem("the archive's database failed: " + e.getMessage(), e);
    };
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw problem(e);
    }
  }
}
