package wenmai.analyzers.fold;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Computes the tables of a {@link Folding} once, from Unicode's data and a list of variants. */
final class FoldingTables {
  private static final int BMP = 0x10000;
  private static final int IDEOGRAPHS_END = 0x2FA20;
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;

  private FoldingTables() {}

  static Folding exact(Map<Integer, Integer> listed) {
    // An array and no boxes: this is done at every start, before anything has been compiled.
    int[] variants = new int[IDEOGRAPHS_END];
    Arrays.setAll(variants, c -> c);
    listed.forEach((from, to) -> {
      if (from < IDEOGRAPHS_END) {
        variants[from] = to;
      }
    });
    int[] bmp = new int[BMP];
    for (int c = 0; c < BMP; c++) {
      bmp[c] = Character.isSurrogate((char) c) ? c : exact(c, variants);
    }
    Map<Integer, Integer> supplementary = new HashMap<>();
    for (int c = BMP; c < IDEOGRAPHS_END; c++) {
      int folded = exact(c, variants);
      if (folded != c) {
        supplementary.put(c, folded);
      }
    }
    return new Folding(bmp, supplementary, Map.of());
  }

  static Folding widened(int[] exact, Map<Integer, Integer> supplementary) {
    int[] bmp = exact.clone();
    Map<Integer, String> expansions = new HashMap<>();
    for (int c = 0x80; c < BMP; c++) {
      if (!Character.isDefined(c) || Invisible.is(c) || isLetterOfWords(c)) {
        continue;
      }
      if (isFinal(exact[c], exact)) {
        bmp[c] = exact[c];
        continue;
      }
      String apart = apart(c, exact);
      int first = apart.codePointAt(0);
      if (apart.codePoints().anyMatch(Invisible::is)) {
        continue;
      }
      if (apart.length() > Character.charCount(first)) {
        expansions.put(c, apart);
      } else {
        bmp[c] = first;
      }
    }
    return new Folding(bmp, supplementary, expansions);
  }

  /** Whether neither folding nor taking apart would change it: true of most, and quickly told. */
  private static boolean isFinal(int codePoint, int[] exact) {
    return codePoint < BMP
        && exact[codePoint] == codePoint
        && Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC);
  }

  /** Folds and takes apart in turn until nothing changes. */
  private static String apart(int codePoint, int[] exact) {
    String before;
    String now = Character.toString(codePoint);
    do {
      before = now;
      now = foldAll(Normalizer.normalize(foldAll(now, exact), Normalizer.Form.NFKC), exact);
    } while (!now.equals(before));
    return now;
  }

  private static String foldAll(String text, int[] exact) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.appendCodePoint(c < BMP ? exact[c] : c));
    return folded.toString();
  }

  /** Ideographs and Hangul have been seen to; lone surrogates have no normal form. */
  private static boolean isLetterOfWords(int c) {
    return Character.isIdeographic(c)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || Character.isSurrogate((char) c);
  }

  private static int exact(int codePoint, int[] variants) {
    int c = codePoint;
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      c -= FULL_WIDTH_SHIFT;
    }
    if (isCompatibilityIdeograph(c)) {
      c = normalized(c);
    }
    c = Character.toLowerCase(Character.toUpperCase(c));
    // Variants may lead on (a Hong Kong form to the traditional one, that to the simplified one).
    for (int step = 0; step < 4; step++) {
      int next = c < IDEOGRAPHS_END ? variants[c] : c;
      if (next == c) {
        break;
      }
      c = next;
    }
    return c;
  }

  private static boolean isCompatibilityIdeograph(int c) {
    return (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F)
        || (c >= 0x2E80 && c <= 0x2FDF);
  }

  private static int normalized(int c) {
    String form = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    int first = form.codePointAt(0);
    return form.length() == Character.charCount(first) ? first : c;
  }
}
