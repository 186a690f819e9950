/**
 * Bytes to text (提取): what a file really is, and what stands in it.
 *
 * <p>Begin with {@link wenmai.indexer.extract.Extractor}. Everything that comes in is untrusted: a
 * reader either gives an {@link wenmai.indexer.extract.Extraction.Extracted} or says with a {@link
 * wenmai.indexer.extract.RejectionCode} why not, and foreign parsers run in processes of their own
 * ({@link wenmai.indexer.worker}). Nothing is repaired here; what only the layout can tell goes
 * along as marks.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.extract;
