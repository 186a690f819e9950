package wenmai.corpus;

import java.time.LocalDate;
import wenmai.corpus.document.DocumentId;

/** What the archive has under an id, as far as one reader may know. */
public sealed interface Holding {

  /** It is here. */
  record Held(DocumentView document) implements Holding {}

  /** It was here and has been withdrawn; links to it keep an answer. */
  record Withdrawn(DocumentId id, String title, LocalDate since) implements Holding {}

  /** There is no such thing for this reader. */
  record Absent() implements Holding {}
}
