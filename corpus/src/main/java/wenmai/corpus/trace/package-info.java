/**
 * What leads to a document and from it, with the sentence that proves each link (溯源).
 *
 * <p>Begin with {@link wenmai.corpus.trace.Trace}. Links are stored with their quotation, so that a
 * trace reads no whole text.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.trace;
