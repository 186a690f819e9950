package wenmai.corpus.engine;

import java.util.Optional;
import wenmai.corpus.text.Span;

/**
 * A stretch of a document that can be found by itself (段落): an article, or some paragraphs.
 *
 * @param article its address, where it is an article or a part of one
 * @param span in UTF-16 units of the document's text
 */
public record Passage(Optional<String> article, Span span) {}
