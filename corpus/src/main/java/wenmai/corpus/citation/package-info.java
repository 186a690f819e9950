/**
 * Finds the places where a text points at other documents (引用) and says which documents they mean.
 *
 * <p>Begin with {@link wenmai.corpus.citation.Citation}, what stands in a text, and {@link
 * wenmai.corpus.citation.Resolution}, what it turned out to mean in an archive. Nothing here
 * touches an index or a file.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.citation;
