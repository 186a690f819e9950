package wenmai.corpus.store;

import java.time.Clock;
import java.util.Optional;
import wenmai.corpus.Dossier;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;

/**
 * What becomes of a paper whose mark of secrecy is gone from its file (解密须经人定): it stays from the
 * public, and so does what belongs to it, until a person decides. Written as a decision, so that
 * staff see it, and the audit with them.
 *
 * <p>保守国家秘密法 (2024), articles 19 and 20: what is no secret any more is told to be none by the organ
 * that made it one; a file in which the mark is missing tells nothing.
 */
final class Declassification {
  private final Session session;
  private final Decisions decisions;

  Declassification(Session session, Decisions decisions) {
    this.session = session;
    this.decisions = decisions;
  }

  /**
   * Keeps a paper back that would become public by a new reading of its file alone.
   *
   * @param former as it was read before
   */
  void keepBack(OfficialDocument former, OfficialDocument now, Clock clock) {
    DocumentId id = now.id();
    boolean opens =
        former.visibility() == Visibility.INTERNAL && now.visibility() == Visibility.PUBLIC;
    if (opens
        && decisions.publication(id).isEmpty()
        && (wasMarked(former) || isPartOfSecret(now) || isPartOfSecret(former))) {
      decisions.publish(id, Publication.INTERNAL, Optional.empty(), Dossier.INTAKE);
      String state = Publication.INTERNAL.key();
      new Audit(session)
          .append(
              new Audit.Act(
                  Dossier.INTAKE, Edits.PUBLISH, id.value(), Optional.empty(), Optional.of(state)),
              clock);
    }
  }

  private boolean wasMarked(OfficialDocument former) {
    return decisions.blocks(former).contains(WarningCode.SECRECY_MARK);
  }

  /** A part had no mark of its own: it was kept for that of what it belongs to. */
  private boolean isPartOfSecret(OfficialDocument now) {
    return now.provenance()
        .parent()
        .flatMap(new Documents(session)::row)
        .filter(parent -> parent.visibility() == Visibility.INTERNAL)
        .isPresent();
  }
}
