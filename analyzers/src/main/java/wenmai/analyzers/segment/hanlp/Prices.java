package wenmai.analyzers.segment.hanlp;

/**
 * What words cost that the language model has not seen, in its own unit, the negative logarithm of
 * a probability; a usual word costs 5 to 10 (词价). Set on the odd half of the gold set.
 */
final class Prices {
  /** As rare as a word can be. */
  static final int UNSEEN_FREQUENCY = 1;

  static final float MEASURE = 0f;
  static final float DOCUMENT_NUMBER = 0.5f;

  /** A person whose name is family name and two characters, none of them words. */
  static final float PERSON = 22f;

  private Prices() {}

  /** A word of the field: the longer, the surer. */
  static float field(int characters) {
    return switch (characters) {
      case 2 -> 6f;
      case 3 -> 2f;
      default -> 2f;
    };
  }

  /** The most that a word of HanLP's further dictionary costs. */
  static float general(int width) {
    return switch (width) {
      case 2 -> 18f;
      case 3 -> 21f;
      default -> 9f;
    };
  }

  /** An organ with its place or level: the longest that can be read is meant. */
  static float organOfPlace(int width) {
    return Math.max(0f, 3f - 0.4f * width);
  }

  /** A place that no dictionary knows: less than its characters one by one, more than two words. */
  static float unknownPlace(int length) {
    return length == 2 ? 19f : 25f;
  }
}
