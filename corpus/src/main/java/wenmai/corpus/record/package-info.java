/**
 * Documents and matters as JSON: the records an archive keeps, an export writes and the site
 * answers with.
 *
 * <p>Begin with {@link wenmai.corpus.record.DocumentJson}: one writer and one reader for all three,
 * so that what is stored, shown and exported cannot drift apart. Keys, their order and their null
 * values are part of the public face; offsets are code points.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.record;
