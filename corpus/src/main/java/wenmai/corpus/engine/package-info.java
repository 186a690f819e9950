/**
 * The port to whatever finds documents (检索引擎): put, remove, search → ids, scores, counts.
 *
 * <p>Begin with {@link wenmai.corpus.engine.Engine}. A cluster must be able to do everything asked
 * for here, so there is no Lucene type in it; passages, marks and summaries are made elsewhere from
 * the stored text. What changes after intake (status, cited-by, copies) is not in the index but
 * comes as {@link wenmai.corpus.engine.SideValues} with each question.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.engine;
