package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.Set;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.store.Listed;
import wenmai.corpus.store.Session;

/** For whom a derived row holds (可见范围), as the bits of its column {@code audience}. */
final class Sight {
  static final int PUBLIC = 1;
  static final int INTERNAL = 2;
  static final int BOTH = PUBLIC | INTERNAL;

  private Sight() {}

  /** The bit a reader's rows must have. */
  static int of(Audience audience) {
    return switch (audience) {
      case PUBLIC -> PUBLIC;
      case INTERNAL -> INTERNAL;
    };
  }

  /**
   * A condition of SQL by which a document, under its name there, is one that this audience may
   * see. Rows derived from a paper that has just become internal are still there until all has been
   * worked out anew, which may take long while many papers come in.
   */
  static String seen(Audience audience, String document) {
    return switch (audience) {
      case PUBLIC -> " AND " + document + ".visibility = 0";
      case INTERNAL -> "";
    };
  }

  /** Those of these documents that an audience may see. */
  static Set<DocumentId> seen(Session session, Audience audience, Collection<DocumentId> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            session.list(
                "SELECT DISTINCT d.id FROM document d WHERE d.id IN "
                    + Listed.IDS
                    + seen(audience, "d"),
                row -> new DocumentId(row.text(1)),
                Listed.of(ids)));
  }

  /**
   * The same of a document's number, for a question over many rows: hidden ones are listed once.
   */
  static String notHidden(Audience audience, String doc) {
    return switch (audience) {
      case PUBLIC -> " AND " + doc + " NOT IN (SELECT doc FROM document WHERE visibility <> 0)";
      case INTERNAL -> "";
    };
  }

  /** The same of a matter, under its name there: that all its documents may be seen. */
  static String allSeen(Audience audience, String matter) {
    return switch (audience) {
      case PUBLIC ->
          " AND NOT EXISTS (SELECT 1 FROM matter_document x JOIN document d ON d.doc = x.doc"
              + (" WHERE x.partition = " + matter + ".partition AND x.matter = " + matter + ".id")
              + (" AND x.audience = " + matter + ".audience AND d.visibility <> 0)");
      case INTERNAL -> "";
    };
  }

  /** Who may see a document of this visibility. */
  static int of(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> BOTH;
      case INTERNAL -> INTERNAL;
    };
  }
}
