package wenmai.corpus.document;

import java.util.Arrays;
import java.util.Optional;

/** Whose word a document carries (权威类别): the organ's branch, or the press, or somebody's mirror. */
public enum Authority {
  CONGRESS("congress"),
  PARTY("party"),
  GOVERNMENT("government"),
  SUPERVISORY("supervisory"),
  COURT("court"),
  PROCURATORATE("procuratorate"),
  MEDIA("media"),
  MIRROR("mirror"),
  UNKNOWN("unknown");

  private final String key;

  Authority(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<Authority> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
