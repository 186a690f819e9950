package wenmai.indexer;

import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/**
 * The paper that something came attached to (所属公文).
 *
 * @param secret whether it bears a mark of secrecy, or is kept from the public for another reason:
 *     what belongs to it is as secret, marked or not
 */
record Parent(DocumentId id, boolean secret) {

  static Parent of(OfficialDocument paper) {
    return new Parent(paper.id(), paper.facts().has(FactKey.SECRECY));
  }

  /** One that was taken in before, as it stands. */
  static Parent standing(OfficialDocument paper) {
    return new Parent(
        paper.id(),
        paper.facts().has(FactKey.SECRECY) || paper.visibility() == Visibility.INTERNAL);
  }

  /** What is to be made of a part for which this visibility was asked. */
  Visibility ofPart(Visibility asked) {
    return secret ? Visibility.INTERNAL : asked;
  }
}
