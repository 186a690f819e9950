/**
 * What others would use in our place, for comparison (对照): plain Lucene, with BM25 as it sets it,
 * over words as somebody else's analyzer cuts them; and the bare libraries that read files.
 *
 * <p>Begin with {@link wenmai.web.bench.peer.PeerIndex} or {@link
 * wenmai.web.bench.peer.BareReader}. Some of the analyzers come from libraries that are not
 * shipped; {@link wenmai.web.bench.peer.Peers} leaves out what is not there.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.bench.peer;
