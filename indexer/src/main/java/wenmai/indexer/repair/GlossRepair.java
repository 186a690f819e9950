package wenmai.indexer.repair;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;

/**
 * Takes out pinyin glued into the text (夹注拼音): 監(jiān)督. A tone mark makes a gloss certain; one
 * without goes only where a text has several with, so that 甲(A) and 村(社區) stay.
 */
final class GlossRepair {
  /** From here on a text is a glossed one. */
  private static final int TONED_GLOSSES_OF_A_GLOSSED_TEXT = 5;

  private static final Pattern BRACKET =
      Pattern.compile(
          "(?<=\\p{IsHan})[（(] ?+([a-zA-Zàáâãäåāǎēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡɑ'’ \\u0300-\\u036f]{1,28}+)[）)]");
  private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0304\\u030c]");
  private static final Pattern SYLLABLES =
      Pattern.compile(
          "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ian|iao|ang|eng|ing|ong|uai|uan"
              + "|üan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|üe|ui|un|ün|uo|ve|a|e|i|o|u|ü|v)|ng|n|m)");
  private static final Pattern PINYIN =
      Pattern.compile("(?:" + SYLLABLES + "['’ ]?){1,6}", Pattern.CASE_INSENSITIVE);

  private GlossRepair() {}

  static List<Draft.Edit> of(String text) {
    if (text.chars().noneMatch(GlossRepair::mayBearTone)) {
      return List.of();
    }
    List<Draft.Edit> toned = new ArrayList<>();
    List<Draft.Edit> all = new ArrayList<>();
    Matcher bracket = BRACKET.matcher(text);
    while (bracket.find()) {
      Draft.Edit cut =
          new Draft.Edit(Span.of(bracket.start(), bracket.end()), "", Repair.Reason.GLOSS);
      String letters = Normalizer.normalize(bracket.group(1), Normalizer.Form.NFD);
      String bare = TONE.matcher(letters).replaceAll("");
      if (!isPinyin(bare)) {
        continue;
      }
      if (bare.length() < letters.length()) {
        toned.add(cut);
        all.add(cut);
      } else if (bare.length() > 1 && bare.equals(bare.toLowerCase(java.util.Locale.ROOT))) {
        all.add(cut);
      }
    }
    return toned.size() >= TONED_GLOSSES_OF_A_GLOSSED_TEXT ? all : toned;
  }

  /** Latin letters beyond ASCII, and tone marks by themselves. */
  private static boolean mayBearTone(int c) {
    return c >= 0xC0 && c <= 0x36F;
  }

  private static boolean isPinyin(String bare) {
    String letters =
        Normalizer.normalize(bare, Normalizer.Form.NFC).replace('ɡ', 'g').replace('ɑ', 'a').strip();
    return PINYIN.matcher(letters).matches();
  }
}
