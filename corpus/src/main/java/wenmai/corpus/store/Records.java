package wenmai.corpus.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Region;
import wenmai.corpus.record.PaperRecord;
import wenmai.corpus.record.RecordProblem;
import wenmai.corpus.record.Wording;

/**
 * The records (档案记录) of one session's moment: as they were read, and, where people undid repairs or
 * the papers beside them say of what place they are, as they read without these and beside those.
 */
final class Records {
  private final Session session;
  private final Decisions decisions;
  private final Rereader reader;

  /**
   * @param reader reads papers again of which repairs were undone
   */
  Records(Session session, Decisions decisions, Rereader reader) {
    this.session = session;
    this.decisions = decisions;
    this.reader = reader;
  }

  /** As it was read, with every repair. */
  PaperRecord read(long doc) {
    return PaperRecord.ofCompressed(json(doc));
  }

  /** Without the repairs that people undid. */
  OfficialDocument standing(long doc) {
    return PaperRecord.ofCompressed(standingJson(doc)).document();
  }

  Wording text(long doc) {
    return Wording.withoutOutline(standingJson(doc));
  }

  Wording wording(long doc) {
    return Wording.ofCompressed(standingJson(doc));
  }

  private byte[] json(long doc) {
    return session
        .first("SELECT json FROM record WHERE doc = ?", row -> row.bytes(1), doc)
        .orElseThrow(() -> new RecordProblem("a document without its record; run check --repair"));
  }

  private byte[] standingJson(long doc) {
    return revision(doc).orElseGet(() -> json(doc));
  }

  /** What stands in place of the record, compressed. */
  Optional<byte[]> revision(long doc) {
    return session.first("SELECT json FROM revision WHERE doc = ?", row -> row.bytes(1), doc);
  }

  /** Whether the record that is there has this hash. */
  boolean isSame(long doc, byte[] hash) {
    return session
        .first("SELECT sha256 FROM record WHERE doc = ?", row -> row.bytes(1), doc)
        .filter(old -> Arrays.equals(old, hash))
        .isPresent();
  }

  void write(long doc, byte[] json, byte[] hash) {
    session.update(
        "INSERT INTO record (doc, json, sha256) VALUES (?, ?, ?)"
            + " ON CONFLICT (doc) DO UPDATE SET json = excluded.json, sha256 = excluded.sha256",
        doc,
        json,
        hash);
  }

  /**
   * Lets a new record, new decisions on its repairs, or other papers beside it take effect; gives
   * the document as it then reads.
   *
   * @param company the places that the papers beside it are of
   */
  OfficialDocument revise(long doc, OfficialDocument read, List<Region> company) {
    Set<String> undone = decisions.undoneRepairs(read.id()).keySet();
    Optional<PaperRecord> revision =
        undone.isEmpty() && company.isEmpty()
            ? Optional.empty()
            : Revision.of(read(doc), undone, company, reader);
    if (revision.isPresent()) {
      stand(doc, revision.get().compressed());
      return revision.get().document();
    }
    if (isReadInCompany(read)) {
      stand(doc, json(doc));
    } else {
      session.update("DELETE FROM revision WHERE doc = ?", doc);
    }
    return read;
  }

  /** In another archive: it has a revision here as well, so that it counts for no other paper. */
  private static boolean isReadInCompany(OfficialDocument read) {
    return read.facts()
        .get(FactKey.REGION)
        .filter(fact -> fact.evidence() instanceof Evidence.InCompany)
        .isPresent();
  }

  private void stand(long doc, byte[] json) {
    session.update(
        "INSERT INTO revision (doc, json) VALUES (?, ?)"
            + " ON CONFLICT (doc) DO UPDATE SET json = excluded.json",
        doc,
        json);
  }
}
