package wenmai.corpus.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wenmai.corpus.document.Visibility;

/**
 * Which papers are to be read again in the company of their folder (待重读): kept in the archive, so
 * that what one run could not do the next one does. The journal tells of papers that were written;
 * of files that went or moved their folders are noted. What a folder's papers agreed on is kept, so
 * that all of them are asked only where that is another thing now.
 */
public final class CompanyDue {
  /** What the journal calls a paper's being read in company, which changes nothing for others. */
  static final String ACT = "company";

  private static final String ANSWER = "company-of ";
  private static final String LEFT = "company-left ";
  private static final String CAME = "company-came ";

  private static final String PAPERS =
      " d.doc, d.visibility, f.root, f.path, fd.ordinal, CASE WHEN r.doc IS NULL THEN 0 ELSE 1 END";
  private static final String NO_PLACE = " d.held = 1 AND (d.region IS NULL OR r.doc IS NOT NULL)";

  private final Session session;
  private final Marks marks;

  public CompanyDue(Session session) {
    this.session = session;
    this.marks = new Marks(session);
  }

  /**
   * What has happened since papers were asked last.
   *
   * @param after the journal's number up to which they were asked
   * @param upTo the journal's last number
   * @param folders in which papers changed, came or went
   * @param came folders to which files moved that the journal does not know of
   * @param noted marks to be cleared, with their values
   */
  public record Due(
      long after,
      long upTo,
      Set<Register.Place> folders,
      Set<Register.Place> came,
      Map<String, String> noted) {
    public Due {
      folders = Set.copyOf(folders);
      came = Set.copyOf(came);
      noted = Map.copyOf(noted);
    }
  }

  /**
   * A paper that may take its place from others: one that says nothing of it, or that was read in
   * company before.
   *
   * @param seq journal number of the change by which it was found; 0 where it was found otherwise
   * @param ordinal its place within the file
   */
  public record Alone(
      long seq,
      long doc,
      Visibility visibility,
      Register.Place file,
      int ordinal,
      boolean isRevised) {

    static Alone read(Row row) {
      return new Alone(
          row.number(1),
          row.number(2),
          DocumentRow.visibility(row.integer(3)),
          new Register.Place(row.text(4), SortablePath.read(row.text(5))),
          row.integer(6),
          row.integer(7) == 1);
    }
  }

  public Due due() {
    long after = marks.number(Marks.COMPANY);
    long upTo = new Documents(session).lastNumber();
    Set<Register.Place> folders = new HashSet<>();
    session.each(
        "SELECT DISTINCT f.root, f.path FROM journal j JOIN file_document fd ON fd.doc = j.doc"
            + " JOIN file f ON f.file = fd.file WHERE j.seq > ? AND j.seq <= ? AND j.act <> ?",
        row ->
            folders.add(new Register.Place(row.text(1), SortablePath.read(row.text(2))).inFolder()),
        after,
        upTo,
        ACT);
    Map<String, String> noted = new TreeMap<>(marks.beginning(LEFT));
    marks.beginning(LEFT).keySet().forEach(mark -> folders.add(folder(mark, LEFT)));
    Set<Register.Place> came = new HashSet<>();
    marks.beginning(CAME).keySet().forEach(mark -> came.add(folder(mark, CAME)));
    noted.putAll(marks.beginning(CAME));
    folders.addAll(came);
    return new Due(after, upTo, folders, came, noted);
  }

  /** Whether a folder's papers agree on something else than when they were asked last. */
  public boolean isNews(Register.Place folder, Company.Answer answer) {
    return !marks.get(mark(ANSWER, folder)).orElse("").equals(answer.printed());
  }

  /**
   * Papers below a folder, in order of their files.
   *
   * @param before the last one that was asked
   */
  public List<Alone> under(Register.Place folder, Optional<Alone> before, int most) {
    String from = SortablePath.of(before.map(paper -> paper.file().path()).orElse(folder.path()));
    return session.list(
        "SELECT 0,"
            + PAPERS
            + " FROM file f JOIN file_document fd ON fd.file = f.file"
            + " JOIN document d ON d.doc = fd.doc LEFT JOIN revision r ON r.doc = d.doc"
            + " WHERE f.root = ? AND f.path >= ? AND f.path < ? AND (f.path > ? OR fd.ordinal > ?)"
            + " AND"
            + NO_PLACE
            + " ORDER BY f.path, fd.ordinal LIMIT ?",
        Alone::read,
        folder.root(),
        from,
        SortablePath.afterAll(folder.path()),
        from,
        before.map(Alone::ordinal).orElse(-1),
        most);
  }

  /** Papers that were written after one number of the journal up to another, in order of these. */
  public List<Alone> changed(long after, long upTo, int most) {
    return session.list(
        "SELECT j.seq,"
            + PAPERS
            + " FROM journal j JOIN document d ON d.doc = j.doc"
            + " JOIN file_document fd ON fd.doc = d.doc JOIN file f ON f.file = fd.file"
            + " LEFT JOIN revision r ON r.doc = d.doc"
            + " WHERE j.seq > ? AND j.seq <= ? AND j.act <> ? AND"
            + NO_PLACE
            + " ORDER BY j.seq LIMIT ?",
        Alone::read,
        after,
        upTo,
        ACT,
        most);
  }

  /** All that was due has been asked, and this is what the papers of these folders agreed on. */
  public void done(Due due, Map<Register.Place, Company.Answer> answers) {
    answers.forEach((folder, answer) -> {
      String printed = answer.printed();
      if (printed.isEmpty()) {
        marks.clear(mark(ANSWER, folder));
      } else if (isNews(folder, answer)) {
        marks.set(mark(ANSWER, folder), printed);
      }
    });
    due.noted()
        .forEach((mark, value) -> {
          if (marks.get(mark).filter(value::equals).isPresent()) {
            marks.clear(mark);
          }
        });
    marks.set(Marks.COMPANY, String.valueOf(due.upTo()));
  }

  /** A file and its papers are there no more. */
  void left(Register.Place file) {
    note(LEFT, file);
  }

  /** Papers are there now without having been written. */
  void came(Register.Place file) {
    note(CAME, file);
  }

  /* Counted, so that what is noted again while papers are asked is not cleared. */
  private void note(String what, Register.Place file) {
    String mark = mark(what, file.inFolder());
    marks.set(mark, String.valueOf(marks.number(mark) + 1));
  }

  private static String mark(String what, Register.Place folder) {
    return what + folder.root().length() + " " + folder.root() + folder.path();
  }

  private static Register.Place folder(String mark, String what) {
    int blank = mark.indexOf(' ', what.length());
    int root = Integer.parseInt(mark, what.length(), blank, 10);
    int end = blank + 1 + root;
    return new Register.Place(mark.substring(blank + 1, end), mark.substring(end));
  }

  /** These folders and those above them. */
  public static Set<Register.Place> withThoseAbove(Collection<Register.Place> folders) {
    Set<Register.Place> all = new HashSet<>();
    for (Register.Place folder : folders) {
      Optional<Register.Place> next = Optional.of(folder);
      while (next.filter(all::add).isPresent()) {
        next = next.get().above();
      }
    }
    return all;
  }
}
