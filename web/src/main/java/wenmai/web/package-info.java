/**
 * People and programs to the corpus: the command line, the site and the API.
 *
 * <p>Begin with {@link wenmai.web.Main}, the one class that wires everything and alone knows the
 * indexer. Handlers are thin: they parse a request, ask a {@link wenmai.corpus.ReadingRoom}, and
 * fill a page record for a template.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web;
