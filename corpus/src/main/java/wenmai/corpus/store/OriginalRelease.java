package wenmai.corpus.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;

/**
 * Whether the public may have the file that a paper came in (原件能否公开). A file shows all that is in
 * it: a mail its attachments, an issue of a gazette every paper. So it is given as long as
 * everything that was made of it, and of what came out of it, is public, and nothing that came out
 * of it went unread, and not else. A page of the paper itself that waits for OCR is no reason.
 * Where a paper came back as a line of an export, the file it came in is known by its bytes; where
 * that is known no more, nobody can tell what else is in it.
 */
public final class OriginalRelease {
  /** Between the way to a file and the name of what came out of it. */
  private static final String INTO = "!/";

  /** Files of one OFD with several documents may show pages of one another. */
  private static final String OFD_MEMBER = ".ofd" + INTO;

  private final Session session;
  private final Documents documents;

  public OriginalRelease(Session session) {
    this.session = session;
    this.documents = new Documents(session);
  }

  /**
   * @param paper one that is public itself
   */
  public boolean isForPublic(DocumentRow paper) {
    DocumentRow whole = whole(paper);
    return files(paper).stream().noneMatch(this::holdsKept)
        && !holdsKept(whole, source(whole) + INTO)
        && cameWhole(paper);
  }

  private record Known(Register.Place place, boolean isItsOwn) {}

  /** Whether a file with its bytes is known, its own or one in which nothing went unread. */
  private boolean cameWhole(DocumentRow paper) {
    List<Known> known =
        session.list(
            "SELECT f.root, f.path, coalesce(fd.doc, 0) FROM file f"
                + " LEFT JOIN file_document fd ON fd.file = f.file AND fd.doc = ?"
                + " WHERE f.sha256 = ?",
            row ->
                new Known(
                    new Register.Place(row.text(1), SortablePath.read(row.text(2))),
                    row.number(3) != 0),
            paper.doc(),
            paper.original().orElse(""));
    return paper.original().isEmpty()
        || known.stream().anyMatch(Known::isItsOwn)
        || (!known.isEmpty() && known.stream().noneMatch(file -> holdsUnread(file.place())));
  }

  private boolean holdsUnread(Register.Place file) {
    String inside = file.path() + INTO;
    return session
        .first(
            "SELECT 1 FROM file WHERE root = ? AND path >= ? AND path < ? AND sha256 = '' LIMIT 1",
            row -> row.integer(1),
            file.root(),
            SortablePath.of(inside),
            SortablePath.afterAll(inside))
        .isPresent();
  }

  /** The paper of the whole file, for a part of it such as one of a gazette. */
  private DocumentRow whole(DocumentRow paper) {
    DocumentRow whole = paper;
    Optional<DocumentRow> above = above(whole);
    while (above.isPresent()) {
      whole = above.get();
      above = above(whole);
    }
    return whole;
  }

  /** The paper of which this one is a part, in the same file. */
  private Optional<DocumentRow> above(DocumentRow part) {
    return session
        .first(
            "SELECT parent FROM document WHERE doc = ? AND parent IS NOT NULL",
            row -> new DocumentId(row.text(1)),
            part.doc())
        .flatMap(documents::row)
        .filter(parent -> parent.doc() != part.doc())
        .filter(parent -> parent.original().equals(part.original()))
        .filter(parent -> source(part).startsWith(source(parent) + INTO));
  }

  private String source(DocumentRow paper) {
    return documents.record(paper.doc()).document().provenance().source();
  }

  /** The files that it is one of the papers of; an OFD that holds several counts as one. */
  private List<Register.Place> files(DocumentRow paper) {
    return session
        .list(
            "SELECT f.root, f.path FROM file_document fd JOIN file f USING (file) WHERE fd.doc = ?",
            row -> new Register.Place(row.text(1), SortablePath.read(row.text(2))),
            paper.doc())
        .stream()
        .map(OriginalRelease::withItsFellows)
        .toList();
  }

  private static Register.Place withItsFellows(Register.Place file) {
    int member = file.path().lastIndexOf(INTO);
    boolean isOfOfd =
        member >= 0
            && file.path()
                .substring(0, member + INTO.length())
                .toLowerCase(Locale.ROOT)
                .endsWith(OFD_MEMBER);
    return isOfOfd ? new Register.Place(file.root(), file.path().substring(0, member)) : file;
  }

  /**
   * Whether the file, or one that came out of it, gave a paper that the public does not see, or is
   * not settled: what is attached to a mail comes after it, or could not be read at all, and what
   * is struck out in a file is not read. Such a file has no checksum, and may have no papers.
   */
  private boolean holdsKept(Register.Place file) {
    String inside = file.path() + INTO;
    return session
        .first(
            "SELECT 1 FROM file f LEFT JOIN file_document fd USING (file)"
                + " LEFT JOIN document d USING (doc) WHERE f.root = ? AND (f.path = ? OR (f.path >= ? AND f.path < ?))"
                + " AND (d.held = 0 OR d.visibility > 0 OR f.sha256 = '') LIMIT 1",
            row -> row.integer(1),
            file.root(),
            SortablePath.of(file.path()),
            SortablePath.of(inside),
            SortablePath.afterAll(inside))
        .isPresent();
  }

  /**
   * The same by what belongs to what, for papers whose files are known no more: they came back as
   * lines of an export.
   *
   * @param inside how the source of what came out of its file begins
   */
  private boolean holdsKept(DocumentRow whole, String inside) {
    return session
        .list(
            "WITH RECURSIVE part (id) AS (SELECT id FROM document WHERE id = ?"
                + " UNION SELECT d.id FROM document d JOIN part p ON d.parent = p.id) SELECT "
                + DocumentRow.COLUMNS
                + " FROM document d JOIN part p ON d.id = p.id WHERE d.visibility > 0",
            DocumentRow::read,
            whole.id().value())
        .stream()
        .filter(part -> part.visibility() == Visibility.INTERNAL && part.isHeld())
        .anyMatch(part -> source(part).startsWith(inside));
  }
}
