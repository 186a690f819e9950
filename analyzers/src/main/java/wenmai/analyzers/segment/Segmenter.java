package wenmai.analyzers.segment;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts one text after another into segments (分词器), which come by start, the longer first; none
 * starts before the one ahead of it. Holds working memory: one thread at a time.
 */
public interface Segmenter {

  /**
   * Starts on a text: the first {@code length} units of {@code text}, folded, not to be changed.
   */
  void reset(char[] text, int length);

  /** Moves to the next segment; false at the end of the text. */
  boolean next();

  /** Where the segment starts, in UTF-16 units. */
  int start();

  /** Where it ends. */
  int end();

  /** The place of its first atom in the text, counted from 0. */
  int position();

  /** How many atoms it covers, 1 or more. */
  int width();

  SegmentType type();

  /** Writes what it is searched by: its characters, or the normal form of a number. */
  void term(CharTermAttribute term);
}
