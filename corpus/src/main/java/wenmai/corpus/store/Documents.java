package wenmai.corpus.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Status;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.record.PaperRecord;
import wenmai.corpus.record.Wording;

/** The documents (案卷) of one session's moment: records as read, rows as they stand. */
public final class Documents {
  private final Session session;
  private final Decisions decisions;
  private final Records records;
  private final Company company;
  private final List<Change> changes = new ArrayList<>();

  /** To be asked. */
  public Documents(Session session) {
    this(session, Rereader.NONE);
  }

  /**
   * To be written as well.
   *
   * @param reader reads papers again of which repairs were undone
   */
  Documents(Session session, Rereader reader) {
    this.session = session;
    this.decisions = new Decisions(session);
    this.records = new Records(session, decisions, reader);
    this.company = new Company(session);
  }

  public Optional<DocumentRow> row(DocumentId id) {
    return first("id", id.value());
  }

  public Optional<DocumentRow> row(long doc) {
    return first("doc", doc);
  }

  public Optional<DocumentRow> withExternalId(String externalId) {
    return first("external_id", externalId);
  }

  private Optional<DocumentRow> first(String column, Object value) {
    return session.first(
        "SELECT " + DocumentRow.COLUMNS + " FROM document d WHERE d." + column + " = ?",
        DocumentRow::read,
        value);
  }

  /**
   * Where a document's record is.
   *
   * @param doc its row
   * @param seq the journal number of its last change
   */
  public record Place(DocumentId id, long doc, long seq) {}

  /** Where those of these documents are that are held and may be seen, in any order. */
  public List<Place> places(Collection<DocumentId> ids, Audience audience) {
    return session.list(
        "SELECT id, doc, seq FROM document WHERE held = 1 AND visibility <= ? AND id IN "
            + Listed.IDS,
        row -> new Place(new DocumentId(row.text(1)), row.number(2), row.number(3)),
        most(audience),
        Listed.of(ids));
  }

  /** The highest code of visibility that an audience may see. */
  static int most(Audience audience) {
    return audience == Audience.PUBLIC ? 0 : 1;
  }

  /** Every document that is held, by id. */
  public void eachHeld(Consumer<DocumentRow> consumer) {
    session.each(
        "SELECT " + DocumentRow.COLUMNS + " FROM document d WHERE d.held = 1 ORDER BY d.id",
        row -> consumer.accept(DocumentRow.read(row)));
  }

  public List<DocumentRow> childrenOf(DocumentId parent) {
    return session.list(
        "SELECT "
            + DocumentRow.COLUMNS
            + " FROM document d WHERE d.parent = ? AND d.held = 1 ORDER BY d.id",
        DocumentRow::read,
        parent.value());
  }

  /** The journal number of a document's last change. */
  public long lastChange(long doc) {
    return session
        .first("SELECT seq FROM document WHERE doc = ?", row -> row.number(1), doc)
        .orElse(0L);
  }

  /** The paper as it was read, without what people corrected and with every repair. */
  public PaperRecord record(long doc) {
    return records.read(doc);
  }

  /** As it reads without the repairs that people undid. */
  public OfficialDocument reading(long doc) {
    return records.standing(doc);
  }

  /** Its text and pages alone, which is cheaper by far. */
  public Wording text(long doc) {
    return records.text(doc);
  }

  /** Its text and outline alone, which is much cheaper. */
  public Wording wording(long doc) {
    return records.wording(doc);
  }

  /** The document as it stands: as read, with what people corrected and decided. */
  public OfficialDocument document(long doc) {
    return decisions.applyTo(reading(doc));
  }

  /** Names of the repairs that people undid, with who did. */
  public Map<String, String> undoneRepairs(DocumentId id) {
    Map<String, String> undone = new TreeMap<>();
    decisions.undoneRepairs(id).forEach((name, repair) -> undone.put(name, repair.by()));
    return undone;
  }

  /**
   * Writes a paper and its row; gives the row's number. Nothing is journalled if it is the same.
   */
  long put(PreparedPaper paper, Clock clock) {
    Optional<DocumentRow> before = row(paper.document().id());
    byte[] hash = paper.hash();
    long doc = before.map(DocumentRow::doc).orElseGet(() -> reserve(paper.document().id()));
    Optional<String> original = original(paper, before);
    boolean same =
        before.filter(DocumentRow::isHeld).isPresent()
            && before.get().original().equals(original)
            && records.isSame(doc, hash);
    if (same) {
      return doc;
    }
    if (before.isPresent()) {
      new Declassification(session, decisions)
          .keepBack(records.read(doc).document(), paper.document(), clock);
    }
    inherited().keepBack(paper.document(), clock);
    records.write(doc, paper.json(), hash);
    session.update("UPDATE document SET original = ? WHERE doc = ?", original, doc);
    stand(
        doc, decisions.applyTo(records.revise(doc, paper.document(), List.of())), "accept", clock);
    return doc;
  }

  /** What keeps papers from the public for what they belong to or lie with. */
  InheritedSecrecy inherited() {
    return new InheritedSecrecy(session, this, decisions);
  }

  /** Bytes that came once stay known, though the same paper comes again without them. */
  private static Optional<String> original(PreparedPaper paper, Optional<DocumentRow> before) {
    String sha256 = paper.document().provenance().sha256();
    return paper.original().or(() -> before.flatMap(DocumentRow::original).filter(sha256::equals));
  }

  private long reserve(DocumentId id) {
    return session.insert(
        "INSERT INTO document (id, seq, held, visibility, kind, authority, characters)"
            + " VALUES (?, 0, 0, 1, '', '', 0)",
        id.value());
  }

