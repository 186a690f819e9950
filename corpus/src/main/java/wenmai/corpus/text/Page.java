package wenmai.corpus.text;

/**
 * Where a page (页) of the original stands in the text.
 *
 * @param number the page's number in the original, from 1
 */
public record Page(int number, CodePointSpan span) {}
