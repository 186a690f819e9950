package wenmai.corpus;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.Publication;

/**
 * Where staff set right, publish and withdraw (整理室), opened for one {@link Reader} whose name goes
 * into the audit. What people set is kept apart from what was read and outlives every new reading.
 * When a call returns, its effect is on disk and everyone's next answer follows it. Safe for many
 * threads.
 */
public interface Workroom {

  /**
   * @throws EditProblem if there is no such document
   */
  Dossier dossier(DocumentId id);

  /**
   * Sets a fact.
   *
   * @param fact its name in JSON
   * @param value printed; empty says that the document has none
   * @throws EditProblem if there is no such document or fact, or the value is none of it
   */
  void correct(DocumentId id, String fact, Optional<String> value);

  /** Leaves a fact to what was read. */
  void leaveAsRead(DocumentId id, String fact);

  /** Lets pass what keeps a document from the public. */
  void clear(DocumentId id, WarningCode code);

  /** Takes that back; a document that was public because of it is so no longer. */
  void unclear(DocumentId id, WarningCode code);

  /**
   * Takes the next step towards the public, or back; withdrawn documents keep their page.
   *
   * @throws EditProblem if that state does not come next, or something keeps it from the public
   */
  void publish(DocumentId id, Publication state);

  /**
   * Undoes repairs of the text (撤销修复): the words as they came stand again, and the paper is read
   * anew from them.
   *
   * @param names of repairs, as {@link ReadingRoom#layers} gives them
   * @throws EditProblem if one of them is none of this document's; then none is undone
   */
  void undoRepairs(DocumentId id, Set<String> names);

  /** Lets repairs that were undone stand again. */
  void redoRepairs(DocumentId id, Set<String> names);

  /**
   * Takes back what somebody did, if nothing else has been done to the same since.
   *
   * @param step its number in the audit
   */
  void undo(DocumentId id, long step);

  /** Where matters are confirmed, joined and divided. */
  MatterReview matters();

  /** The latest acts of all, newest first. */
  List<Audit.Entry> latest(int count);
}
