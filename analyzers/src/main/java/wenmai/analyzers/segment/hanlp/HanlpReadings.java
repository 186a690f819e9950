package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Readings of characters (读音) from HanLP's dictionary of words, with ours before it. */
public final class HanlpReadings {
  private static final int LONGEST = 8;

  private final Map<String, List<String>> ours;

  /** Readings that go before HanLP's: word → a syllable for each of its characters. */
  public HanlpReadings(Map<String, List<String>> ours) {
    HanlpRuntime.ensure();
    this.ours = Map.copyOf(ours);
  }

  /** For each code point of a folded text its reading without tone, empty where it has none. */
  public List<String> of(String text) {
    List<String> readings = hanlp(text);
    int[] characters = text.codePoints().toArray();
    int at = 0;
    while (at < characters.length) {
      int word = longest(characters, at);
      if (word == 0) {
        at++;
      } else {
        List<String> syllables = ours.getOrDefault(new String(characters, at, word), List.of());
        for (String syllable : syllables) {
          readings.set(at++, syllable);
        }
      }
    }
    return readings;
  }

  private int longest(int[] characters, int at) {
    for (int length = Math.min(LONGEST, characters.length - at); length > 0; length--) {
      if (ours.containsKey(new String(characters, at, length))) {
        return length;
      }
    }
    return 0;
  }

  /** HanLP counts UTF-16 units; a character of two has no reading there. */
  private static List<String> hanlp(String text) {
    Pinyin[] units = PinyinDictionary.convertToPinyin(text, true).toArray(new Pinyin[0]);
    List<String> readings = new ArrayList<>();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      boolean known = at < units.length && units[at] != Pinyin.none5;
      boolean ideograph = Character.isIdeographic(text.codePointAt(at));
      readings.add(known && ideograph ? units[at].getPinyinWithoutTone() : "");
    }
    return readings;
  }
}
