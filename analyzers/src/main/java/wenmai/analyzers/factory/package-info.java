/**
 * Factories by which Lucene's service loader finds the parts of the analysis by name (分析组件工厂), so
 * that a search server can load this jar as it is.
 *
 * <p>Begin with {@link wenmai.analyzers.factory.HanlpTokenizerFactory}. Every factory takes out the
 * options it knows and refuses the rest by name; {@code config} names the folder that holds {@code
 * lexicon}.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.factory;
