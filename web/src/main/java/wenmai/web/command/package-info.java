/**
 * The verbs of {@code ./wenmai}: one class each.
 *
 * <p>Begin with {@link wenmai.web.command.ArchiveOptions}, what all of them share. Results go to
 * standard output, progress and remarks to standard error; exit status is 0 done, 1 failed, 2 wrong
 * usage, 3 done but some inputs were rejected.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.command;
