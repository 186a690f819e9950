/**
 * Automatic numbering of word processors (自动编号): the labels 第一章, 一、, （二） that stand on the page and
 * nowhere in the text.
 *
 * <p>Begin with {@link wenmai.indexer.numbering.Labels}, which counts through the numbered
 * paragraphs of a document. Knows no file format; how a number is written is {@link
 * wenmai.indexer.numbering.NumberStyle}, after ECMA-376 part 1, 17.18.59.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.numbering;
