package wenmai.corpus.search;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CodePointSpan;

/**
 * A stretch of a document's text that shows a hit. Marked-up output is made from it at the edge,
 * where everything else is escaped.
 *
 * @param span where in the document
 * @param words the text at {@code span}
 * @param marks what matched, in code points of {@code words}, in order, not overlapping
 * @param article the article it stands in
 * @param page of the original on which the first mark stands, where the format has pages
 */
public record Snippet(
    CodePointSpan span,
    String words,
    List<CodePointSpan> marks,
    Optional<String> article,
    Optional<Integer> page) {
  public Snippet {
    marks = List.copyOf(marks);
  }
}
