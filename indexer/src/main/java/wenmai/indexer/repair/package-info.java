/**
 * Mends what a text suffered on its way here (修补): glosses, broken lines, furniture of web pages
 * and gazettes, wrong encodings.
 *
 * <p>Begin with {@link wenmai.indexer.repair.Repairer}. Every mend is an edit of an offset map and
 * can be undone; script, width and punctuation stay as they came. What counts as furniture is data
 * under {@code config/repair/}.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.repair;
