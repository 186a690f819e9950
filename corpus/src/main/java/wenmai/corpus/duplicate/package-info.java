/**
 * Recognises copies (转载、重复): the same paper with other clutter, in the other script, with small
 * edits. A later version is no copy, nor is the like rule of another place.
 *
 * <p>Begin with {@link wenmai.corpus.duplicate.CopyJudge}, which compares two documents, and {@link
 * wenmai.corpus.duplicate.Sketch}, which says cheaply which pairs are worth it. Pure functions;
 * sketches are bottom-k MinHash after Broder (1997).
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.duplicate;
