package wenmai.analyzers.pinyin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wenmai.analyzers.fold.Folding;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.segment.hanlp.HanlpReadings;

/**
 * Pinyin of texts (拼音), without tones and in small letters; what is no ideograph stays as it folds,
 * signs and blanks are left out. 人大常委会 reads ren da chang wei hui. Immutable, safe to share.
 */
public final class Pinyin {
  private final Folding folding;
  private final HanlpReadings readings;

  public Pinyin(Lexicon lexicon) {
    this.folding = lexicon.folding();
    this.readings = new HanlpReadings(lexicon.readings());
  }

  /** The syllable of each visible character: an ideograph's reading, another letter itself. */
  public List<String> syllables(String text) {
    String folded = folding.fold(text).text();
    List<String> readAloud = readings.of(folded);
    List<String> syllables = new ArrayList<>();
    int[] characters = folded.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      if (Character.isLetterOrDigit(characters[i])) {
        String reading = readAloud.get(i);
        syllables.add(reading.isEmpty() ? Character.toString(characters[i]) : reading);
      }
    }
    return List.copyOf(syllables);
  }

  /** The whole reading in one: rendachangweihui. */
  public String full(String text) {
    return full(syllables(text));
  }

  private static String full(List<String> syllables) {
    return String.join("", syllables);
  }

  /** The first letters: rdcwh. */
  public String initials(String text) {
    return initials(syllables(text));
  }

  private static String initials(List<String> syllables) {
    StringBuilder initials = new StringBuilder();
    for (String syllable : syllables) {
      initials.appendCodePoint(syllable.codePointAt(0));
    }
    return initials.toString();
  }

  /** Everything a name may be typed as: itself folded, its pinyin, its initials. */
  public Set<String> spellings(String name) {
    List<String> syllables = syllables(name);
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(folding.fold(name).text());
    spellings.add(full(syllables));
    spellings.add(initials(syllables));
    spellings.remove("");
    return Set.copyOf(spellings);
  }
}
