package wenmai.corpus.store;

import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;

/** What became of a document, for whatever follows the records. */
public sealed interface Change {
  /**
   * It stands like this now.
   *
   * @param doc its row
   * @param seq the journal number of this change
   */
  record Put(long doc, long seq, OfficialDocument document) implements Change {}

  /** It has been taken out. */
  record Remove(DocumentId id) implements Change {}
}