  /** Writes the row of a document that is here, and a line of the journal. */
  void stand(long doc, OfficialDocument document, String act, Clock clock) {
    if (decisions.publication(document.id()).filter(Publication.WITHDRAWN::equals).isPresent()) {
      takeOut(doc, clock);
      describe(doc, document);
      return;
    }
    long seq = journal(doc, act, clock);
    session.update(
        "UPDATE document SET seq = ?, held = 1, withdrawn = NULL WHERE doc = ?", seq, doc);
    describe(doc, document);
    changes.add(new Change.Put(doc, seq, document));
  }

  private void describe(long doc, OfficialDocument document) {
    Facts facts = document.facts();
    Optional<String> externalId = document.provenance().externalId();
    session.update(
        "UPDATE document SET visibility = ?, external_id = ?, parent = ?, title = ?, kind = ?,"
            + " authority = ?, number = ?, organ = ?, region = ?, date = ?, session = ?,"
            + " effective = ?, repealed = ?, status = ?, characters = ? WHERE doc = ?",
        DocumentRow.code(document.visibility()),
        externalId,
        document.provenance().parent(),
        facts.value(FactKey.TITLE),
        facts.value(FactKey.KIND).orElse(Kind.OTHER).key(),
        facts.value(FactKey.AUTHORITY).orElse(Authority.UNKNOWN).key(),
        facts.value(FactKey.NUMBER),
        facts.value(FactKey.ORGAN),
        facts.value(FactKey.REGION),
        facts.value(FactKey.DATE),
        facts.value(FactKey.SESSION),
        facts.value(FactKey.EFFECTIVE),
        facts.value(FactKey.REPEALED),
        facts.value(FactKey.STATED_STATUS).map(Status::key),
        document.content().text().length(),
        doc);
  }

  /** Lets what people decided on it take effect. */
  void restand(DocumentRow row, String act, Clock clock) {
    OfficialDocument read = record(row.doc()).document();
    OfficialDocument now = decisions.applyTo(records.revise(row.doc(), read, beside(row, read)));
    if (isFiled(row.doc())) {
      stand(row.doc(), now, act, clock);
      inherited().passOn(row.id(), Optional.of(row), clock);
    } else {
      describe(row.doc(), now); // its file is gone, and no decision brings that back
    }
  }

  /**
   * Reads a paper again in the company of those beside it, where that makes a difference. Not one
   * that was taken out or shown to others since these were counted: that is asked again itself.
   */
  void readInCompany(long doc, Visibility visibility, List<Region> places, Clock clock) {
    Optional<DocumentRow> row =
        row(doc).filter(DocumentRow::isHeld).filter(found -> found.visibility() == visibility);
    Optional<byte[]> before = records.revision(doc);
    boolean idle = places.isEmpty() ? before.isEmpty() : isOf(places, doc, before);
    if (row.isEmpty() || idle || !isFiled(doc)) {
      return;
    }
    OfficialDocument read = record(doc).document();
    OfficialDocument now = records.revise(doc, read, asks(row.get(), read) ? places : List.of());
    if (!Arrays.equals(before.orElse(null), records.revision(doc).orElse(null))) {
      stand(doc, decisions.applyTo(now), CompanyDue.ACT, clock);
    }
  }

  /** Whether it has been read in this company already. */
  private boolean isOf(List<Region> places, long doc, Optional<byte[]> revision) {
    return revision.isPresent()
        && reading(doc)
            .facts()
            .get(FactKey.REGION)
            .filter(fact -> fact.evidence() instanceof Evidence.InCompany)
            .filter(fact -> places.contains(fact.value()))
            .isPresent();
  }

  /** The places of the papers beside it, for one that does not say itself of what place it is. */
  private List<Region> beside(DocumentRow row, OfficialDocument read) {
    return asks(row, read)
        ? company.of(row.doc(), decisions.applyTo(read).visibility())
        : List.of();
  }

  private boolean asks(DocumentRow row, OfficialDocument read) {
    return !read.facts().has(FactKey.REGION)
        && (row.region().isEmpty() || records.revision(row.doc()).isPresent());
  }

  private boolean isFiled(long doc) {
    return session
        .first("SELECT 1 FROM file_document WHERE doc = ?", row -> row.integer(1), doc)
        .isPresent();
  }

  Decisions decisions() {
    return decisions;
  }

  /** Takes a document out; its row and record stay for those who come by an old link. */
  void takeOut(long doc, Clock clock) {
    long seq = journal(doc, "withdraw", clock);
    session.update(
        "UPDATE document SET seq = ?, held = 0, withdrawn = ? WHERE doc = ?",
        seq,
        LocalDate.now(clock).toString(),
        doc);
    changes.add(new Change.Remove(row(doc).orElseThrow().id()));
  }

  /** What has been written through this object, in order, for the index to follow. */
  List<Change> changes() {
    return List.copyOf(changes);
  }

  private long journal(long doc, String act, Clock clock) {
    return session.insert(
        "INSERT INTO journal (act, doc, at) VALUES (?, ?, ?)", act, doc, clock.instant());
  }

  /** The last number of the journal, 0 for a new archive. */
  public long lastNumber() {
    return session.first("SELECT max(seq) FROM journal", row -> row.number(1)).orElse(0L);
  }

  /**
   * A document that has changed.
   *
   * @param doc its row
   * @param seq the journal number of its last change among those asked for
   */
  public record Changed(long doc, long seq) {}

  /** Documents changed after one number up to another, each once, in order of their last change. */
  public List<Changed> changed(long after, long upTo) {
    return session.list(
        "SELECT doc, max(seq) FROM journal WHERE seq > ? AND seq <= ? GROUP BY doc ORDER BY 2",
        row -> new Changed(row.number(1), row.number(2)),
        after,
        upTo);
  }
}
