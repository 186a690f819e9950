/**
 * The archive and its one door.
 *
 * <p>Begin with {@link wenmai.corpus.ReadingRoom}: everything one can ask of the collection, opened
 * for a {@link wenmai.corpus.Reader}, so that a question without a reader's identity cannot be
 * asked. {@link wenmai.corpus.Intake} is what the collection expects of whoever brings papers in.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus;
