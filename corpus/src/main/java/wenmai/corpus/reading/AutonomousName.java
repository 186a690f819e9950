package wenmai.corpus.reading;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes out the short name of an autonomous area (自治地方简称): 恩施州 by the gazetteer, and 黎溪州 in a text
 * that also says 黎溪苗族侗族自治州.
 */
final class AutonomousName {
  private static final Pattern AUTONOMOUS = Pattern.compile("自治[州县旗]$");

  /** Of 云峒瑶族自治县 the two characters that are its own. */
  private static final int SHORTEST_STEM = 2;

  private static final int LONGEST_SHORT = 6;

  private AutonomousName() {}

  /**
   * @param words that begin with a place: 黎溪州交通运输局
   * @param named places that the text names
   * @return the same with the name in full, or as they are
   */
  static String inFull(String words, Collection<String> named, Gazetteer gazetteer) {
    for (String full : named) {
      Optional<String> brief = brief(full, gazetteer);
      if (brief.filter(words::startsWith).filter(name -> !gazetteer.knows(name)).isPresent()) {
        return full + words.substring(brief.get().length());
      }
    }
    for (int end = SHORTEST_STEM + 1; end <= Math.min(words.length(), LONGEST_SHORT); end++) {
      Optional<String> full = gazetteer.inFull(words.substring(0, end));
      if (full.isPresent()) {
        return full.get() + words.substring(end);
      }
    }
    return words;
  }

  /** 黎溪苗族侗族自治州 → 黎溪州; empty for what is no autonomous area. */
  private static Optional<String> brief(String name, Gazetteer gazetteer) {
    if (name.length() <= SHORTEST_STEM || !AUTONOMOUS.matcher(name).find()) {
      return Optional.empty();
    }
    Matcher nations = gazetteer.autonomous().matcher(name).region(SHORTEST_STEM, name.length());
    return nations.find()
        ? Optional.of(name.substring(0, nations.start()) + name.charAt(name.length() - 1))
        : Optional.empty();
  }
}
