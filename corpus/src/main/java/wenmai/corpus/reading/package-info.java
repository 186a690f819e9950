/**
 * Reads a repaired text as an official document: title, kind, organ, region, number, dates, session
 * … (著录).
 *
 * <p>Begin with {@link wenmai.corpus.reading.ReadingInput}, what a reading starts from. Everything
 * here is a pure function of a text, of what came with it, and of the word lists under {@code
 * config/}; nothing guesses what is not there.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.reading;
