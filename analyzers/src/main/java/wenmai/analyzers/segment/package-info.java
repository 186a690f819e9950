/**
 * Cuts folded text into words (分词).
 *
 * <p>Begin with {@link wenmai.analyzers.segment.Segmenter}, all that we need of any segmenter, and
 * {@link wenmai.analyzers.segment.HanlpTokenizer}, which makes Lucene tokens of it. A place in the
 * text is counted in <em>atoms</em>: an ideograph, a number or a run of letters is one, however
 * many characters write it, and white space is none. So a phrase of words matches where its
 * characters stand, whichever words the text around it was cut into.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.segment;
