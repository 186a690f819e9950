/**
 * Finds the places where a text points at other documents (引用) and says which documents they mean.
 *
 * <p>Begin with {@link wenmai.corpus.citation.CitationFinder}, which knows only the text, and
 * {@link wenmai.corpus.citation.CitationResolver}, which knows a catalogue and the day of the
 * citing text. Neither touches an index or a file; the words they go by are {@link
 * wenmai.corpus.citation.CitationWords}. Forms follow 《立法技术规范（试行）》 and GB/T 9704-2012.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.citation;
