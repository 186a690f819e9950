/**
 * Care for the archive as a whole (保管): is everything there and as it was, a copy elsewhere, and
 * the way back from one.
 *
 * <p>Begin with {@link wenmai.corpus.custody.Inspection}; {@link wenmai.corpus.custody.Backup} and
 * {@link wenmai.corpus.custody.Restore} are each other's inverse. All work beside a running site,
 * except what writes: restoring and repairing need the archive's lock. Nothing here knows a reader:
 * these are the owner's own acts.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.custody;
