package wenmai.corpus.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Visibility;

/** What people decided about showing a document (公开审批): one step after the other. */
public enum Publication {
  /** For staff and readers alone. */
  INTERNAL("internal"),
  /** Looked through and fit for the public, which does not see it yet. */
  REVIEWED("reviewed"),
  PUBLIC("public"),
  /** Taken out by a person; taking the file in again does not bring it back. */
  WITHDRAWN("withdrawn");

  private final String key;

  Publication(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  /** How a document stands on which nobody has decided. */
  public static Publication of(Visibility visibility) {
    return visibility == Visibility.PUBLIC ? PUBLIC : INTERNAL;
  }

  /** What may come next: one step forward, or any way back. */
  public Set<Publication> next() {
    return switch (this) {
      case INTERNAL -> EnumSet.of(REVIEWED, WITHDRAWN);
      case REVIEWED -> EnumSet.of(INTERNAL, PUBLIC, WITHDRAWN);
      case PUBLIC -> EnumSet.of(INTERNAL, WITHDRAWN);
      case WITHDRAWN -> EnumSet.of(INTERNAL);
    };
  }

  public static Optional<Publication> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
