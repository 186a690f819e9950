/**
 * The words of the field (词典) as data: what is read from {@code config/lexicon}, checked line by
 * line and versioned.
 *
 * <p>Begin with {@link wenmai.analyzers.lexicon.Lexicon}, which everything of analysis is made
 * from. It holds words, synonyms, variants of characters and readings; it does not segment.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.lexicon;
