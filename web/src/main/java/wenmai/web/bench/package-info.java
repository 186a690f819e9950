/**
 * Measures Wenmai: speed beside its peers in the same run, and what it reads against gold.
 *
 * <p>Begin with {@link wenmai.web.bench.Bench}. Every benchmark works on an archive of its own in a
 * temporary folder and prints its figures with what they mean.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.bench;
