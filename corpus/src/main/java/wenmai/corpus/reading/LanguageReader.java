package wenmai.corpus.reading;

import wenmai.corpus.text.Folding;

/** Tells the script of a text (繁体、简体) by its characters. */
final class LanguageReader {
  /** One traditional character in thirty: single ones stand in simplified texts as names. */
  private static final int ONE_IN = 30;

  private static final int LOOKED_AT = 20_000;

  private LanguageReader() {}

  /** BCP 47. */
  static String read(String text, Folding folding) {
    int han = 0;
    int traditional = 0;
    for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
      char c = text.charAt(i);
      if (PlaceNames.isHan(c)) {
        han++;
        traditional += folding.isTraditional(c) ? 1 : 0;
      }
    }
    if (han == 0) {
      return "und";
    }
    return traditional * ONE_IN > han ? "zh-Hant" : "zh-Hans";
  }
}
