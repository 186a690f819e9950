package wenmai.analyzers.segment.hanlp;

/** What sort of word a node of the lattice is; bytes, for there are many nodes. */
final class NodeKind {
  static final byte WORD = 0;

  /**
   * A word of the field: found wherever its characters stand, also across the best segmentation.
   */
  static final byte FIELD = 1;

  static final byte NUMBER = 2;
  static final byte MEASURE = 3;
  static final byte LETTERS = 4;
  static final byte SIGN = 5;
  static final byte DOCUMENT_NUMBER = 6;

  /** An organ with its level or its known place. */
  static final byte ORGAN = 7;

  /** A name that stands in no dictionary and is only built like one: found where it wins. */
  static final byte GUESS = 8;

  /** Whether the word has parts that are looked for by themselves, one character or more. */
  static boolean isComposed(byte kind) {
    return kind == ORGAN || kind == GUESS;
  }

  private NodeKind() {}

  /** Whether the segment is handed out even where the best segmentation cuts otherwise. */
  static boolean isAlwaysFound(byte kind) {
    return kind == FIELD || kind == ORGAN || kind == MEASURE || kind == DOCUMENT_NUMBER;
  }
}
