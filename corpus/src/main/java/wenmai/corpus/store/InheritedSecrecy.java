package wenmai.corpus.store;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Dossier;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;

/**
 * What belongs to a paper that bears a mark of secrecy is as secret as that (附件随主件定密), however far
 * down, whether it comes with it, after it, or was there before the mark. Written as decisions, so
 * that staff see them and may decide otherwise.
 */
final class InheritedSecrecy {
  private final Session session;
  private final Documents documents;
  private final Decisions decisions;

  InheritedSecrecy(Session session, Documents documents, Decisions decisions) {
    this.session = session;
    this.documents = documents;
    this.decisions = decisions;
  }

  /** Keeps a paper back that is about to stand, where it belongs to a secret one. */
  void keepBack(OfficialDocument now, Clock clock) {
    boolean opens =
        now.visibility() == Visibility.PUBLIC && decisions.publication(now.id()).isEmpty();
    if (opens && isSecret(now.provenance().parent())) {
      decide(now.id(), clock);
    }
  }

  /**
   * Keeps a paper back for what it lies with or came in, which the intake has found out.
   *
   * @param anew whether what a person published is to be looked at anew
   */
  void keep(DocumentRow paper, boolean anew, Clock clock) {
    Optional<Publication> decided = decisions.publication(paper.id());
    if (decided.isEmpty() || (anew && decided.get() == Publication.PUBLIC)) {
      decide(paper.id(), clock);
      if (paper.visibility() == Visibility.PUBLIC) {
        documents.restand(paper, Edits.PUBLISH, clock);
      }
    }
  }

  /**
   * Keeps what belongs to a paper that was put, and filed, back, if that is secret as it stands
   * now.
   *
   * @param before how it stood before; empty for a new one
   */
  void passOn(DocumentId id, Optional<DocumentRow> before, Clock clock) {
    boolean isInternal =
        documents.row(id).filter(row -> row.visibility() == Visibility.INTERNAL).isPresent();
    if (isInternal && !documents.childrenOf(id).isEmpty() && isSecret(Optional.of(id))) {
      boolean becameSo = before.filter(row -> row.visibility() == Visibility.INTERNAL).isEmpty();
      keepChildren(id, becameSo, new HashSet<>(), clock);
    }
  }

  /** What a person published since it became secret stays public. */
  private void keepChildren(
      DocumentId parent, boolean becameSo, Set<DocumentId> seen, Clock clock) {
    if (!seen.add(parent)) {
      return;
    }
    for (DocumentRow child : documents.childrenOf(parent)) {
      boolean isOpen = child.visibility() == Visibility.PUBLIC;
      if (isOpen && (becameSo || decisions.publication(child.id()).isEmpty())) {
        decide(child.id(), clock);
        documents.restand(child, Edits.PUBLISH, clock);
      }
      keepChildren(child.id(), becameSo, seen, clock);
    }
  }

  private void decide(DocumentId id, Clock clock) {
    String state = Publication.INTERNAL.key();
    Optional<String> before = decisions.publication(id).map(Publication::key);
    decisions.publish(id, Publication.INTERNAL, Optional.empty(), Dossier.INTAKE);
    new Audit(session)
        .append(
            new Audit.Act(Dossier.INTAKE, Edits.PUBLISH, id.value(), before, Optional.of(state)),
            clock);
  }

  /** Whether this paper, or one that it belongs to, is kept from the public for its mark. */
  private boolean isSecret(Optional<DocumentId> paper) {
    Set<DocumentId> seen = new HashSet<>();
    Optional<DocumentId> next = paper;
    while (next.isPresent() && seen.add(next.get())) {
      if (isKeptForItsMark(next.get())) {
        return true;
      }
      next = parentOf(next.get());
    }
    return false;
  }

  private boolean isKeptForItsMark(DocumentId paper) {
    return documents
        .row(paper)
        .filter(row -> row.visibility() == Visibility.INTERNAL)
        .map(row -> documents.record(row.doc()).document())
        .filter(read -> decisions.blocks(read).contains(WarningCode.SECRECY_MARK))
        .isPresent();
  }

  private Optional<DocumentId> parentOf(DocumentId paper) {
    return session.first(
        "SELECT parent FROM document WHERE id = ? AND parent IS NOT NULL",
        row -> new DocumentId(row.text(1)),
        paper.value());
  }
}
