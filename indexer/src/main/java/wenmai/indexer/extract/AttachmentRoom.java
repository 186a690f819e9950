package wenmai.indexer.extract;

import java.nio.file.Path;

/**
 * Where files go that came with a paper, and how much room they have together (随附文件的空间): no more
 * than what a container of that size may hold.
 *
 * @param scratch the folder
 * @param most bytes for one paper, however large it is
 */
record AttachmentRoom(Path scratch, long most) {
  /** Taking out more takes the time that the paper itself needs. */
  private static final long MOST_OF_A_PAPER = 1L << 30;

  static AttachmentRoom of(Path scratch, Limits limits) {
    return new AttachmentRoom(scratch, Math.min(limits.expandedBytes(), MOST_OF_A_PAPER));
  }

  /** For a paper's own; one that cannot be looked at has none. */
  TakenOut of(Path paper) {
    return new TakenOut(scratch, Math.min(most, Limits.expandedBytes(paper.toFile().length())));
  }
}
