package wenmai.indexer;

import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;

/**
 * The paper that something came attached to (所属公文).
 *
 * @param secret whether it bears a mark of secrecy, belongs to one that does, or is kept from the
 *     public for another reason: what belongs to it is as secret, marked or not
 */
record Parent(DocumentId id, boolean secret) {

  /**
   * One that has just been read.
   *
   * @param inherits whether it is kept for what it belongs to
   */
  static Parent of(OfficialDocument paper, boolean inherits) {
    return new Parent(paper.id(), inherits || isMarked(paper));
  }

  /** One that was taken in before, as it stands. */
  static Parent standing(OfficialDocument paper) {
    return new Parent(paper.id(), isMarked(paper) || paper.visibility() == Visibility.INTERNAL);
  }

  /** Whether a paper bears a mark of secrecy, wherever in it. */
  static boolean isMarked(OfficialDocument paper) {
    return paper.facts().has(FactKey.SECRECY)
        || paper.content().warnings().stream()
            .anyMatch(warning -> warning.code() == WarningCode.SECRECY_MARK);
  }
}
