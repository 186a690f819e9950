/**
 * How the archive fares (运行状况), for those who look after it: how much there is, what waits, what
 * was refused, and how searching goes. Figures alone: no paper's words, and of what people looked
 * for only what cannot tell who they are.
 *
 * <p>Begin with {@link wenmai.corpus.condition.Condition}.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.condition;
