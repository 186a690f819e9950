package wenmai.corpus.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A session with a PostgreSQL server. What {@code BEGIN IMMEDIATE} gives a writer of SQLite, a lock
 * of the transaction's gives here: writers take turns, and what one reads stays true until it has
 * written. Readers see one moment ({@code REPEATABLE READ}).
 */
final class PostgresSession extends Session {
  private static final int AT_A_TIME = 500;
  private static final Pattern NUMBERED = Pattern.compile("\\?([0-9]+)");

  /** Stands for U+0000, which PostgreSQL keeps in no text; no character has this number. */
  private static final String NOTHING = Character.toString(0x10FFFE);

  private final String server;
  private final long turn;
  private boolean inside;

  /**
   * @param server as people are told of it
   * @param turn names the lock by which writers take turns
   */
  PostgresSession(Connection connection, String server, long turn) {
    super(connection);
    this.server = server;
    this.turn = turn;
  }

  @Override
  void begin(Purpose purpose) {
    boolean begun = false;
    try {
      connection().setAutoCommit(false);
      inside = true;
      if (purpose == Purpose.READ) {
        super.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      } else {
        first("SELECT pg_advisory_xact_lock(?)", row -> row, turn);
      }
      begun = true;
    } catch (SQLException e) {
      throw problem(e);
    } finally {
      if (!begun) {
        abandon();
      }
    }
  }

  private void abandon() {
    try {
      undo();
    } catch (StoreProblem lost) {
      inside = false; // the failure to begin is on its way up, and tells more
    }
  }

  @Override
  void commit() {
    try {
      connection().commit();
      connection().setAutoCommit(true);
      inside = false;
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  @Override
  void undo() {
    inside = false;
    try {
      connection().rollback();
      connection().setAutoCommit(true);
    } catch (SQLException e) {
      throw problem(e);
    }
  }

  /** A lone statement takes its turn among the writers, too. */
  @Override
  public int update(String sql, @Nullable Object... arguments) {
    return inside
        ? super.update(sql, arguments)
        : inTransaction(() -> super.update(sql, arguments));
  }

  @Override
  public long insert(String sql, Object... arguments) {
    return first(sql + " RETURNING *", row -> row.number(1), arguments).orElseThrow();
  }

  /** Reads everything there is: what cannot be read raises a problem of its own. */
  @Override
  List<String> damage() {
    List<String> damage = new ArrayList<>();
    damage.addAll(
        list(
            "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = current_schema() AND NOT (i.indisvalid AND i.indisready)"
                + " ORDER BY c.relname",
            row -> "the index " + row.text(1) + " is not valid; REINDEX it"));
    for (String table : tables()) {
      first("SELECT count(CAST(t AS TEXT)) FROM \"" + table + "\" t", row -> row.number(1));
    }
    return damage;
  }

  private List<String> tables() {
    return list(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
        row -> row.text(1));
  }

  @Override
  String words(String sql) {
    return NUMBERED
        .matcher(sql.replace("json_each(?)", "json_array_elements_text(CAST(? AS json))"))
        .replaceAll("?");
  }

  @Override
  int[] places(String sql, int arguments) {
    int[] numbered = NUMBERED.matcher(sql).results().mapToInt(PostgresSession::number).toArray();
    return numbered.length > 0 ? numbered : IntStream.range(0, arguments).toArray();
  }

  private static int number(MatchResult place) {
    return Integer.parseInt(place.group(1)) - 1;
  }

  @Override
  int atATime() {
    return AT_A_TIME;
  }

  @Override
  String textOf(String kept) {
    return kept.replace(NOTHING, "\0");
  }

  @Override
  String kept(String text) {
    return text.replace("\0", NOTHING);
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (StoreUnavailable gone) {
      return; // the server has closed it already
    }
  }

  @Override
  StoreProblem problem(SQLException e) {
    return problem(e, server);
  }

  static StoreProblem problem(SQLException e, String server) {
    String state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "57P01", "57P02", "57P03", "53300" -> unavailable(e, server);
      case "53100" ->
          new StoreProblem(
              StoreProblem.Reason.NO_ROOM,
              "no room left on the database server's disk; free some and try again",
              e);
      case "55P03" ->
          new StoreProblem(
              StoreProblem.Reason.BUSY,
              "another process keeps the archive's database busy; try again",
              e);
      case "28P01", "28000" ->
          new StoreProblem(
              StoreProblem.Reason.REFUSED,
              "the database server refuses the archive; check database.user and its password: "
                  + server,
              e,
              server);
      case "3D000" ->
          new StoreProblem(
              StoreProblem.Reason.NO_DATABASE,
              "the database server has no such database; create it: " + server,
              e,
              server);
      case "42501" ->
          new StoreProblem(
              StoreProblem.Reason.NO_RIGHT,
              "the archive's account lacks a right on the database; make it the owner: "
                  + e.getMessage(),
              e,
              String.valueOf(e.getMessage()));
      case "25006" ->
          new StoreProblem(
              StoreProblem.Reason.READS_ONLY,
              "the database server only reads; connect to the primary: " + server,
              e,
              server);
      case "XX001", "XX002" ->
          new StoreProblem(
              StoreProblem.Reason.DAMAGED,
              "the archive's database is damaged; restore a backup",
              e);
      default ->
          state.startsWith("08")
              ? unavailable(e, server)
              : new StoreProblem(
                  StoreProblem.Reason.FAILED,
                  "the archive's database failed: " + e.getMessage(),
                  e,
                  String.valueOf(e.getMessage()));
    };
  }

  private static StoreUnavailable unavailable(SQLException e, String server) {
    return new StoreUnavailable(
        "the archive's database cannot be reached now; see that it runs, and ask again: " + server,
        e,
        server);
  }
}
