package wenmai.corpus.search;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;

/**
 * One document, or one article, that answers a question.
 *
 * @param article its address where the hit is, or is best shown by, an article
 * @param why what made it a hit: {@code words}, {@code citation}, {@code meaning}, {@code number},
 *     {@code title}
 * @param copies folded copies
 */
public record Hit(
    DocumentSummary document,
    double score,
    Optional<String> article,
    List<String> why,
    List<DocumentId> copies,
    List<Snippet> snippets) {
  public Hit {
    why = List.copyOf(why);
    copies = List.copyOf(copies);
    snippets = List.copyOf(snippets);
  }
}
