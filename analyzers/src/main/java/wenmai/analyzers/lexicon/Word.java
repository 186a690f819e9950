package wenmai.analyzers.lexicon;

/**
 * One word of the field (词条).
 *
 * @param text as written in simplified characters
 * @param part what sort of word it is
 */
public record Word(String text, PartOfLexicon part) {}
