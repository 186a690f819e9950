package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;

/**
 * A paper pointed at by another (文件间指向).
 *
 * @param targets the one that is meant, or those that could be; empty where it is not held
 * @param title as cited, folded and without blanks; empty where only a number is given
 * @param evidence the words that point
 * @param described whether they tell only what the paper is about
 */
record Pointer(
    List<DocumentId> targets,
    String title,
    Optional<DocumentNumber> number,
    Relation relation,
    DocumentQuote evidence,
    boolean described) {
  Pointer {
    targets = List.copyOf(targets);
  }

  /** Where in the pointing text, in code points. */
  int place() {
    return evidence.quote().span().start();
  }

  boolean isHeld() {
    return !targets.isEmpty();
  }
}
