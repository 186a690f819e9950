package wenmai.corpus.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables in a schema of their own on a PostgreSQL server. */
final class PostgresSchema implements Backing {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresSchema.class);
  private static final int OLDEST = 13;

  /* The server hears within moments that a process of its machine is gone. */
  private static final int PATIENCE = 30;
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final DatabaseServer server;
  private final String name;

  private PostgresSchema(DatabaseServer server, String name) {
    this.server = server;
    this.name = name;
  }

  static PostgresSchema on(DatabaseServer server) {
    return new PostgresSchema(server, server.schema());
  }

  String name() {
    return name;
  }

  DatabaseServer server() {
    return server;
  }

  /** The schema whose name is this one's with an ending. */
  PostgresSchema beside(String end) {
    return new PostgresSchema(server, server.schema() + end);
  }

  @Override
  public PostgresSession connect() {
    Properties properties = new Properties();
    properties.setProperty("user", server.user());
    server.password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("ApplicationName", "wenmai");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    try {
      Connection connection = DriverManager.getConnection(server.url(), properties);
      boolean ready = false;
      try (Statement statement = connection.createStatement()) {
        statement.execute(settings());
        ready = true;
        return new PostgresSession(connection, server.toString(), key("turn"));
      } finally {
        if (!ready) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw PostgresSession.problem(e, server.toString());
    }
  }

  /* What is reported as done is on disk, whatever the server's own settings say. */
  private String settings() {
    return "SET search_path TO "
        + name
        + "; SET default_transaction_isolation TO 'read committed'; SET lock_timeout TO '15s'"
        + "; SET jit TO off"
        + "; SELECT set_config('synchronous_commit', 'on', false)"
        + " WHERE current_setting('synchronous_commit') = 'off'";
  }

  /** Names a lock of this schema; the same in every process. */
  private long key(String purpose) {
    byte[] hash =
        Originals.sha256()
            .digest(("wenmai " + server.schema() + " " + purpose).getBytes(StandardCharsets.UTF_8));
    return java.nio.ByteBuffer.wrap(hash).getLong();
  }

  @Override
  public Session connectToWrite() {
    PostgresSession session = connect();
    boolean taken = false;
    try {
      taken = isTaken(session);
      for (int i = 0; i < PATIENCE && !taken; i++) {
        LockSupport.parkNanos(MOMENT.toNanos());
        taken = isTaken(session);
      }
      if (!taken) {
        throw new ArchiveHeld(server);
      }
      return session;
    } finally {
      if (!taken) {
        Database.close(session);
      }
    }
  }

  /** The lock is the connection's and goes with it. */
  private boolean isTaken(Session session) {
    return session
        .first(
            "SELECT CASE WHEN pg_try_advisory_lock(?) THEN 1 ELSE 0 END",
            row -> row.integer(1) == 1,
            key("writer"))
        .orElse(false);
  }

  @Override
  public int schema() {
    try (Session session = connect()) {
      if (!has(session, "flyway_schema_history")) {
        return 0;
      }
      return session
          .first(
              "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"
                  + " WHERE success AND version IS NOT NULL",
              row -> row.integer(1))
          .orElse(0);
    }
  }

  /** Whether it has this table. */
  boolean has(Session session, String table) {
    return session
        .first("SELECT 1 WHERE to_regclass(?) IS NOT NULL", row -> 1, name + "." + table)
        .isPresent();
  }

  @Override
  public void migrate() {
    try (Session session = connect()) {
      refuseUnfit(session);
    }
    try {
      Flyway.configure(PostgresSchema.class.getClassLoader())
          .loggers("slf4j")
          .dataSource(server.url(), server.user(), server.password().orElse(null))
          .defaultSchema(name)
          .schemas(name)
          .locations("classpath:db/postgresql")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreProblem(
          StoreProblem.Reason.NOT_MADE,
          "the archive's tables cannot be made on the database server: " + e.getMessage(),
          e,
          String.valueOf(e.getMessage()));
    }
  }

  private static void refuseUnfit(Session session) {
    int version =
        session.first("SHOW server_version_num", row -> Integer.parseInt(row.text(1))).orElse(0)
            / 10_000;
    if (version < OLDEST) {
      throw new StoreProblem(
          StoreProblem.Reason.OLD_SERVER,
          "the database server is PostgreSQL " + version + "; it must be " + OLDEST + " or newer",
          String.valueOf(version),
          String.valueOf(OLDEST));
    }
    String encoding = session.first("SHOW server_encoding", row -> row.text(1)).orElse("");
    if (!encoding.equals("UTF8")) {
      throw new StoreProblem(
          StoreProblem.Reason.ENCODING,
          "the database keeps texts as "
              + encoding
              + "; create one with ENCODING 'UTF8' TEMPLATE template0",
          encoding);
    }
    if (session.first("SHOW fsync", row -> row.text(1)).filter("off"::equals).isPresent()) {
      LOG.warn("the database server does not force to disk what is committed (fsync is off)");
    }
  }

  @Override
  public void copyTo(Path copy) {
    SqliteFile file = SqliteFile.at(copy);
    file.migrate();
    try (Session from = connect();
        SqliteSession to = file.connect()) {
      from.atOneMoment(() ->
          to.inTransaction(() -> {
            TableCopy.of(to).stream()
                .filter(table -> !table.table().equals("sign_in"))
                .forEach(table -> table.carry(from, to));
            return copy;
          }));
    }
    file.seal();
  }

  @Override
  public long bytes() {
    try (Session session = connect()) {
      return session
          .first(
              "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
                  + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                  + " WHERE n.nspname = current_schema() AND c.relkind = 'r'",
              row -> row.number(1))
          .orElse(0L);
    }
  }
}
