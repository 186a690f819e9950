package wenmai.indexer;

import java.util.Optional;

/**
 * How much of a container, or of what came attached to a paper, has still to be read, what lies in
 * it included (未了): it is not done before. For one thread.
 */
final class Outstanding {
  private final Optional<Outstanding> outer;
  private long open;

  /**
   * @param outer of what this lies in
   */
  Outstanding(Optional<Outstanding> outer) {
    this.outer = outer;
  }

  Optional<Outstanding> outer() {
    return outer;
  }

  /** Something begins. */
  void began() {
    open++;
    outer.ifPresent(Outstanding::began);
  }

  /** Something is done. */
  void ended() {
    open--;
    outer.ifPresent(Outstanding::ended);
  }

  boolean isNone() {
    return open == 0;
  }
}
