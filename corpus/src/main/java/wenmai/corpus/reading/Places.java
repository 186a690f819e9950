package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import wenmai.corpus.document.Region;
import wenmai.corpus.text.Span;

/**
 * The places one text names (地名), real ones by the gazetteer, others by the form of the names of
 * organs (棠州市人民代表大会): how often, where first, and which stands within which.
 */
final class Places {
  /** Only so much of a text is looked at; what it is about has been named by then. */
  private static final int LOOKED_AT = 30_000;

  private static final int HEADING = 200;

  /** Before an organ's word and with a certain beginning, a name is worth most. */
  private static final int ORGAN_WEIGHT = 6;

  private static final int CERTAIN_WEIGHT = 2;

  /** After these comes a noun: 在棠州市人民代表大会; after 和 and 的 a verb may come: 和审议市政府…. */
  private static final String BEFORE_NOUN = "在由经向于";

  /** Who does something with another, or when: 我委会同, 6月4日会同. */
  private static final String AFTER_SUBJECT = "日月年委局办院组我们厅部";

  /** 3月31日前送州人大常委会: what belongs to the day before it. */
  private static final String AFTER_DAY = "前后起止内上下晚早";

  private final Gazetteer gazetteer;
  private final PlaceNames names;
  private final String compact;
  private final PlaceOfOrigin origin;
  private final BitSet lineStarts;

  /** 卯宏伟 | 区人大常委会：, which a line before that only wraps (连云港 | 市人民政府) is none of. */
  private final BitSet unitStarts;

  private final IssuerCodes codes;
  private final Map<String, NamedPlace> found = new LinkedHashMap<>();
  private final Map<String, String> parents = new HashMap<>();

  private static final int LONGEST_AUTONOMOUS = 24;

  /** 自治县. */
  private static final int LONGEST_LEVEL = 3;

  /**
   * @param lines of the paper itself; what a page adds after them names its own places
   * @param origin what folder and site are named after
   */
  Places(Gazetteer gazetteer, PlaceNames names, Sheet sheet, int lines, PlaceOfOrigin origin) {
    this.origin = origin;
    this.gazetteer = gazetteer;
    this.names = names;
    this.compact = sheet.compact();
    this.lineStarts = Borders.of(sheet);
    this.unitStarts = Borders.ofUnits(sheet);
    int end = lines == 0 ? 0 : sheet.compactEnd(sheet.lines().get(lines - 1));
    collect(Math.min(end, LOOKED_AT));
    this.codes = IssuerCodes.of(compact, Math.min(end, LOOKED_AT));
  }

  private void collect(int limit) {
    Matcher organ = names.organWord().matcher(compact);
    int lastEnd = -1;
    String lastName = "";
    for (int i = 1; i < limit; i++) {
      if (!names.endsPlace(compact, i) || names.isOffice(compact, i)) {
        continue;
      }
      boolean beforeOrgan = organ.region(i + 1, compact.length()).lookingAt();
      int length = length(i + 1, beforeOrgan);
      if (length == 0) {
        continue;
      }
      int start = i + 1 - length;
      if (names.isCollective(compact, start, i + 1)) {
        continue;
      }
      String name = compact.substring(start, i + 1);
      NamedPlace place =
          found.computeIfAbsent(name, key -> new NamedPlace(Span.of(start, start + key.length())));
      int certain = gazetteer.knows(name) || isCertain(start, beforeOrgan) ? CERTAIN_WEIGHT : 1;
      int weight = (beforeOrgan ? ORGAN_WEIGHT : 1) * certain * (i < HEADING ? 2 : 1);
      place.mention(weight, certain > 1, beforeOrgan);
      if (start == lastEnd) {
        parents.putIfAbsent(name, lastName);
      }
      lastEnd = i + 1;
      lastName = name;
    }
  }

