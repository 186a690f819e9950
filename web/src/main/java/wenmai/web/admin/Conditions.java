package wenmai.web.admin;

import wenmai.corpus.Reader;
import wenmai.corpus.condition.Condition;

/** How the archive fares, for one who looks after it; the archive itself, seen from the web. */
@FunctionalInterface
public interface Conditions {
  /**
   * @throws IllegalArgumentException if this reader does not look after it
   */
  Condition of(Reader reader);
}
