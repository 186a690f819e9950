package wenmai.corpus.citation;

import java.util.List;
import wenmai.corpus.document.DocumentId;

/**
 * What a citation turned out to mean in one archive, for one audience, on the day of the citing
 * text.
 */
public sealed interface Resolution {
  Citation citation();

  /** One document is meant, and it is held. */
  record Resolved(Citation citation, DocumentId target) implements Resolution {}

  /** Several could be meant and nothing decides; they are kept and said. */
  record Ambiguous(Citation citation, List<DocumentId> candidates) implements Resolution {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** Not held: it goes to the wanted list. */
  record Wanted(Citation citation) implements Resolution {}
}
