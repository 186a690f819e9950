/**
 * Plain Lucene as others would use it, for comparison (对照): BM25 as Lucene sets it, over words as
 * somebody else's analyzer cuts them.
 *
 * <p>Begin with {@link wenmai.web.bench.peer.PeerIndex}. Some of the analyzers come from libraries
 * that are not shipped; {@link wenmai.web.bench.peer.Peers} leaves out what is not there.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.bench.peer;
