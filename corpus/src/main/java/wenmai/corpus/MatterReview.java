package wenmai.corpus;

import java.util.List;
import wenmai.corpus.document.DocumentId;

/**
 * Where staff confirm, join and divide matters (事项核定). What they decide is kept as pairs of
 * documents that belong together or do not, so that it outlives every new reading; ids that a
 * matter had before lead on to what it became. Each call gives the id under which the matter is
 * found when it returns, and stands in the audit.
 */
public interface MatterReview {

  /**
   * The papers of a matter are rightly together.
   *
   * @throws EditProblem if there is no such matter
   */
  String confirm(String matter);

  /**
   * Two matters are one.
   *
   * @throws EditProblem if there is no such matter, or they are of different kinds or places
   */
  String merge(String matter, String other);

  /**
   * A paper that was left out is a step of a matter.
   *
   * @throws EditProblem if it can be none of its steps
   */
  String join(String matter, DocumentId document);

  /**
   * These papers of a matter belong to another, or to none.
   *
   * @throws EditProblem unless they are some of its papers and not all
   */
  String split(String matter, List<DocumentId> documents);

  /** Takes back whatever was decided about the papers of a matter. */
  String release(String matter);
}
