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

/**
 * One connection with its prepared statements, for one thread at a time. Arguments are strings,
 * numbers, byte arrays, or an {@link Optional} of these, empty for null.
 *
 * <p>Questions are written in the SQL that both databases read: {@code ON CONFLICT}, {@code "end"}
 * between quotes, no truth values as numbers. {@code json_each(?)} and numbered arguments ({@code
 * ?1}) are SQLite's; {@link PostgresSession} puts them into its own words.
 */
public abstract sealed class Session implements AutoCloseable
    permits SqliteSession, PostgresSession {
  /** Each statement as it is asked, without its values. */
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  final Connection connection() {
    return connection;
  }

  /** Rows changed. */
  public int update(String sql, @Nullable Object... arguments) {
    try {
      return bind(statement(sql), sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** The same statement for many rows, sent together. */
  final void updateAll(String sql, List<@Nullable Object[]> rows) {
    try {
      PreparedStatement statement = statement(sql);
      for (Object[] row : rows) {
        bind(statement, sql, row).addBatch();
      }
      var unused = statement.executeBatch();
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** Adds a row to a table whose first column numbers the rows; gives its number. */
  public abstract long insert(String sql, Object... arguments);

  public <T> Optional<T> first(String sql, Row.Reader<T> reader, Object... arguments) {
    try (ResultSet results = bind(statement(sql), sql, arguments).executeQuery()) {
      return results.next() ? Optional.of(reader.read(new Row(results, this))) : Optional.empty();
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  public <T> List<T> list(String sql, Row.Reader<T> reader, Object... arguments) {
    List<T> list = new ArrayList<>();
    try (ResultSet results = bind(statement(sql), sql, arguments).executeQuery()) {
      Row row = new Row(results, this);
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
    try (PreparedStatement own = connection.prepareStatement(words(sql))) {
      if (atATime() > 0) {
        own.setFetchSize(atATime());
      }
      try (ResultSet results = bind(own, sql, arguments).executeQuery()) {
        Row row = new Row(results, this);
        while (results.next()) {
          consumer.accept(row);
        }
      }
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** All or nothing; durable when it returns. */
  public <T> T inTransaction(Supplier<T> work) {
    begin(Purpose.WRITE);
    return finish(work);
  }

  /** Everything asked within sees the archive at one moment. */
  public <T> T atOneMoment(Supplier<T> questions) {
    begin(Purpose.READ);
    return finish(questions);
  }

  /** What is begun for. */
  enum Purpose {
    READ,
    WRITE
  }

  /** Begins what {@link #finish} ends. A writer waits for its turn: there is one at a time. */
  abstract void begin(Purpose purpose);

  abstract void commit();

  abstract void undo();

  /** Does the work of what was begun, and ends it. */
  final <T> T finish(Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      commit();
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
      undo();
    } catch (StoreProblem alreadyRolledBack) {
      // SQLite ends a transaction by itself when a write fails for want of room, and a lost
      // connection ends it too; the first failure, which is on its way up, is the one to tell of.
      return;
    }
  }

  /** What the database finds wrong with what it keeps, in its words; nothing where all is well. */
  abstract List<String> damage();

  /** In the words of this database. */
  abstract String words(String sql);

  /** Which arguments stand at the places of a statement, from 0. */
  abstract int[] places(String sql, int arguments);

  /** How many rows of a long answer are fetched at a time; 0 leaves it to the driver. */
  abstract int atATime();

  /** A text as it was given to {@link #kept}. */
  abstract String textOf(String kept);

  /** A text as this database keeps it. */
  abstract String kept(String text);

  abstract StoreProblem problem(SQLException e);

  private PreparedStatement statement(String sql) throws SQLException {
    LOG.trace("{}", sql);
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(words(sql));
      prepared.put(sql, statement);
    }
    return statement;
  }

  private PreparedStatement bind(
      PreparedStatement statement, String sql, @Nullable Object... arguments) throws SQLException {
    int[] places = places(sql, arguments.length);
    for (int i = 0; i < places.length; i++) {
      Object value = arguments[places[i]];
      bind(statement, i + 1, value instanceof Optional<?> o ? o.orElse(null) : value);
    }
    return statement;
  }

  private void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(place, null);
      case String text -> statement.setString(place, kept(text));
      case Long number -> statement.setLong(place, number);
      case Integer number -> statement.setLong(place, number);
      case byte[] bytes -> statement.setBytes(place, bytes);
      default -> statement.setString(place, kept(value.toString()));
    }
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
