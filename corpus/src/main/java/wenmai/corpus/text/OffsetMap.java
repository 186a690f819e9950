package wenmai.corpus.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The reversible way between a raw text and its repaired form: a list of edits, each a stretch of
 * the raw text and what stands for it. {@code raw} can be made again from the repaired text and the
 * edits, byte for byte. Offsets are UTF-16 units.
 */
public final class OffsetMap {

  /**
   * One replaced stretch.
   *
   * @param raw where in the raw text
   * @param repaired where its replacement stands in the repaired text
   * @param was the raw characters
   */
  public record Edit(Span raw, Span repaired, String was, Repair.Reason why) {}

  private final List<Edit> edits;

  private OffsetMap(List<Edit> edits) {
    this.edits = List.copyOf(edits);
  }

  public static OffsetMap identity() {
    return new OffsetMap(List.of());
  }

  /** A map of these edits, which must be in order and must not overlap. */
  public static OffsetMap of(List<Edit> edits) {
    int raw = 0;
    int repaired = 0;
    for (Edit edit : edits) {
      int kept = edit.raw().start() - raw;
      if (kept < 0
          || edit.repaired().start() - repaired != kept
          || edit.was().length() != edit.raw().length()) {
        throw new IllegalArgumentException(
            "edits do not follow one another at raw offset " + edit.raw().start());
      }
      raw = edit.raw().end();
      repaired = edit.repaired().end();
    }
    return new OffsetMap(edits);
  }

  public List<Edit> edits() {
    return edits;
  }

  /** The raw offset of a repaired one; inside a replacement, the start of what was replaced. */
  public int toRaw(int repaired) {
    int low = lastEdit(repaired, true);
    if (low < 0) {
      return repaired;
    }
    Edit edit = edits.get(low);
    return repaired < edit.repaired().end()
        ? edit.raw().start()
        : edit.raw().end() + (repaired - edit.repaired().end());
  }

  /** The repaired offset of a raw one; inside a replaced stretch, the start of the replacement. */
  public int toRepaired(int raw) {
    int low = lastEdit(raw, false);
    if (low < 0) {
      return raw;
    }
    Edit edit = edits.get(low);
    return raw < edit.raw().end()
        ? edit.repaired().start()
        : edit.repaired().end() + (raw - edit.raw().end());
  }

  /** The raw text again. */
  public String restore(String repairedText) {
    StringBuilder raw = new StringBuilder(repairedText.length() + 64);
    int at = 0;
    for (Edit edit : edits) {
      raw.append(repairedText, at, edit.repaired().start()).append(edit.was());
      at = edit.repaired().end();
    }
    return raw.append(repairedText, at, repairedText.length()).toString();
  }

  private int lastEdit(int offset, boolean inRepaired) {
    int low = 0;
    int high = edits.size() - 1;
    int found = -1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = inRepaired ? edits.get(middle).repaired() : edits.get(middle).raw();
      if (span.start() <= offset) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  /** Collects edits while a text is being mended from left to right. */
  public static final class Builder {
    private final String raw;
    private final StringBuilder out = new StringBuilder();
    private final List<Edit> edits = new ArrayList<>();
    private int at;

    public Builder(String raw) {
      this.raw = raw;
    }

    /** Replaces a raw stretch, which must not begin before the last one ended. */
    public Builder replace(Span stretch, String replacement, Repair.Reason why) {
      out.append(raw, at, stretch.start());
      int start = out.length();
      out.append(replacement);
      edits.add(new Edit(stretch, Span.of(start, out.length()), stretch.in(raw), why));
      at = stretch.end();
      return this;
    }

    public RepairedText build() {
      out.append(raw, at, raw.length());
      at = raw.length();
      return new RepairedText(raw, out.toString(), OffsetMap.of(edits));
    }
  }
}
