package wenmai.indexer;

import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;

/**
 * The paper that something came attached to (所属公文).
 *
 * @param keeps why what belongs to it is kept from the public, marked or not: it bears a mark of
 *     secrecy or belongs to one that does, or is kept itself and came in the same file
 */
record Parent(DocumentId id, Optional<InternalCause> keeps) {

  /**
   * One that has just been read.
   *
   * @param inherits whether it is kept for what it belongs to
   */
  static Parent of(OfficialDocument paper, boolean inherits) {
    return of(paper.id(), inherits || isMarked(paper));
  }

  /**
   * One that was taken in before, as it stands. What a person published keeps nothing back, and
   * what is kept for its own words alone leaves what only lies beside it.
   */
  static Parent standing(OfficialDocument paper) {
    boolean isKept = paper.visibility() == Visibility.INTERNAL;
    boolean forItself =
        paper.content().warnings().stream().anyMatch(warning -> warning.code().keepsFromPublic());
    return of(paper.id(), isKept && (isMarked(paper) || !forItself));
  }

  private static Parent of(DocumentId id, boolean secret) {
    return new Parent(id, Optional.of(InternalCause.OF_ITS_PARENT).filter(cause -> secret));
  }

  /** One that keeps nothing back. */
  static Parent open(DocumentId paper) {
    return of(paper, false);
  }

  /** The same for what came in its own file, which it is kept with for whatever reason. */
  Parent withItsFile() {
    return new Parent(id, keeps.or(() -> Optional.of(InternalCause.WITH_ITS_FILE)));
  }

  boolean secret() {
    return keeps.isPresent();
  }

  /** Whether a paper bears a mark of secrecy, wherever in it. */
  static boolean isMarked(OfficialDocument paper) {
    return paper.facts().has(FactKey.SECRECY)
        || paper.content().warnings().stream()
            .anyMatch(warning -> warning.code() == WarningCode.SECRECY_MARK);
  }
}
