/**
 * Files to documents (收录): {@code SourceFile → Extraction → RepairedText → OfficialDocument}.
 *
 * <p>Begin with {@link wenmai.indexer.FileIntake}, which implements the corpus's port {@link
 * wenmai.corpus.Intake}. It finds what is new or changed, reads it on all cores and hands it to the
 * register from one thread. It knows neither the index nor the site.
 */
@org.jspecify.annotations.NullMarked
package wenmai.indexer;
