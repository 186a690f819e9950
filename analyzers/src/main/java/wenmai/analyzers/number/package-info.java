/**
 * Numbers as they are written in papers (数字): 第十二条 and 第12条, 二〇二三年 and 2023年, 十五件 and 15件, 〔2022〕
 * and [2022] become the same terms.
 *
 * <p>Begin with {@link wenmai.analyzers.number.Numeral}, which reads one number at a place of a
 * text. It decides from the characters alone, never from words around them, so that a text and a
 * query are always read alike. It does no arithmetic between units and does not recognise dates.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.number;
