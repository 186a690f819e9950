package wenmai.corpus.store;

/**
 * A path written so that the database, which compares UTF-8 bytes, puts it in the order of {@link
 * String#compareTo}, which compares UTF-16 units. The two differ where a character beyond U+FFFF
 * meets one from U+E000 up (full-width punctuation, which file names like); the latter are written
 * with U+10FFFF, which is no character, before them.
 */
final class SortablePath {
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private SortablePath() {}

  static String of(String path) {
    if (path.chars().noneMatch(SortablePath::late)) {
      return path;
    }
    StringBuilder out = new StringBuilder(path.length() + 16);
    path.chars().forEach(c -> out.append(late(c) ? LAST : "").append((char) c));
    return out.toString();
  }

  static String read(String written) {
    return written.replace(LAST, "");
  }

  /** Comes after every path that begins so. */
  static String afterAll(String prefix) {
    return of(prefix) + LAST + LAST;
  }

  private static boolean late(int unit) {
    return unit >= 0xE000;
  }
}
