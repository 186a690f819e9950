/** What the comparisons count. */
@org.jspecify.annotations.NullMarked
package wenmai.web.bench.peer;
