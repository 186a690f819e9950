package wenmai.corpus.citation;

import java.util.Arrays;
import java.util.Optional;

/** What a citation does with what it cites (引用关系), read from the words around it. */
public enum Relation {
  BASIS("basis"),
  IMPLEMENTS("implements"),
  AMENDS("amends"),
  REPEALS("repeals"),
  REPLIES_TO("replies-to"),
  APPROVES("approves"),
  DELIBERATES("deliberates"),
  FORWARDS("forwards"),
  MENTIONS("mentions");

  private final String key;

  Relation(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<Relation> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
