/**
 * A folder that is followed (监视): what is dropped into it is taken in.
 *
 * <p>Begin with {@link wenmai.indexer.watch.FolderWatch}. It only says when to look; what is new or
 * changed, and what is still being written, the intake finds out by itself, so nothing is lost when
 * a watch ends and begins again.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.watch;
