package wenmai.corpus.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that could not be taken in (未能收录的文件), as the last run over them found them. */
public final class RefusedFiles {
  /** Of one run; a folder with more of them needs another look than a list. */
  private static final int MOST_A_RUN = 500;

  private final Session session;

  public RefusedFiles(Session session) {
    this.session = session;
  }

  /**
   * A file that could not be taken.
   *
   * @param given the file or folder that the run was given
   */
  public record Refused(
      String path, String given, String code, String reason, String remedy, Instant at) {}

  /** Puts what a run found in place of what an earlier run over the same found. */
  public void replace(String given, List<Refused> found) {
    session.update("DELETE FROM refused_file WHERE given = ?", given);
    Set<String> told = new HashSet<>();
    for (Refused file : found.subList(0, Math.min(found.size(), MOST_A_RUN))) {
      if (!told.add(file.path())) {
        continue;
      }
      session.update(
          "INSERT INTO refused_file (path, given, code, reason, remedy, at)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          file.path(),
          given,
          file.code(),
          file.reason(),
          file.remedy(),
          file.at());
    }
  }

  /** It was taken in after all, by whatever run. */
  public void forget(String path) {
    session.update("DELETE FROM refused_file WHERE path = ? AND " + Setbacks.NOT_OURS, path);
  }

  /** Newest first. */
  public List<Refused> latest(int most) {
    return session.list(
        "SELECT path, given, code, reason, remedy, at FROM refused_file WHERE "
            + Setbacks.NOT_OURS
            + " ORDER BY at DESC, given, path LIMIT ?",
        row ->
            new Refused(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                Instant.parse(row.text(6))),
        most);
  }

  public long count() {
    return session
        .first("SELECT count(*) FROM refused_file WHERE " + Setbacks.NOT_OURS, row -> row.number(1))
        .orElse(0L);
  }
}
