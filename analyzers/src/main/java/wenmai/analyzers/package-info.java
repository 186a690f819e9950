/**
 * Text to terms (文本分析): Lucene analysis of official Chinese, with offsets one can rely on.
 *
 * <p>Begin with {@link wenmai.analyzers.HanlpAnalyzer} (words, for ranking) and {@link
 * wenmai.analyzers.ExactAnalyzer} (characters, for truth); both are made from a {@link
 * wenmai.analyzers.lexicon.Lexicon}. 区人大常委会〔2022〕十二號 under the three:
 *
 * <pre>
 * index   区人大常委会@0 区人大@0 区@0 人大常委会@1 人大@1 人@1 大@2 常委会@3 常委@3 … 〔2022〕12号@6
 * query   区人大常委会@0 〔2022〕12号@6
 * exact   区 人 大 常 委 会 〔 2 0 2 2 〕 十 二 号, each at its own place
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers;
