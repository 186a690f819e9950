package wenmai.corpus.structure;

import java.util.Arrays;
import java.util.Optional;

/** The level of a unit (编 章 节 条 款 项 目, or a heading). */
public enum Level {
  PART("part"),
  CHAPTER("chapter"),
  SECTION("section"),
  ARTICLE("article"),
  PARAGRAPH("paragraph"),
  ITEM("item"),
  SUBITEM("subitem"),
  HEADING("heading");

  private final String key;

  Level(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<Level> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
