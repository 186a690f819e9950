package wenmai.corpus.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row an answer stands at; columns count from 1. */
public final class Row {
  private final ResultSet results;
  private final Session session;

  Row(ResultSet results, Session session) {
    this.results = results;
    this.session = session;
  }

  public String text(int column) {
    return optional(column)
        .orElseThrow(() ->
            new StoreProblem(
                StoreProblem.Reason.DAMAGED, "a value is missing in the archive's tables"));
  }

  public Optional<String> optional(int column) {
    try {
      return Optional.ofNullable(results.getString(column)).map(session::textOf);
    } catch (SQLException e) {
      throw session.problem(e);
    }
  }

  public long number(int column) {
    try {
      return results.getLong(column);
    } catch (SQLException e) {
      throw session.problem(e);
    }
  }

  public int integer(int column) {
    return Math.toIntExact(number(column));
  }

  public byte[] bytes(int column) {
    try {
      byte[] bytes = results.getBytes(column);
      return bytes == null ? new byte[0] : bytes;
    } catch (SQLException e) {
      throw session.problem(e);
    }
  }

  /** Text, a number, bytes, or null: what a question takes as an argument, for copying it. */
  @Nullable Object value(int column) {
    try {
      Object value = results.getObject(column);
      return value instanceof String text ? session.textOf(text) : value;
    } catch (SQLException e) {
      throw session.problem(e);
    }
  }

  /** Turns a row into a value. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row);
  }
}
