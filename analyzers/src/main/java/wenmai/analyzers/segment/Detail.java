package wenmai.analyzers.segment;

/** How much of a text's segmentation is wanted (切分粒度). */
public enum Detail {
  /** The words of the best segmentation alone: for queries. */
  WORDS,
  /** Words, and the words of the dictionaries inside them. */
  WORDS_WITHIN,
  /**
   * All that, and every two neighbouring ideographs: whatever a query was cut into, its characters
   * are found where they stand.
   */
  WORDS_AND_BIGRAMS
}
