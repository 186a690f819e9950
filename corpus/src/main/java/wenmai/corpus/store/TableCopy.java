package wenmai.corpus.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Carries all rows from one database into another with the same tables (逐表搬运). Which tables and
 * columns there are, the SQLite one says: the other has some of its own besides.
 *
 * @param columns in order
 */
record TableCopy(String table, List<String> columns) {
  private static final int AT_ONCE = 100;

  /* Triggers write it while the others are filled, so it is filled last. */
  private static final String WRITTEN_BY_TRIGGERS = "side_change";

  /** The tables of the archive, in the order in which they are to be carried. */
  static List<TableCopy> of(SqliteSession file) {
    List<TableCopy> tables = new ArrayList<>();
    for (String table :
        file.list(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                + " AND name NOT LIKE 'flyway_%' ORDER BY name",
            row -> row.text(1))) {
      tables.add(
          new TableCopy(
              table,
              file.list(
                  "SELECT name FROM pragma_table_info(?) ORDER BY cid",
                  row -> row.text(1),
                  table)));
    }
    tables.sort(Comparator.comparing(TableCopy::isWrittenByTriggers));
    return tables;
  }

  private boolean isWrittenByTriggers() {
    return table.equals(WRITTEN_BY_TRIGGERS);
  }

  /** Brings the rows into a table without any; call within a transaction of each. */
  void carry(Session from, Session to) {
    if (isWrittenByTriggers()) {
      to.update("DELETE FROM " + table);
    }
    String names = columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "));
    String into =
        "INSERT INTO "
            + table
            + " ("
            + names
            + ") VALUES ("
            + columns.stream().map(c -> "?").collect(Collectors.joining(", "))
            + ")";
    List<@Nullable Object[]> rows = new ArrayList<>();
    from.each(
        "SELECT " + names + " FROM " + table,
        row -> {
          rows.add(values(row));
          if (rows.size() == AT_ONCE) {
            to.updateAll(into, rows);
            rows.clear();
          }
        });
    if (!rows.isEmpty()) {
      to.updateAll(into, rows);
    }
  }

  private @Nullable Object[] values(Row row) {
    return IntStream.rangeClosed(1, columns.size()).mapToObj(row::value).toArray();
  }
}
