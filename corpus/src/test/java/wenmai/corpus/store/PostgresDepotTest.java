package wenmai.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Papers;

/** The same on a PostgreSQL server, and what only a server can do to one. */
class PostgresDepotTest extends DepotTest {
  private final TestPostgres postgres = TestPostgres.running();
  private final DatabaseServer server = postgres.tables();

  @Override
  Premises premises() {
    return new Premises(folder.resolve("data"), Optional.of(server));
  }

  @Override
  void letTheAuditBeChanged(Session session) {
    session.update("DROP TRIGGER audit_is_not_changed ON audit");
  }

  @Override
  Path migrations() {
    return super.migrations().resolveSibling("postgresql");
  }

  @Override
  int firstMigration() {
    return 13;
  }

  /** What a backup carries from the one into the other is all there is. */
  @Test
  void bothDatabasesHaveTheSameTablesAndColumns() {
    Path file = folder.resolve("other.db");
    SqliteFile.at(file).migrate();
    Set<String> there = new TreeSet<>();
    try (SqliteSession session = SqliteFile.at(file).connect()) {
      TableCopy.of(session).forEach(t -> t.columns().forEach(c -> there.add(t.table() + "." + c)));
    }
    Set<String> here =
        depot
            .read(session ->
                session.list(
                    "SELECT table_name || '.' || column_name FROM information_schema.columns c"
                        + " JOIN pg_tables t ON t.tablename = c.table_name"
                        + " AND t.schemaname = c.table_schema"
                        + " WHERE table_schema = current_schema() AND column_name <> 'rowid'"
                        + " AND table_name NOT IN ('flyway_schema_history', 'archive_identity')",
                    row -> row.text(1)))
            .stream()
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(there, here);
  }

  @Test
  void aServerThatIsAwayIsNamedAndAllGoesOnWhenItIsBack() throws Exception {
    put(Papers.at("a.txt", "报告\n甲。"));
    assertEquals(1, number());
    postgres.end();
    try {
      StoreUnavailable reading = assertThrows(StoreUnavailable.class, this::number);
      assertTrue(reading.getMessage().contains("cannot be reached"), reading.getMessage());
      assertFalse(reading.getMessage().contains("no password is asked for"));
      assertThrows(StoreUnavailable.class, () -> put(Papers.at("b.txt", "报告\n乙。")));
    } finally {
      postgres.restart();
    }
    assertEquals(1, number());
    long later = put(Papers.at("b.txt", "报告\n乙。")).lastNumber();
    assertTrue(later > 1, "" + later);
    dropConnections();
    assertEquals(later, number());
    assertTrue(put(Papers.at("c.txt", "报告\n丙。")).lastNumber() > later);
    try (Database beside = Database.openForReading(premises())) {
      assertThrows(ArchiveHeld.class, beside::connectToWrite, "the writer's lock is held anew");
    }
  }

  /** As an administrator or a broken network does, while sessions are idle. */
  private void dropConnections() {
    try (Session session = PostgresSchema.on(server).connect()) {
      session.list(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()",
          row -> 1);
    }
  }

  private long number() {
    return depot.read(session -> new Documents(session).lastNumber());
  }

  /** As BEGIN IMMEDIATE has it: what a writer has read is still so when it writes. */
  @Test
  void writersOfOtherSessionsTakeTurns() throws Exception {
    CountDownLatch within = new CountDownLatch(1);
    try (Database beside = Database.openForReading(premises());
        Session other = beside.connect()) {
      Thread waiting =
          new Thread(() -> {
            try {
              within.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            other.inTransaction(() -> count(other));
          });
      waiting.start();
      depot.write(session -> {
        within.countDown();
        for (int i = 0; i < 20; i++) {
          count(session);
          Thread.onSpinWait();
        }
        return 0;
      });
      waiting.join();
      assertEquals("21", depot.<String>read(s -> new Marks(s).get("count").orElse("")));
    }
  }

  private static int count(Session session) {
    Marks marks = new Marks(session);
    marks.set("count", String.valueOf(marks.number("count") + 1));
    return 0;
  }

  @Test
  void aTextWithoutEndAndOneWithNothingInItAreKept() {
    String odd = "甲\0乙" + "丙".repeat(20_000);
    depot.write(session -> {
      new Marks(session).set("odd", odd);
      return session.insert(
          "INSERT INTO document (id, seq, held, visibility, kind, authority, characters,"
              + " external_id, number, region) VALUES ('00000000000000000000', 0, 1, 0, '', '', 0, ?, ?, ?)",
          odd,
          odd,
          odd);
    });
    assertEquals(odd, depot.<String>read(s -> new Marks(s).get("odd").orElse("")));
    assertEquals(
        odd,
        depot.<String>read(
            s -> new Documents(s).withExternalId(odd).orElseThrow().externalId().orElse("")));
  }

  @Test
  void aFolderAndTheTablesOfAnotherAreKeptApart() throws IOException {
    Clock clock = Clock.systemUTC();
    Premises other = new Premises(folder.resolve("other"), Optional.of(server));
    refused("does not belong", () -> Depot.openForWriting(other, "test", clock));
    refused("does not belong", () -> Depot.openForReading(other, clock));
    Premises nowhere = new Premises(premises().folder(), Optional.of(postgres.tables()));
    refused("there is none at", () -> Depot.openForReading(nowhere, clock));
    refused("set database.url", () -> Depot.openForReading(Premises.in(nowhere.folder()), clock));
    Premises file = Premises.in(folder.resolve("file"));
    Depot.openForWriting(file, "test", clock).close();
    Premises both = new Premises(file.folder(), Optional.of(postgres.tables()));
    refused("take database.url out", () -> Depot.openForWriting(both, "test", clock));
    close();
    refused("there is none at", () -> Depot.openForWriting(nowhere, "test", clock));
    open();
    assertEquals(List.of("database.properties", "holder", "lock", "originals"), names());
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(premises().folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void refused(String words, org.junit.jupiter.api.function.Executable opening) {
    StoreProblem problem = assertThrows(StoreProblem.class, opening);
    assertTrue(problem.getMessage().contains(words), problem.getMessage());
  }

  @Test
  void anArchiveOfANewerProgramIsRefused() {
    depot.write(session ->
        session.update("UPDATE flyway_schema_history SET version = '99' WHERE version = '13'"));
    refused("newer version", () -> Depot.openForReading(premises(), Clock.systemUTC()));
  }
}
