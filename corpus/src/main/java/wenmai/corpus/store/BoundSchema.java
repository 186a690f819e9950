package wenmai.corpus.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables on a server as one archive's: folder and tables carry the same id, so that neither is
 * ever opened, or replaced, with another's.
 *
 * @see Binding
 */
record BoundSchema(PostgresSchema schema) {
  static BoundSchema on(DatabaseServer server) {
    return new BoundSchema(PostgresSchema.on(server));
  }

  /** The id that these tables carry, if there are any. */
  private Optional<String> identity() {
    try (Session session = schema.connect()) {
      return schema.has(session, "archive_identity")
          ? session.first("SELECT id FROM archive_identity", row -> row.text(1))
          : Optional.empty();
    }
  }

  private static void identify(Session session, Binding binding) {
    session.update("DELETE FROM archive_identity");
    session.update("INSERT INTO archive_identity (id) VALUES (?)", binding.id());
  }

  /**
   * @throws StoreProblem if these are not the tables of this folder
   */
  void checkBoundTo(Path folder) {
    Optional<String> here = identity();
    Optional<String> wanted = Binding.of(folder).map(Binding::id);
    if (here.isEmpty() || !here.equals(wanted)) {
      throw foreign(folder, here.isPresent());
    }
  }

  private StoreProblem foreign(Path folder, boolean isArchive) {
    return new StoreProblem(
        StoreProblem.Reason.FOREIGN,
        folder
            + (isArchive
                ? " does not belong to the archive at "
                : " belongs to an archive, but there is none at ")
            + schema.server()
            + "; set database.url and database.schema to its own, or bring a backup into an empty"
            + " folder and another schema (restore)",
        folder.toString(),
        schema.server().toString());
  }

  /**
   * Opens the tables, making them for a folder that has none.
   *
   * @throws StoreProblem if they are another folder's
   */
  <T> T bindTo(Path folder, Function<PostgresSchema, T> opening) {
    Optional<String> here = identity();
    Optional<Binding> bound = Binding.of(folder);
    if (here.isPresent() || bound.filter(Binding::isMade).isPresent()) {
      checkBoundTo(folder);
    }
    Binding binding = bound.orElseGet(Binding::begun);
    binding.writeTo(folder);
    T opened = opening.apply(schema);
    if (here.isEmpty()) {
      try (Session session = schema.connect()) {
        session.<Object>inTransaction(() -> {
          identify(session, binding);
          return session;
        });
      }
    }
    if (!binding.isMade()) {
      binding.made().writeTo(folder);
    }
    return opened;
  }

  /**
   * @throws StoreProblem if there are tables of another folder
   */
  void checkReplaceable(Path folder) {
    if (identity().isPresent()) {
      checkBoundTo(folder);
    }
  }

  /** Puts the tables in a file in place of these, in one step at the end. */
  void replaceWith(SqliteFile file, Path folder) {
    checkReplaceable(folder);
    Binding binding = Binding.of(folder).orElseGet(Binding::begun);
    binding.writeTo(folder);
    PostgresSchema next = schema.beside("_restoring");
    try (Session writer = schema.connectToWrite()) {
      writer.update("DROP SCHEMA IF EXISTS " + next.name() + " CASCADE");
      next.migrate();
      fill(next, file, binding);
      writer.<Object>inTransaction(() -> {
        PostgresSchema former = schema.beside("_replaced");
        writer.update("DROP SCHEMA IF EXISTS " + former.name() + " CASCADE");
        if (exists(writer)) {
          writer.update("ALTER SCHEMA " + schema.name() + " RENAME TO " + former.name());
        }
        writer.update("ALTER SCHEMA " + next.name() + " RENAME TO " + schema.name());
        return writer;
      });
    }
    binding.made().writeTo(folder);
  }

  private boolean exists(Session session) {
    return session
        .first("SELECT 1 FROM pg_namespace WHERE nspname = ?", r -> 1, schema.name())
        .isPresent();
  }

  private static void fill(PostgresSchema schema, SqliteFile file, Binding binding) {
    try (SqliteSession from = file.connect();
        Session to = schema.connect()) {
      to.<Object>inTransaction(() -> {
        TableCopy.of(from).forEach(table -> table.carry(from, to));
        countOn(to);
        identify(to, binding);
        return to;
      });
    }
  }

  /** Lets the numbers of new rows follow those that were carried. */
  private static void countOn(Session session) {
    record Numbered(String table, String column) {}
    List<Numbered> numbered =
        session.list(
            "SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = current_schema() AND is_identity = 'YES'",
            row -> new Numbered(row.text(1), row.text(2)));
    for (Numbered each : numbered) {
      session.first(
          "SELECT setval(pg_get_serial_sequence(?, ?), (SELECT coalesce(max("
              + each.column()
              + "), 0) + 1 FROM "
              + each.table()
              + "), false)",
          row -> row.number(1),
          each.table(),
          each.column());
    }
  }
}