  /** How long the name is that ends here; 0 where none does. */
  private int length(int end, boolean beforeOrgan) {
    int known = gazetteer.lengthBefore(compact, end);
    boolean word =
        known == 3 && !beforeOrgan && names.isNone(compact.substring(end - known, end - 1));
    boolean broken = (known == 2 ? lineStarts : unitStarts).get(end - 1); // 正文 | 县人大常委会
    boolean verb = beforeOrgan && (known == 2 || known == 3) && isOtherWord(end - known, end - 1);
    if (!word && !broken && !verb && (known > 2 || (known == 2 && beforeOrgan))) {
      return known;
    }
    int autonomous = autonomousLength(end);
    if (autonomous > 0) {
      return autonomous;
    }
    if (end > LONGEST_LEVEL && compact.startsWith("自治", end - LONGEST_LEVEL)) {
      return 0; // 10月27日|自治县人大常委会
    }
    boolean banner = beforeOrgan && compact.charAt(end - 1) == '旗';
    int longest = beforeOrgan ? PlaceNames.LONGEST_SOUND : PlaceNames.LONGEST_UNKNOWN;
    for (int length = 3; length <= longest; length++) {
      int start = end - length;
      if (start >= 0
          && (length <= PlaceNames.LONGEST_UNKNOWN
              || banner
              || gazetteer.isTransliterated(compact, start, end - 1))
          && isName(start, end - 1, beforeOrgan && standsAlone(start))
          && (isCertain(start, beforeOrgan) || (beforeOrgan && isBoundary(start)))
          && (beforeOrgan || length == 3)) {
        return length;
      }
    }
    return 0;
  }

  /**
   * 6月4日会同县人大, 我委会同县人大, 组成人员和县人大代表: a name that is a word of the language as well, and stands where
   * that word would.
   */
  private boolean isOtherWord(int start, int end) {
    if (standsAlone(start) || (start > 0 && names.endsPlace(compact, start - 1))) {
      return false;
    }
    char before = compact.charAt(start - 1);
    return end - start == 1
        ? names.neverAtAll().indexOf(compact.charAt(start)) >= 0 && BEFORE_NOUN.indexOf(before) < 0
        : AFTER_SUBJECT.indexOf(before) >= 0 && names.isNone(compact.substring(start, end));
  }

  /** 云峒瑶族自治县: a name of two characters or three, nationalities, and what it is. */
  private int autonomousLength(int end) {
    boolean form =
        end >= PlaceNames.LONGEST_UNKNOWN
            && (compact.startsWith("自治", end - 3) || compact.startsWith("族乡", end - 2));
    if (!form) {
      return 0;
    }
    Matcher matcher =
        gazetteer.autonomous().matcher(compact).region(Math.max(0, end - LONGEST_AUTONOMOUS), end);
    while (matcher.find()) {
      int nations = matcher.start();
      boolean long3 =
          nations >= 3 && isBoundary(nations - 3) && isName(nations - 3, nations, false);
      int stem = long3 ? 3 : 2;
      if (matcher.end() == end && nations >= stem && isName(nations - stem, nations, false)) {
        return end - nations + stem;
      }
    }
    return 0;
  }

  /**
   * @param alone whether nothing stands before it and an organ's word follows, so that it may hold
   *     characters that are words elsewhere (新, 大, 关)
   */
  private boolean isName(int start, int end, boolean alone) {
    String never = alone ? names.neverAtAll() : names.neverWithin();
    for (int i = start; i < end; i++) {
      char c = compact.charAt(i);
      if (!PlaceNames.isHan(c) || never.indexOf(c) >= 0 || (i > start && lineStarts.get(i))) {
        return false;
      }
    }
    return !lineStarts.get(end)
        && !names.isNone(compact.substring(start, end), compact.charAt(end))
        && !names.isNone(compact.substring(end - 2, end), compact.charAt(end))
        && !names.isNone(compact.substring(end - 1, end), compact.charAt(end));
  }

  /** Whether a name that begins here has nothing before it that could belong to it. */
  private boolean isCertain(int start, boolean beforeOrgan) {
    if (start == 0 || lineStarts.get(start)) {
      return true;
    }
    char before = compact.charAt(start - 1);
    if (before == '于' && start > 1 && compact.charAt(start - 2) == '关') {
      return start == 2 || lineStarts.get(start - 2); // 关于某市…的报告
    }
    boolean day =
        before == '日'
            && start > 1
            && Character.isDigit(compact.charAt(start - 2))
            && AFTER_DAY.indexOf(compact.charAt(start)) < 0;
    boolean noun = day || BEFORE_NOUN.indexOf(before) >= 0;
    boolean verb = start > 1 && names.isNone(compact.substring(start - 2, start));
    return ((noun || verb) && beforeOrgan)
        || (!PlaceNames.isHan(before) && !Character.isLetterOrDigit(before));
  }

