package wenmai.corpus.document;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whose meeting a 届次 counts: the congress's own, its standing committee's, or the chairpersons'
 * council's.
 */
public enum SessionBody {
  CONGRESS("congress"),
  STANDING_COMMITTEE("standing-committee"),
  CHAIRPERSONS("chairpersons");

  private final String key;

  SessionBody(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<SessionBody> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
