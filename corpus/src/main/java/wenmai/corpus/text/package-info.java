/**
 * Text with places in it: spans, pages, the way between the extraction as it came and the repaired
 * text.
 *
 * <p>Begin with {@link wenmai.corpus.text.RepairedText}. Nothing here knows what a document is, and
 * no text is ever changed without an {@link wenmai.corpus.text.OffsetMap} back.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.text;
