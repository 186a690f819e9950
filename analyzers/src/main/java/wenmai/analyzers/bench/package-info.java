/**
 * How fast analysis is (性能测量), for people and for the benchmark command; nothing else uses it.
 *
 * <p>Begin with {@link wenmai.analyzers.bench.AnalysisSpeed}: all contestants over the same texts
 * in one run, taking turns, timed by the processor and not by the wall. The finer measurements of
 * JMH stand beside the tests.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.bench;