  private boolean standsAlone(int start) {
    return start == 0 || lineStarts.get(start) || !PlaceNames.isHan(compact.charAt(start - 1));
  }

  private boolean isBoundary(int start) {
    if (start == 0) {
      return true;
    }
    char before = compact.charAt(start - 1);
    return !PlaceNames.isHan(before) || names.neverWithin().indexOf(before) >= 0;
  }

  /** The place most spoken of whose name ends so: 市 for 市人大常委会. */
  Optional<String> mostNamedEnding(String suffix) {
    return ranking().mostNamedEnding(suffix, codes).map(this::inFull);
  }

  /** The place most spoken of; one that is named but once in passing is none. */
  Optional<String> mostNamed() {
    return ranking().mostNamed().map(this::inFull);
  }

  /** Whether a name is a real place or stands in the name of an organ. */
  boolean isBorneOut(String name) {
    NamedPlace place = found.get(name);
    return gazetteer.knows(name) || (place != null && place.weight() > 2 * CERTAIN_WEIGHT);
  }

  private PlaceRanking ranking() {
    return new PlaceRanking(found, gazetteer, compact);
  }

  /** What folder and site are named after, where the text names no place. */
  PlaceOfOrigin origin() {
    return origin;
  }

  /** Where a place is named first, in the compact text. */
  Optional<Span> firstMention(String name) {
    return Optional.ofNullable(found.get(name)).map(NamedPlace::first);
  }

  /** The names a string begins with; see {@link PlaceNames#chainAt}. */
  List<String> chainAt(String words, PlaceNames.Lenience lenience) {
    return names.chainAt(words, lenience);
  }

  /** From the first place that the text bears out: 日下午沅台区第九届人大 is of 沅台区. */
  String trimmed(String organ) {
    for (int at = 0; at < organ.length() - 2; at++) {
      List<String> chain = chainAt(organ.substring(at), PlaceNames.Lenience.BEFORE_ORGAN);
      if (!chain.isEmpty() && isBorneOut(chain.getFirst())) {
        return organ.substring(at);
      }
    }
    return organ;
  }

  /** A place with those above it, as far as the gazetteer or the text show them. */
  Region region(List<String> chain) {
    String name = inFull(chain.getLast());
    List<List<String>> known = gazetteer.paths(name);
    if (chain.size() > 1) {
      return new Region(
          known.stream().filter(path -> path.containsAll(chain)).findFirst().orElse(chain));
    }
    if (known.size() == 1) {
      return new Region(known.getFirst());
    }
    List<List<String>> fitting =
        known.stream()
            .filter(path -> path.subList(0, path.size() - 1).stream().anyMatch(found::containsKey))
            .toList();
    if (fitting.size() == 1) {
      return new Region(fitting.getFirst());
    }
    return known.isEmpty() ? new Region(withParents(name)) : Region.of(name);
  }

  /** The real place whose name begins so: 深圳 is 深圳市. */
  Optional<String> named(String stem) {
    for (String suffix : List.of("市", "省", "自治区", "县", "区")) {
      if (gazetteer.knows(stem + suffix)) {
        return Optional.of(stem + suffix);
      }
    }
    return Optional.empty();
  }

  /** Words that begin with a place, with its name in full where it is an autonomous area's. */
  String inFull(String words) {
    return AutonomousName.inFull(words, found.keySet(), gazetteer);
  }

  /** Whether the gazetteer has it as a prefecture: a city or region right below a province. */
  boolean isPrefecture(String name) {
    return gazetteer.isPrefecture(name);
  }

  private List<String> withParents(String name) {
    List<String> path = new ArrayList<>(List.of(name));
    String above = parents.get(name);
    while (above != null && path.size() < 4 && !path.contains(above)) {
      path.addFirst(above);
      above = parents.get(above);
    }
    return path;
  }

  /** Notes that one place belongs to another: a province approves the rules of its cities. */
  void within(String name, String above) {
    if (!name.equals(above) && !gazetteer.knows(name)) {
      parents.putIfAbsent(name, above);
    }
  }
}
