package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a place looks like (地名的写法): a real one by the gazetteer, another by its last
 * character and by the word of an organ behind it.
 */
final class PlaceNames {
  /** 石榴桥区. */
  static final int LONGEST_UNKNOWN = 4;

  /** A name that is written by its sound: 塔林|乌素图|旗 has six, 乌兰塔拉市 five. */
  static final int LONGEST_SOUND = 7;

  private static final String AUTONOMOUS_REGION = "自治区";

  /** 巴音郭楞|蒙古自治州. */
  private static final int LONGEST_STEM = 4;

  /** A town is a place of its own only where its congress or its government is named. */
  static final String TOWNS = "镇乡";

  /** The second of two levels that stand together: 县市, 市区. */
  private static final String LEVELS_TOGETHER = "市县区";

  private static final String ALL = "全各";

  private final Gazetteer gazetteer;
  private final NoPlaces noPlaces;

  /** What an organ is called behind its place. */
  private final Pattern organWord;

  private final Pattern townOrgan;

  private final String neverWithin;
  private final String neverAtAll;

  /**
   * @param noPlaces words that look like the name of a place and are none
   */
  PlaceNames(Gazetteer gazetteer, NoPlaces noPlaces, Phrases phrases) {
    this.gazetteer = gazetteer;
    this.noPlaces = noPlaces;
    this.organWord = phrases.any("organs-of-places");
    this.townOrgan = phrases.any("town-organs");
    this.neverWithin = phrases.letters("no-letters-within");
    this.neverAtAll = phrases.letters("no-letters-at-all");
  }

  /** What an organ is called behind its place. */
  Pattern organWord() {
    return organWord;
  }

  /** Characters that no unknown name of a place holds and that stand before many. */
  String neverWithin() {
    return neverWithin;
  }

  /** Those of them that no name at all holds. */
  String neverAtAll() {
    return neverAtAll;
  }

  /** Whether words before 市 or 县 are known for no place. */
  boolean isNone(String words) {
    return noPlaces.has(words);
  }

  /** The same of words before a level (市, 县, 镇 …). */
  boolean isNone(String words, char level) {
    return noPlaces.has(words, level);
  }

  boolean endsPlace(String words, int at) {
    return switch (words.charAt(at)) {
      case '省', '市', '县', '区', '州', '旗', '盟' -> true;
      case '镇', '乡' ->
          (at == 0 || words.charAt(at - 1) != '乡' || words.charAt(at) != '镇')
              && townOrgan.matcher(words).region(at + 1, words.length()).lookingAt();
      default -> false;
    };
  }

  /** 刚才，晓岚县长讲了话: the head of a county behind his name, unless the gazetteer has it. */
  boolean isOffice(String words, int at) {
    return at + 1 < words.length()
        && words.charAt(at + 1) == '长'
        && gazetteer.lengthBefore(words, at + 1) == 0;
  }

  /**
   * Whether what ends here is one of two levels before the word of an organ: 全州县市人大常委会 are those of
   * all counties and cities of a prefecture.
   */
  boolean isCollective(String words, int start, int end) {
    boolean all =
        ALL.indexOf(words.charAt(start)) >= 0
            || (start > 0 && ALL.indexOf(words.charAt(start - 1)) >= 0);
    return all
        && end + 1 < words.length()
        && words.charAt(end) != words.charAt(end - 1)
        && LEVELS_TOGETHER.indexOf(words.charAt(end)) >= 0
        && organWord.matcher(words).region(end + 1, words.length()).lookingAt();
  }

  static boolean isTown(String name) {
    return TOWNS.indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  /**
   * The names a string begins with, from the higher to the lower: 槐南省, 棠州市. An unknown name counts
   * only where an organ's word or another name follows, or in a title.
   */
  List<String> chainAt(String words, Lenience lenience) {
    List<String> chain = new ArrayList<>();
    int at = 0;
    while (at < words.length() && chain.size() < 4) {
      int length = nameAt(words, at, lenience);
      if (length == 0) {
        break;
      }
      chain.add(words.substring(at, at + length));
      at += length;
    }
    return chain;
  }

  /** How much must follow a name that the gazetteer does not know. */
  enum Lenience {
    /** The words of an organ. */
    BEFORE_ORGAN,
    /** Anything: it stands at the head of a title or of a signature. */
    ANYWHERE
  }

  private int nameAt(String words, int at, Lenience lenience) {
    int known = gazetteer.lengthAt(words, at);
    if (known > 0 && isCollective(words, at, at + known)) {
      return 0;
    }
    if (known == 2 && !organWord.matcher(words).region(at + 2, words.length()).lookingAt()) {
      known = 0; // 城区内涝, 矿区道路: the word, not the district of that name
    }
    for (int stem = 2; stem <= LONGEST_STEM && known == 0 && at + stem < words.length(); stem++) {
      Matcher autonomous = gazetteer.autonomous().matcher(words).region(at + stem, words.length());
      if (autonomous.lookingAt() && isClean(words, at, at + stem, "")) {
        return autonomous.end() - at;
      }
      if (words.startsWith(AUTONOMOUS_REGION, at + stem)
          && isClean(words, at, at + stem, neverWithin)) {
        return stem + AUTONOMOUS_REGION.length();
      }
    }
    int longest = Math.min(words.length(), at + LONGEST_SOUND);
    for (int end = at + 3; end <= longest && known == 0; end++) {
      char c = words.charAt(end - 1);
      boolean tooLong =
          end > at + LONGEST_UNKNOWN && c != '旗' && !gazetteer.isTransliterated(words, at, end - 1);
      boolean bare = end == at + 4 && words.startsWith("自治", end - 3); // 27日自治县人大常委会
      if (endsPlace(words, end - 1) && c != '州' && !tooLong && !bare) {
        boolean organ = organWord.matcher(words).region(end, words.length()).lookingAt();
        String never = at == 0 && organ ? neverAtAll : neverWithin;
        boolean clean = isClean(words, at, end - 1, never);
        clean &=
            !noPlaces.has(words.substring(end - 3, end - 1), c)
                && !noPlaces.has(words.substring(end - 2, end - 1), c);
        boolean follows =
            lenience == Lenience.ANYWHERE
                || end == words.length()
                || organ
                || nameAt(words, end, lenience) > 0;
        return clean && follows ? end - at : 0;
      }
    }
    return known;
  }

  private static boolean isClean(String words, int from, int to, String never) {
    for (int i = from; i < to; i++) {
      if (!isHan(words.charAt(i)) || never.indexOf(words.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isHan(char c) {
    return c >= '\u4e00' && c <= '\u9fff';
  }
}
