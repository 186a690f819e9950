/**
 * Keeps what follows from the records in step with their journal (派生数据): the index, links, copies,
 * versions, matters.
 *
 * <p>Begin with {@link wenmai.corpus.upkeep.IndexKeeper}. Whatever is kept here carries the number
 * of the journal it has come to, is worked out again from the records when it is lost, and depends
 * on which documents there are, never on the order in which they came.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.upkeep;
