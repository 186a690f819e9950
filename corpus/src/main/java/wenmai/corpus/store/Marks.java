package wenmai.corpus.store;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks of the archive as a whole (总标记): whether it holds the sample, how far links have come … */
public final class Marks {
  /** The archive holds the sample corpus and nothing else. */
  public static final String SAMPLE = "sample";

  /** Not all papers of the sample have been taken in yet. */
  public static final String SAMPLE_BEGUN = "sample-begun";

  /** The journal number up to which links, copies and matters have been worked out. */
  public static final String DERIVED = "derived";

  /** The journal number up to which papers have been asked in the company of their folder. */
  public static final String COMPANY = "company";

  /** Grows whenever what has been worked out has changed. */
  public static final String REVISION = "revision";

  /** By which rules matters have been worked out. */
  public static final String MATTER_RULES = "matter-rules";

  /** When the archive was copied last. */
  public static final String BACKUP = "backup";

  /** When it was looked through last, and how many faults were found: two words. */
  public static final String CHECK = "check";

  private static final Logger LOG = LoggerFactory.getLogger(Marks.class);

  private final Session session;

  public Marks(Session session) {
    this.session = session;
  }

  public Optional<String> get(String name) {
    return session.first("SELECT value FROM mark WHERE name = ?", row -> row.text(1), name);
  }

  /** Marks whose names begin so, with their values. */
  Map<String, String> beginning(String prefix) {
    Map<String, String> marks = new TreeMap<>();
    session.each(
        "SELECT name, value FROM mark WHERE name >= ? AND name < ?",
        row -> marks.put(row.text(1), row.text(2)),
        prefix,
        SortablePath.afterAll(prefix));
    return marks;
  }

  public long number(String name) {
    return get(name).map(Long::parseLong).orElse(0L);
  }

  public void set(String name, String value) {
    session.update(
        "INSERT INTO mark (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }

  /**
   * Sets a mark beside whoever writes the archive. What it tells of has been done: where the mark
   * cannot be set, as on a disk that may only be read, that is no failure.
   */
  public static void note(Premises premises, String name, String value) {
    try (Database database = Database.openForReading(premises);
        Session session = database.connect()) {
      session.inTransaction(() -> {
        new Marks(session).set(name, value);
        return session;
      });
    } catch (StoreProblem e) {
      LOG.info("the mark {} was not set: {}", name, e.getMessage());
    }
  }

  public void clear(String name) {
    session.update("DELETE FROM mark WHERE name = ?", name);
  }
}
