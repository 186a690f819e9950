package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.store.Session;

/**
 * What is still to be worked out again (待更新), kept with the records so that a crash forgets
 * nothing.
 */
final class Stale {
  /** Why a document is to be looked at again. */
  enum Why {
    /** Which documents have the same words. */
    COPIES("copies"),
    /** Who is the original among those with the same words. */
    GROUP("group"),
    /** What its citations mean. */
    LINKS("links"),
    /** How it stands, and the history of its work. */
    WORK("work");

    private final String key;

    Why(String key) {
      this.key = key;
    }
  }

  /** No paper has this number. */
  private static final long ALL = 0;

  /**
   * A mark that is set again counts as a later one, so that who is at work on it does not wipe it.
   */
  private static final String MARKED_AGAIN =
      " ON CONFLICT (partition, doc) DO UPDATE SET rowid = excluded.rowid";

  private final Session session;

  Stale(Session session) {
    this.session = session;
  }

  void add(Why why, long doc) {
    session.update(
        "INSERT INTO stale (why, doc) VALUES (?, ?) ON CONFLICT DO NOTHING", why.key, doc);
  }

  /** All documents whose citations were looked up under one of these keys. */
  void addWhoAskedFor(Collection<Long> keys) {
    for (long key : keys) {
      session.update(
          "INSERT INTO stale (why, doc) SELECT ?, doc FROM lookup WHERE key = ?"
              + " ON CONFLICT DO NOTHING",
          Why.LINKS.key,
          key);
    }
  }

  /**
   * The document and, if its kind has versions, all that have its title: they may be of one work.
   */
  void addWorkOf(long doc) {
    add(Why.WORK, doc);
    session.update(
        "INSERT INTO stale (why, doc) SELECT ?, o.doc FROM catalogue c"
            + " JOIN catalogue o ON o.key = c.key WHERE c.doc = ? AND c.title = 1"
            + " ON CONFLICT DO NOTHING",
        Why.WORK.key,
        doc);
  }

  /** The works that its citations amend or repeal. */
  void addWorksStruckBy(long doc) {
    session
        .list(
            "SELECT DISTINCT target FROM link WHERE source = ? AND target IS NOT NULL"
                + " AND type IN ('amends', 'repeals')",
            row -> row.number(1),
            doc)
        .forEach(this::addWorkOf);
  }

  /**
   * The matters of the partitions in which it may be a step: its own, else those of the papers it
   * names and of those that name it.
   */
  void addPartitionsOf(long doc) {
    session.update(
        "INSERT INTO stale_matter (partition, doc)"
            + " SELECT DISTINCT p.name, ?1 FROM link l JOIN matter_partition p"
            + " ON (l.source = ?1 AND p.doc = l.target) OR (l.target = ?1 AND p.doc = l.source)"
            + " WHERE (l.source = ?1 OR l.target = ?1)"
            + " AND NOT EXISTS (SELECT 1 FROM matter_partition o WHERE o.doc = ?1)"
            + MARKED_AGAIN,
        doc);
    session.update(
        "INSERT INTO stale_matter (partition, doc)"
            + " SELECT name, doc FROM matter_partition WHERE doc = ?"
            + MARKED_AGAIN,
        doc);
  }

  void addAllPartitions() {
    session.update(
        "INSERT INTO stale_matter (partition, doc)"
            + " SELECT DISTINCT name, "
            + ALL
            + " FROM matter_partition WHERE true"
            + MARKED_AGAIN);
  }

  List<Long> take(Why why, int most) {
    return session.list(
        "SELECT doc FROM stale WHERE why = ? ORDER BY doc LIMIT ?",
        row -> row.number(1),
        why.key,
        most);
  }

  void done(Why why, long doc) {
    session.update("DELETE FROM stale WHERE why = ? AND doc = ?", why.key, doc);
  }

  /**
   * A partition whose matters are to be looked at again.
   *
   * @param docs for these papers
   * @param all for every paper
   * @param last the last mark that was read; what is marked later is not among them
   */
  record Partition(String name, Set<Long> docs, boolean all, long last) {}

  Optional<Partition> partition() {
    return session
        .first("SELECT partition FROM stale_matter ORDER BY partition LIMIT 1", row -> row.text(1))
        .map(this::partition);
  }

  private Partition partition(String name) {
    Set<Long> docs = new TreeSet<>();
    long[] last = {0};
    session.each(
        "SELECT doc, rowid FROM stale_matter WHERE partition = ?",
        row -> {
          docs.add(row.number(1));
          last[0] = Math.max(last[0], row.number(2));
        },
        name);
    boolean all = docs.remove(ALL);
    return new Partition(name, docs, all, last[0]);
  }

  void done(Partition partition) {
    session.update(
        "DELETE FROM stale_matter WHERE partition = ? AND rowid <= ?",
        partition.name(),
        partition.last());
  }
}
