/**
 * Reads a repaired text as an official document: title, kind, organ, region, number, dates, session
 * … (著录).
 *
 * <p>Begin with {@link wenmai.corpus.reading.DocumentReader}, which takes a {@link
 * wenmai.corpus.reading.ReadingInput} and gives the document. Everything here is a pure function of
 * a text, of what came with it, and of the word lists under {@code config/}; nothing guesses what
 * is not there. Readers see a {@code Sheet}: the text folded, in lines, with the way back.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.reading;
