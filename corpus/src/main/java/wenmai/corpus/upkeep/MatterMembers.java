package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wenmai.corpus.store.Session;

/**
 * Which papers may be steps of the matters of a jurisdiction, as far as an audience may know
 * (辖区文件): those of the place; and those of no known place that name a paper of it or are named by
 * one. Copies are left out.
 */
final class MatterMembers {
  private static final String MAY_SEE = "held = 1 AND (%s.visibility = 0 OR ?2 = ";

  private static final String PAPERS =
      "WITH home AS (SELECT p.doc AS doc FROM matter_partition p JOIN document h ON h.doc = p.doc"
          + " WHERE p.name = ?1 AND h."
          + maySee("h")
          + ") SELECT doc FROM home UNION"
          + " SELECT l.source AS doc FROM home t JOIN link l ON l.target = t.doc"
          + " WHERE (l.audience & ?2) <> 0 AND NOT EXISTS"
          + " (SELECT 1 FROM matter_partition o WHERE o.doc = l.source) UNION"
          + " SELECT l.target AS doc FROM home t JOIN link l ON l.source = t.doc"
          + " WHERE (l.audience & ?2) <> 0 AND l.target IS NOT NULL AND NOT EXISTS"
          + " (SELECT 1 FROM matter_partition o WHERE o.doc = l.target)";

  private static final String IS_OPEN =
      "d."
          + maySee("d")
          + " AND NOT EXISTS (SELECT 1 FROM copy c WHERE c.doc = d.doc"
          + " AND (c.audience & ?2) <> 0)";

  private static final String ALL =
      "SELECT d.doc FROM ("
          + PAPERS
          + ") p JOIN document d ON d.doc = p.doc WHERE "
          + IS_OPEN
          + " ORDER BY d.id";

  private static final String OF_THESE =
      "SELECT d.doc FROM document d WHERE d.doc IN (%s) AND "
          + IS_OPEN.replace("%", "%%")
          + " AND (EXISTS (SELECT 1 FROM matter_partition p WHERE p.doc = d.doc AND p.name = ?1)"
          + " OR (NOT EXISTS (SELECT 1 FROM matter_partition o WHERE o.doc = d.doc) AND ("
          + tied("target", "source")
          + " OR "
          + tied("source", "target")
          + ")))";

  /** Papers of no known place that name one of these or are named by one. */
  private static final String GUESTS =
      "SELECT o.doc FROM (SELECT target AS doc FROM link WHERE source IN (%1$s)"
          + " AND target IS NOT NULL UNION SELECT source AS doc FROM link"
          + " WHERE target IN (%1$s)) o"
          + " WHERE NOT EXISTS (SELECT 1 FROM matter_partition p WHERE p.doc = o.doc)";

  private final Session session;
  private final String partition;

  MatterMembers(Session session, String partition) {
    this.session = session;
    this.partition = partition;
  }

  private static String maySee(String table) {
    return String.format(Locale.ROOT, MAY_SEE, table) + Sight.INTERNAL + ")";
  }

  private static String tied(String there, String here) {
    return "EXISTS (SELECT 1 FROM link l JOIN matter_partition p ON p.doc = l."
        + there
        + " AND p.name = ?1 JOIN document h ON h.doc = p.doc WHERE l."
        + here
        + " = d.doc AND (l.audience & ?2) <> 0 AND h."
        + maySee("h")
        + ")";
  }

  /** All of them, by their ids. */
  List<Long> all(int sight) {
    return session.list(ALL, row -> row.number(1), partition, sight);
  }

  /** Those of these. */
  Set<Long> among(Collection<Long> docs, int sight) {
    return new HashSet<>(
        session.list(
            String.format(Locale.ROOT, OF_THESE, Rows.list(docs)),
            row -> row.number(1),
            partition,
            sight));
  }

  /** Papers of no known place that may come or go with these. */
  List<Long> guestsOf(Collection<Long> docs) {
    return session.list(String.format(Locale.ROOT, GUESTS, Rows.list(docs)), row -> row.number(1));
  }
}
