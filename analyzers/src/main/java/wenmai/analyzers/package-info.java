/**
 * Text to terms (文本分析): Lucene analysis of official Chinese, with offsets one can rely on.
 *
 * <p>Begin with {@link wenmai.analyzers.HanlpAnalyzer} (words, for ranking) and {@link
 * wenmai.analyzers.ExactAnalyzer} (characters, for truth); both are made from a {@link
 * wenmai.analyzers.lexicon.Lexicon}.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers;
