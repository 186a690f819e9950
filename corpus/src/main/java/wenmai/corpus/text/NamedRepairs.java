package wenmai.corpus.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The repairs of a text by name (修复编号). A name follows from what was mended, into what, and the raw
 * words around it, so that a person's decision on a repair finds it again when the file is read
 * anew: whatever else has been mended meanwhile, and wherever the place has moved to.
 */
public final class NamedRepairs {
  /** Raw characters on either side that tell one place from another. */
  private static final int AROUND = 16;

  private static final int NAME_BYTES = 8;

  private final RepairedText text;
  private final Map<String, OffsetMap.Edit> byName;

  private NamedRepairs(RepairedText text, Map<String, OffsetMap.Edit> byName) {
    this.text = text;
    this.byName = byName;
  }

  public static NamedRepairs of(RepairedText text) {
    Map<String, OffsetMap.Edit> byName = new LinkedHashMap<>();
    Map<String, Integer> alike = new HashMap<>();
    MessageDigest digest = sha256();
    for (OffsetMap.Edit edit : text.map().edits()) {
      String content = content(text, edit);
      int ordinal = alike.merge(content, 1, Integer::sum);
      byte[] hash = digest.digest((content + ordinal).getBytes(StandardCharsets.UTF_8));
      byName.put(HexFormat.of().formatHex(hash, 0, NAME_BYTES), edit);
    }
    return new NamedRepairs(text, byName);
  }

  /** Lengths stand before the parts, so that no two repairs have the same sequence. */
  private static String content(RepairedText text, OffsetMap.Edit edit) {
    String raw = text.raw();
    int start = Math.max(0, edit.raw().start() - AROUND);
    int end = Math.min(raw.length(), edit.raw().end() + AROUND);
    String now = edit.repaired().in(text.text());
    String before = raw.substring(start, edit.raw().start());
    return before.length()
        + ":"
        + edit.was().length()
        + ":"
        + now.length()
        + ":"
        + before
        + edit.was()
        + now
        + raw.substring(edit.raw().end(), end)
        + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** In order of the text. */
  public Map<String, OffsetMap.Edit> all() {
    return java.util.Collections.unmodifiableMap(byName);
  }

  /** The text with these repairs undone; names of none are passed over. */
  public RepairedText without(Set<String> names) {
    Set<OffsetMap.Edit> gone = new java.util.HashSet<>();
    names.stream().filter(byName::containsKey).map(byName::get).forEach(gone::add);
    return text.keeping(Predicate.not(gone::contains));
  }
}
