/**
 * Issues of gazettes (公报) that hold many documents (拆分公报).
 *
 * <p>Begin with {@link wenmai.indexer.gazette.GazetteSplitter}. It trusts the table of contents
 * only as far as the body bears it out, and leaves alone whatever it does not understand.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer.gazette;
