package wenmai.analyzers.fold;

import java.util.BitSet;
import java.util.Map;

/**
 * Character folding (字符折叠), a pure function: what is equal after it counts as the same in a search.
 *
 * <p>Folds full width FF01–FF5E, letter case, compatibility ideographs and radicals, and
 * traditional characters with their Taiwan and Hong Kong variants to simplified ones, one code
 * point to one. {@link #wide()} further takes compatibility forms of other signs apart (㎡, ①, ﬁ),
 * for fields that rank and need not answer to the letter. Idempotent; immutable; safe to share.
 */
public final class Folding {
  private final int[] bmp;
  private final Map<Integer, Integer> supplementary;
  private final Map<Integer, String> expansions;
  private final BitSet expanded = new BitSet();

  Folding(int[] bmp, Map<Integer, Integer> supplementary, Map<Integer, String> expansions) {
    this.bmp = bmp;
    this.supplementary = Map.copyOf(supplementary);
    this.expansions = Map.copyOf(expansions);
    expansions.keySet().forEach(expanded::set);
  }

  /**
   * A folding with these variants of single characters.
   *
   * @param variants code point as written → code point it stands for; applied until nothing changes
   */
  public static Folding of(Map<Integer, Integer> variants) {
    return FoldingTables.exact(variants);
  }

  /** The same folding that also takes compatibility forms of any length apart. */
  public Folding wide() {
    return FoldingTables.widened(bmp, supplementary);
  }

  /** The folded form of one character, itself where it has none. Invisible ones stay. */
  public int fold(int codePoint) {
    return codePoint < bmp.length
        ? bmp[codePoint]
        : supplementary.getOrDefault(codePoint, codePoint);
  }

  /** What stands for a character that folds to several; empty where {@link #fold} says it all. */
  String expansion(int codePoint) {
    return isExpanded(codePoint) ? expansions.getOrDefault(codePoint, "") : "";
  }

  boolean isExpanded(int codePoint) {
    return expanded.get(codePoint);
  }

  /** Folds a text and leaves out what is {@link Invisible}. */
  public Folded fold(CharSequence text) {
    FoldedBuilder out = new FoldedBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int codePoint = Character.codePointAt(text, at);
      int end = at + Character.charCount(codePoint);
      if (!Invisible.is(codePoint)) {
        String expansion = expansion(codePoint);
        if (expansion.isEmpty()) {
          out.add(fold(codePoint), at, end);
        } else {
          expansion.codePoints().forEach(new Sink(out, at, end)::accept);
        }
      }
      at = end;
    }
    return out.build();
  }

  private record Sink(FoldedBuilder out, int start, int end) {
    void accept(int codePoint) {
      out.add(codePoint, start, end);
    }
  }
}
