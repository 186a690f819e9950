package wenmai.corpus.store;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/**
 * What a list needs of a document, corrections included.
 *
 * @param doc its row; means nothing outside the database
 * @param withdrawn the day it was taken out
 * @param original hash of the bytes held for it
 */
public record DocumentRow(
    long doc,
    DocumentId id,
    Standing standing,
    Visibility visibility,
    Optional<LocalDate> withdrawn,
    Optional<String> externalId,
    Optional<String> original,
    Optional<String> title,
    Kind kind,
    Authority authority,
    Optional<DocumentNumber> number,
    Optional<Organ> organ,
    Optional<Region> region,
    Optional<LocalDate> date,
    Optional<CongressSession> session,
    Optional<LocalDate> effective) {

  /** Its columns, for a table named {@code d}. */
  public static final String COLUMNS =
      "d.doc, d.id, d.held, d.visibility, d.withdrawn, d.external_id, d.original, d.title, d.kind,"
          + " d.authority, d.number, d.organ, d.region, d.date, d.session, d.effective";

  public static final int COLUMN_COUNT = 16;

  public static DocumentRow read(Row row) {
    return new DocumentRow(
        row.number(1),
        new DocumentId(row.text(2)),
        Standing.ofCode(row.integer(3)),
        visibility(row.integer(4)),
        row.optional(5).map(LocalDate::parse),
        row.optional(6),
        row.optional(7),
        row.optional(8),
        Kind.ofKey(row.text(9)).orElse(Kind.OTHER),
        Authority.ofKey(row.text(10)).orElse(Authority.UNKNOWN),
        row.optional(11).flatMap(DocumentNumber::parse),
        row.optional(12).map(Organ::new),
        row.optional(13).map(Region::parse),
        row.optional(14).map(LocalDate::parse),
        row.optional(15).flatMap(CongressSession::parse),
        row.optional(16).map(LocalDate::parse));
  }

  public boolean isHeld() {
    return standing == Standing.HELD;
  }

  public boolean isFor(Audience audience) {
    return audience == Audience.INTERNAL || visibility == Visibility.PUBLIC;
  }

  static int code(Visibility visibility) {
    return visibility == Visibility.PUBLIC ? 0 : 1;
  }

  static Visibility visibility(int code) {
    return code == 0 ? Visibility.PUBLIC : Visibility.INTERNAL;
  }
}
