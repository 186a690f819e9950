/**
 * Matters (事项): the whole trail of one item of business, from report to opinion to answer to vote.
 *
 * <p>Begin with {@link wenmai.corpus.matter.Matter}. Everything here is a pure function of
 * documents and of the templates under {@code config/}; order of arrival does not matter.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.matter;
