/**
 * Where papers come from (来源): files, folders, members of containers, lines of JSON.
 *
 * <p>Begin with {@link wenmai.indexer.source.SourceFile} and {@link
 * wenmai.indexer.source.SourceWalk}, which finds them. Nothing here reads what stands in a file.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.source;
