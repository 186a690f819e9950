package wenmai.indexer.repair;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;

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

  /** Every syllable of 《汉语拼音方案》 by its initials, and few that are none. */
  private static final String SYLLABLE =
      "(?:[bpmf](?:iao|ian|ing|ang|eng|ai|ei|ao|ou|an|en|ie|iu|in|a|o|i|u)|me"
          + "|[dtnl](?:iang|iao|ian|ing|ang|eng|ong|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|uo|ui|un|üe|ve|a|e|i|u|ü|v)"
          + "|[gkh](?:uang|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|u)"
          + "|[jqx](?:iang|iong|iao|ian|ing|uan|üan|ia|ie|iu|in|ue|üe|un|ün|i|u|ü)"
          + "|(?:zh|ch|sh|[rzcs])(?:uang|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|i|u)"
          + "|y(?:ang|ing|ong|uan|ao|ou|an|in|ue|un|a|e|i|o|u)|w(?:ang|eng|ai|ei|an|en|a|o|u)"
          + "|ang|eng|ai|ei|ao|ou|an|en|er|ng|a|o|e|n|m)";

  private static final Pattern PINYIN =
      Pattern.compile("(?:" + SYLLABLE + "['’ ]?){1,6}", Pattern.CASE_INSENSITIVE);

  private GlossRepair() {}

  static List<Draft.Edit> of(String text) {
    if (!mayBearTones(text)) {
      return List.of();
    }
    List<Draft.Edit> toned = new ArrayList<>();
    List<Draft.Edit> all = new ArrayList<>();
    Matcher bracket = BRACKET.matcher(text);
    while (bracket.find()) {
      TimeIsUp.check();
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
  private static boolean mayBearTones(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xC0 && c <= 0x36F) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPinyin(String bare) {
    String letters =
        Normalizer.normalize(bare, Normalizer.Form.NFC).replace('ɡ', 'g').replace('ɑ', 'a').strip();
    return PINYIN.matcher(letters).matches();
  }
}
