/**
 * Where staff correct, publish and withdraw documents, and see who did what (整理).
 *
 * <p>Begin with {@link wenmai.web.edit.EditRoutes} for people and {@link wenmai.web.edit.EditApi}
 * for programs: both say who asks and hand the act to {@link wenmai.corpus.Workroom}, where
 * everything is decided. Nothing here writes.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.edit;
