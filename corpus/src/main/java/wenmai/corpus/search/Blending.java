package wenmai.corpus.search;

/**
 * What words weigh beside meaning (词义配比): the more a question tells, the more its words can be
 * trusted. Chosen on retrieval sets, see {@code docs/decisions}.
 */
final class Blending {
  /** Of a question of a line or less. */
  private static final double SHORT_SHARE = 0.4;

  /** Of a story of three lines or more. */
  private static final double LONG_SHARE = 0.6;

  private static final int SHORT = 30;
  private static final int LONG = 80;

  private Blending() {}

  static double wordsIn(String text) {
    int length = text.codePointCount(0, text.length());
    double along = Math.clamp((length - SHORT) / (double) (LONG - SHORT), 0.0, 1.0);
    return SHORT_SHARE + (LONG_SHARE - SHORT_SHARE) * along;
  }
}
