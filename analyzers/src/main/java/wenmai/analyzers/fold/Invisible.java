package wenmai.analyzers.fold;

/**
 * What a reader does not see (空白与零宽字符): white space, format characters and variation selectors. An
 * exact search passes over them, in the text as in the query.
 */
public final class Invisible {
  private static final int NEXT_LINE = 0x85;

  private Invisible() {}

  /** Whether the character takes no part in a comparison of texts. */
  public static boolean is(int codePoint) {
    return isSpace(codePoint) || isZeroWidth(codePoint);
  }

  /**
   * White space in Unicode's sense, no-break spaces, line ends and the ideographic space among it.
   */
  public static boolean isSpace(int codePoint) {
    return codePoint == ' '
        || codePoint == NEXT_LINE
        || Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint);
  }

  /** Soft hyphens, joiners, marks of direction, byte order marks and variation selectors. */
  public static boolean isZeroWidth(int codePoint) {
    return codePoint >= 0xAD
        && (Character.getType(codePoint) == Character.FORMAT
            || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
            || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
            || codePoint == 0x034F);
  }
}
