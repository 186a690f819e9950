package wenmai.corpus.store;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/** The files that were taken in (收文登记簿) and which documents each of them gave. */
public final class Register {
  private final Session session;
  private final Documents documents;
  private final CompanyDue company;

  public Register(Session session) {
    this(session, Rereader.NONE);
  }

  /**
   * @param reader reads papers again of which repairs were undone
   */
  public Register(Session session, Rereader reader) {
    this.session = session;
    this.documents = new Documents(session, reader);
    this.company = new CompanyDue(session);
  }

  /**
   * What was written through one register.
   *
   * @param lastNumber the journal's last number
   */
  public record Written(List<Change> changes, long lastNumber) {}

  /** What has been written through this object, in order, for the index and the links to follow. */
  public Written written() {
    return new Written(documents.changes(), documents.lastNumber());
  }

  /** Where a file stands: a root, and a path within it. */
  public record Place(String root, String path) {

    /** The folder or container it stands in, with its last {@code /}; empty for the root itself. */
    public String folder() {
      return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** That folder, or itself where it is one. */
    public Place inFolder() {
      return new Place(root, folder());
    }

    /** The folder above this one; none above the root itself. */
    public Optional<Place> above() {
      return path.isEmpty()
          ? Optional.empty()
          : Optional.of(new Place(root, path.substring(0, path.length() - 1)).inFolder());
    }
  }

  /**
   * A file as it was when it was taken in.
   *
   * @param wantsOcr whether pages of it are missing that only OCR could have read
   */
  public record Entry(
      Place place,
      long bytes,
      long modifiedMillis,
      String sha256,
      List<DocumentId> documents,
      boolean wantsOcr) {
    public Entry {
      documents = List.copyOf(documents);
    }

    /** One that was read whole. */
    public Entry(
        Place place, long bytes, long modifiedMillis, String sha256, List<DocumentId> documents) {
      this(place, bytes, modifiedMillis, sha256, documents, false);
    }
  }

  /** Blank forms lie about by the thousand: who asks for each of them must not be told of all. */
  private static final int MOST_EQUAL = 32;

  private record FileRow(long file, Entry entry) {}

  public List<String> roots() {
    return session.list("SELECT DISTINCT root FROM file ORDER BY root", row -> row.text(1));
  }

  public Optional<Entry> at(Place place) {
    return session
        .first(
            "SELECT file, root, path, bytes, modified, sha256, wants_ocr FROM file"
                + " WHERE root = ? AND path = ?",
            Register::bare,
            place.root(),
            SortablePath.of(place.path()))
        .map(this::withDocuments);
  }

  /** The files that have these bytes, those registered first; no more than {@value #MOST_EQUAL}. */
  public List<Entry> withContent(String sha256) {
    return session
        .list(
            "SELECT file, root, path, bytes, modified, sha256, wants_ocr FROM file WHERE sha256 = ?"
                + " ORDER BY file LIMIT "
                + MOST_EQUAL,
            Register::bare,
            sha256)
        .stream()
        .map(this::withDocuments)
        .toList();
  }

  /** Every file under a root whose path begins so, in order of path. */
  public void each(String root, String prefix, Consumer<Entry> consumer) {
    session.each(
        "SELECT file, root, path, bytes, modified, sha256, wants_ocr FROM file"
            + " WHERE root = ? AND path >= ? AND path < ? ORDER BY path",
        row -> consumer.accept(withDocuments(bare(row))),
        root,
        SortablePath.of(prefix),
        SortablePath.afterAll(prefix));
  }

  /** Every held document of a visibility that such a file gave, in order of path. */
  public void eachHeld(
      String root, String prefix, Visibility visibility, BiConsumer<Place, DocumentId> consumer) {
    session.each(
        "SELECT f.root, f.path, d.id FROM file f JOIN file_document fd USING (file)"
            + " JOIN document d USING (doc) WHERE f.root = ? AND f.path >= ? AND f.path < ?"
            + " AND d.held = 1 AND d.visibility = ? ORDER BY f.path, fd.ordinal",
        row ->
            consumer.accept(
                new Place(row.text(1), SortablePath.read(row.text(2))),
                new DocumentId(row.text(3))),
        root,
        SortablePath.of(prefix),
        SortablePath.afterAll(prefix),
        DocumentRow.code(visibility));
  }

  private static FileRow bare(Row row) {
    return new FileRow(
        row.number(1),
        new Entry(
            new Place(row.text(2), SortablePath.read(row.text(3))),
            row.number(4),
            row.number(5),
            row.text(6),
            List.of(),
            row.integer(7) != 0));
  }

  private Entry withDocuments(FileRow row) {
    Entry entry = row.entry();
    return new Entry(
        entry.place(),
        entry.bytes(),
        entry.modifiedMillis(),
        entry.sha256(),
        ids(row.file()),
        entry.wantsOcr());
  }

  private List<DocumentId> ids(long file) {
    return session.list(
        "SELECT d.id FROM file_document f JOIN document d USING (doc) WHERE f.file = ?"
            + " ORDER BY f.ordinal",
        row -> new DocumentId(row.text(1)),
        file);
  }

