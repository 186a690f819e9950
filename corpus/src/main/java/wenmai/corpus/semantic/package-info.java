/**
 * Meaning as numbers (语义向量): the port to a model that turns texts into vectors, and the model that
 * comes along.
 *
 * <p>Begin with {@link wenmai.corpus.semantic.Embedder}. Everything works without one; what needs
 * it then says so. No type of the model's library leaves this package.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.semantic;
