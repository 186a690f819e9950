package wenmai.corpus.trace;

import java.util.Arrays;
import java.util.Optional;

/** How one document is tied to another (关联类型). */
public enum EdgeType {
  CITES("cites"),
  BASIS("basis"),
  IMPLEMENTS("implements"),
  AMENDS("amends"),
  REPEALS("repeals"),
  APPROVES("approves"),
  DELIBERATES("deliberates"),
  FORWARDS("forwards"),
  REPLIES_TO("replies-to"),
  /** The next step of the same matter. */
  FOLLOWS("follows"),
  SAME_MATTER("same-matter"),
  REPUBLISHES("republishes"),
  VERSION_OF("version-of");

  private final String key;

  EdgeType(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<EdgeType> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
