/**
 * What the archive keeps on disk (库房): originals by their hash, records, the journal that numbers
 * every change, files, corrections and the audit. This is the truth; indexes and links follow from
 * it and can always be made again.
 *
 * <p>Begin with {@link wenmai.corpus.store.Depot}. SQLite in WAL mode, or PostgreSQL ({@link
 * wenmai.corpus.store.Premises}); one writer at a time; nothing here knows an index, a query or a
 * citation's meaning.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.store;
