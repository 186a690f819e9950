/**
 * The engine on an embedded Lucene (嵌入式索引): the only package that names Lucene's index and search.
 *
 * <p>Begin with {@link wenmai.corpus.engine.lucene.LuceneEngine} and {@link
 * wenmai.corpus.engine.lucene.Fields}. Each document is a block of Lucene documents: its passages,
 * then itself. Words rank; pairs of characters with positions answer exact phrases and rank as
 * well. Facets are counted on columns of doc values.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.engine.lucene;
