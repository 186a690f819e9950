package wenmai.corpus.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Papers of which something could not be worked out (推导受阻的文件): they are held and can be read, but
 * lack what a step would have given them. They stand among the files that could not be taken in,
 * under a name that no file has.
 */
public final class Setbacks {
  /** No path begins so, for what a run is given is absolute. */
  private static final String GIVEN = "upkeep ";

  private static final String OURS = "given >= '" + GIVEN + "' AND given < 'upkeep!'";

  /** For {@link RefusedFiles}, which are others. */
  static final String NOT_OURS = "NOT (" + OURS + ")";

  /** A message may quote a whole text. */
  private static final int MOST_WORDS = 300;

  private final Session session;

  public Setbacks(Session session) {
    this.session = session;
  }

  /** What was being worked out. */
  public enum Step {
    /** What others find it by: title, number, words; without it the following are lacking too. */
    CARD("card"),
    /** Whose copy it is. */
    COPIES("copies"),
    /** What its citations mean. */
    LINKS("links"),
    /** How it stands among the versions of its work. */
    VERSIONS("versions"),
    /** What ties it to a matter. */
    MATTER_CARD("matter-card"),
    /** To which matter it belongs. */
    WEAVING("weaving"),
    /** What its matter says. */
    MATTER("matter"),
    /** What it is found by in searches. */
    INDEX("index");

    private final String key;

    Step(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /**
   * Something that could not be worked out.
   *
   * @param path the file it came from; its id, where none is known
   * @param step a key of {@link Step}
   */
  public record Setback(String path, String step, String reason, Instant at) {}

  /** Notes that a step failed, in place of an earlier note of the same. */
  public void note(long doc, Step step, Throwable failure, Instant at) {
    String words = failure.toString();
    session.update(
        "INSERT OR REPLACE INTO refused_file (path, given, code, reason, remedy, at)"
            + " VALUES (?, ?, ?, ?, '', ?)",
        path(doc),
        given(doc, step),
        step.key(),
        words.substring(0, Math.min(words.length(), MOST_WORDS)),
        at);
  }

  private String path(long doc) {
    return session
        .first(
            "SELECT f.path FROM file_document d JOIN file f ON f.file = d.file WHERE d.doc = ?",
            row -> SortablePath.read(row.text(1)),
            doc)
        .or(() -> session.first("SELECT id FROM document WHERE doc = ?", row -> row.text(1), doc))
        .orElse("");
  }

  private static String given(long doc, Step step) {
    return GIVEN + doc + " " + step.key();
  }

  public void clear(long doc, Step step) {
    session.update("DELETE FROM refused_file WHERE given = ?", given(doc, step));
  }

  /** The documents of which anything is noted. */
  public Set<Long> documents() {
    return new TreeSet<>(
        session.list(
            "SELECT given FROM refused_file WHERE " + OURS,
            row -> Long.valueOf(row.text(1).split(" ", -1)[1])));
  }

  /** Newest first. */
  public List<Setback> latest(int most) {
    return session.list(
        "SELECT path, code, reason, at FROM refused_file WHERE "
            + OURS
            + " ORDER BY at DESC, path, code LIMIT ?",
        row -> new Setback(row.text(1), row.text(2), row.text(3), Instant.parse(row.text(4))),
        most);
  }

  public long count() {
    return session
        .first("SELECT count(*) FROM refused_file WHERE " + OURS, row -> row.number(1))
        .orElse(0L);
  }
}
