package wenmai.corpus.upkeep;

import java.util.HashMap;
import java.util.Map;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.Session;

/** Rows of documents with their ids. */
final class Rows {
  private Rows() {}

  /**
   * @param docs a query that gives rows of documents
   */
  static Map<Long, DocumentId> ids(Session session, String docs, Object... arguments) {
    Map<Long, DocumentId> ids = new HashMap<>();
    session
        .list(
            "SELECT doc, id FROM document WHERE doc IN (" + docs + ")",
            row -> Map.entry(row.number(1), new DocumentId(row.text(2))),
            arguments)
        .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
    return ids;
  }
}
