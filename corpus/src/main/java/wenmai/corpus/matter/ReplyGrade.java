package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.Optional;

/** How far a reply settles a suggestion (答复类别). */
public enum ReplyGrade {
  /** Settled, or as good as (已经解决或者基本解决). */
  A,
  /** Planned for (列入计划逐步解决). */
  B,
  /** Noted for reference (留作参考). */
  C,
  /** As some regions go on. */
  D;

  public static Optional<ReplyGrade> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.name().equals(key)).findFirst();
  }
}