  private List<Long> docs(long file) {
    return session.list(
        "SELECT doc FROM file_document WHERE file = ? ORDER BY ordinal",
        row -> row.number(1),
        file);
  }

  /** Puts a file and its papers in place of what stood there. */
  public void put(Entry entry, List<PreparedPaper> papers, Clock clock) {
    long file = write(entry);
    Set<Long> gone = new HashSet<>(docs(file));
    Set<Long> former = Set.copyOf(gone);
    session.update("DELETE FROM file_document WHERE file = ?", file);
    Map<DocumentId, Optional<DocumentRow>> before = new LinkedHashMap<>();
    int ordinal = 0;
    for (PreparedPaper paper : papers) {
      DocumentId id = paper.document().id();
      before.putIfAbsent(id, documents.row(id).filter(DocumentRow::isHeld));
      long doc = documents.put(paper, clock);
      gone.remove(doc);
      if (!former.contains(doc)) {
        moves(doc, entry.place());
      }
      session.update(
          "INSERT INTO file_document (doc, file, ordinal) VALUES (?, ?, ?)"
              + " ON CONFLICT (doc) DO UPDATE SET file = excluded.file, ordinal = excluded.ordinal",
          doc,
          file,
          ordinal++);
    }
    if (!gone.isEmpty()) {
      company.left(entry.place());
    }
    gone.stream().sorted().forEach(doc -> documents.takeOut(doc, clock));
    before.forEach((id, row) -> documents.inherited().passOn(id, row, clock));
  }

  /** A paper that was another file's is this one's now, and need not have changed itself. */
  private void moves(long doc, Place now) {
    Optional<Place> former =
        session.first(
            "SELECT f.root, f.path FROM file_document fd JOIN file f USING (file) WHERE fd.doc = ?",
            row -> new Place(row.text(1), SortablePath.read(row.text(2))),
            doc);
    former.ifPresent(from -> moved(from, now));
  }

  private void moved(Place from, Place to) {
    if (!from.inFolder().equals(to.inFolder())) {
      company.left(from);
      company.came(to);
    }
  }

  /**
   * Reads a paper again beside the papers of its folder, if it still stands as it did when they
   * were counted.
   *
   * @param visibility of the paper, for which they were counted
   * @param places that they are of
   */
  public void readInCompany(long doc, Visibility visibility, List<Region> places, Clock clock) {
    documents.readInCompany(doc, visibility, places, clock);
  }

  private long write(Entry entry) {
    Optional<Long> file = fileAt(entry.place());
    if (file.isEmpty()) {
      return session.insert(
          "INSERT INTO file (root, path, bytes, modified, sha256, wants_ocr)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          entry.place().root(),
          SortablePath.of(entry.place().path()),
          entry.bytes(),
          entry.modifiedMillis(),
          entry.sha256(),
          entry.wantsOcr() ? 1 : 0);
    }
    session.update(
        "UPDATE file SET bytes = ?, modified = ?, sha256 = ?, wants_ocr = ? WHERE file = ?",
        entry.bytes(),
        entry.modifiedMillis(),
        entry.sha256(),
        entry.wantsOcr() ? 1 : 0,
        file.get());
    return file.get();
  }

  private Optional<Long> fileAt(Place place) {
    return session.first(
        "SELECT file FROM file WHERE root = ? AND path = ?",
        row -> row.number(1),
        place.root(),
        SortablePath.of(place.path()));
  }

  /**
   * The same bytes with another time stamp, or in another place, from where what stood there goes.
   */
  public void confirm(Place former, Entry now, Clock clock) {
    Optional<Long> file = fileAt(former);
    if (file.isEmpty()) {
      return;
    }
    if (fileAt(now.place()).filter(other -> !other.equals(file.get())).isPresent()) {
      withdraw(now.place(), clock);
    }
    session.update(
        "UPDATE file SET root = ?, path = ?, bytes = ?, modified = ?, sha256 = ?, wants_ocr = ?"
            + " WHERE file = ?",
        now.place().root(),
        SortablePath.of(now.place().path()),
        now.bytes(),
        now.modifiedMillis(),
        now.sha256(),
        now.wantsOcr() ? 1 : 0,
        file.get());
    moved(former, now.place());
  }

  /**
   * Keeps a document from the public that bears no mark itself, until a person decides.
   *
   * @param anew whether what a person published is to be looked at anew
   */
  public void keep(DocumentId id, boolean anew, Clock clock) {
    documents
        .row(id)
        .filter(DocumentRow::isHeld)
        .ifPresent(row -> documents.inherited().keep(row, anew, clock));
  }

  /** Takes a file and its documents out. */
  public void withdraw(Place place, Clock clock) {
    Optional<Long> file = fileAt(place);
    if (file.isEmpty()) {
      return;
    }
    List<Long> docs = docs(file.get());
    session.update("DELETE FROM file_document WHERE file = ?", file.get());
    session.update("DELETE FROM file WHERE file = ?", file.get());
    docs.forEach(doc -> documents.takeOut(doc, clock));
    company.left(place);
  }
}
