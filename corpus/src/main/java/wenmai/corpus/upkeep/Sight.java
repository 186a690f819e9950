package wenmai.corpus.upkeep;

import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.Visibility;

/** For whom a derived row holds (可见范围), as the bits of its column {@code audience}. */
final class Sight {
  static final int PUBLIC = 1;
  static final int INTERNAL = 2;
  static final int BOTH = PUBLIC | INTERNAL;

  private Sight() {}

  /** The bit a reader's rows must have. */
  static int of(Audience audience) {
    return switch (audience) {
      case PUBLIC -> PUBLIC;
      case INTERNAL -> INTERNAL;
    };
  }

  /** Who may see a document of this visibility. */
  static int of(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> BOTH;
      case INTERNAL -> INTERNAL;
    };
  }
}
