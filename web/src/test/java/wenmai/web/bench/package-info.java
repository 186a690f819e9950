/** What the benchmarks themselves stand on. */
@org.jspecify.annotations.NullMarked
package wenmai.web.bench;
