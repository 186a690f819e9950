/**
 * Folds characters that a reader takes for the same (折叠): width, case, script and compatibility
 * forms; says which characters are not seen at all.
 *
 * <p>Begin with {@link wenmai.analyzers.fold.Folding}, a pure function from text to folded text
 * with a way back to the offsets; {@link wenmai.analyzers.fold.FoldingCharFilter} is the same
 * inside a Lucene chain. Folding goes from character to character: it never rewrites words or
 * quotation marks, and the displayed text stays as it was written.
 */
@org.jspecify.annotations.NullMarked
package wenmai.analyzers.fold;
