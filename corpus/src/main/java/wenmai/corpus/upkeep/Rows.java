package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.stream.Collectors;

/** Rows of documents in questions. */
final class Rows {
  private Rows() {}

  /** As they stand between the brackets of {@code IN (…)}. */
  static String list(Collection<Long> docs) {
    return docs.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
