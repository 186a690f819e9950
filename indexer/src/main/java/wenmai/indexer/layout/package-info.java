/**
 * Signs on pages to lines of text (版面): reading order, columns, rows of tables, running heads and
 * feet, and which lines go on in the next.
 *
 * <p>Begin with {@link wenmai.indexer.layout.PageLayout}, which makes lines of the signs of one
 * page, and {@link wenmai.indexer.layout.Pages}, which makes one text of all pages. Pure; knows no
 * file format. Lengths are in any unit, as long as it is one; y grows downwards.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.layout;
