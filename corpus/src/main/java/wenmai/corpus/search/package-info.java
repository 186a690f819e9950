/**
 * Questions to the collection and their answers; no Lucene type in them.
 *
 * <p>Begin with {@link wenmai.corpus.search.SearchRequest} and {@link
 * wenmai.corpus.search.SearchResult}.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.search;
