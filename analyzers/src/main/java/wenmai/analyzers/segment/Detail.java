package wenmai.analyzers.segment;

/** How much of a text's segmentation is wanted (切分粒度). */
public enum Detail {
  /** The words of the best segmentation alone: for queries. */
  WORDS,
  /** Words, and the words of the dictionaries inside them. */
  WORDS_WITHIN,
  /**
   * Every word of the dictionaries wherever its characters stand, also across the best
   * segmentation: for an index, where a word of a query must be found whatever the text around it
   * was cut into.
   */
  ALL_WORDS
}
