package wenmai.corpus.matter;

import java.util.Comparator;
import wenmai.corpus.document.DocumentQuote;

/**
 * A reason to put two candidate steps into one matter (关联依据).
 *
 * @param one index of a sign
 * @param other index of another sign
 * @param score in [0, 1]
 * @param evidence words that show it, of a paper of one of the two
 */
record Edge(int one, int other, double score, Reason reason, DocumentQuote evidence) {

  /** What two papers are put together for. */
  enum Reason {
    /** One names the other by number or title. */
    CITATION,
    /** Both name the same paper, which is not held. */
    SHARED_CITATION,
    /** Both have the same serial number, year, title of a law, person or term. */
    IDENTITY,
    /** Both were before the same session and are about the same. */
    SESSION,
    /** Both are about the same and follow one another in time. */
    LIKENESS,
    /** A person said so. */
    STAFF
  }

  /** Strongest first; among equals by the names of the two, whatever the order of arrival. */
  static Comparator<Edge> strongestFirst() {
    return Comparator.comparingDouble(Edge::score)
        .reversed()
        .thenComparingInt(Edge::one)
        .thenComparingInt(Edge::other);
  }

  /** A citation is proof by itself; likeness is not. */
  boolean isLikeness() {
    return reason == Reason.LIKENESS || reason == Reason.SESSION;
  }
}
