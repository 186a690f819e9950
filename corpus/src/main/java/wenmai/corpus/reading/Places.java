package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Region;
import wenmai.corpus.text.Span;

/**
 * The places one text names (地名), real ones by the gazetteer, others by the form of the names of
 * organs (棠州市人民代表大会): how often, where first, and which stands within which.
 */
final class Places {
  /** 石榴桥区. */
  private static final int LONGEST_UNKNOWN = 4;

  /** Only so much of a text is looked at; what it is about has been named by then. */
  private static final int LOOKED_AT = 30_000;

  private static final int HEADING = 200;

  /** Before an organ's word and with a certain beginning, a name is worth most. */
  private static final int ORGAN_WEIGHT = 6;

  private static final int CERTAIN_WEIGHT = 2;
  private static final String SUFFIXES = "省市县区州旗盟";

  /** Characters that no name of a place holds and that stand before many. */
  private static final String NEVER_WITHIN =
      "的和与及或对在关于全各本我该省市县区乡镇村为将由经是会大人民第届次年月日中共每两几多其等向按受请从到以至据在原现新老城郊辖直属级外他了有并条款项章节";

  /** After these comes a noun: 在棠州市人民代表大会; after 和 and 的 a verb may come: 和审议市政府…. */
  private static final String BEFORE_NOUN = "在由经向于";

  private static final Pattern ORGAN_WORD =
      Pattern.compile(
          "人民代表大会|人大|人民政府|政府|第?[〇零一二三四五六七八九十百0-9]{1,4}届|委员会|监察委|人民法院|人民检察院|中级人民|法院|检察院|监委|委办|委书记|委副|委组织|教育局|财政局|民政局|公安局|[\\u4e00-\\u9fff]{2,6}?局|代表团|国民经济");

  private final Gazetteer gazetteer;
  private final Set<String> noPlaces;
  private final String compact;
  private final List<String> folders;
  private final BitSet lineStarts = new BitSet();
  private final Map<String, Place> found = new LinkedHashMap<>();
  private final Map<String, String> parents = new HashMap<>();

  private static final Pattern FOLDER = Pattern.compile("[\\u4e00-\\u9fff]{2,4}[省市县区州旗]");

  /** A place with its weight in the text and where it is named first, in the compact text. */
  private static final class Place {
    private int weight;
    private int mentions;
    private int certain;
    private boolean ofOrgan;
    private final Span first;

    Place(Span first) {
      this.first = first;
    }

    /** A name that an organ bears, or that is named again and again. */
    boolean isSure() {
      return ofOrgan || certain > 0 || mentions > 2;
    }
  }

  /**
   * @param lines of the paper itself; what a page adds after them names its own places
   * @param source path of the file; its folders may be named after places
   */
  Places(Gazetteer gazetteer, Set<String> noPlaces, Sheet sheet, int lines, String source) {
    this.folders = folders(source, gazetteer);
    this.gazetteer = gazetteer;
    this.noPlaces = noPlaces;
    this.compact = sheet.compact();
    sheet.lines().forEach(line -> lineStarts.set(sheet.compactStart(line)));
    int end = lines == 0 ? 0 : sheet.compactEnd(sheet.lines().get(lines - 1));
    collect(Math.min(end, LOOKED_AT));
  }

  private static List<String> folders(String source, Gazetteer gazetteer) {
    List<String> names = new ArrayList<>();
    String[] segments = source.split("/", -1);
    for (int i = 0; i < segments.length - 1; i++) {
      if (gazetteer.knows(segments[i]) || FOLDER.matcher(segments[i]).matches()) {
        names.add(segments[i]);
      }
    }
    return List.copyOf(names);
  }

  private void collect(int limit) {
    Matcher organ = ORGAN_WORD.matcher(compact);
    int lastEnd = -1;
    String lastName = "";
    for (int i = 1; i < limit; i++) {
      if (SUFFIXES.indexOf(compact.charAt(i)) < 0) {
        continue;
      }
      boolean beforeOrgan = organ.region(i + 1, compact.length()).lookingAt();
      int length = length(i + 1, beforeOrgan);
      if (length == 0) {
        continue;
      }
      int start = i + 1 - length;
      String name = compact.substring(start, i + 1);
      Place place =
          found.computeIfAbsent(name, key -> new Place(Span.of(start, start + key.length())));
      int certain = gazetteer.knows(name) || isCertain(start, beforeOrgan) ? CERTAIN_WEIGHT : 1;
      place.certain += certain == 1 ? 0 : 1;
      place.ofOrgan |= beforeOrgan && certain > 1;
      place.mentions++;
      place.weight += (beforeOrgan ? ORGAN_WEIGHT : 1) * certain * (i < HEADING ? 2 : 1);
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
    boolean word = known == 3 && noPlaces.contains(compact.substring(end - known, end - 1));
    if (!word && (known > 2 || (known == 2 && beforeOrgan))) {
      return known;
    }
    for (int length = 3; length <= 4; length++) {
      int start = end - length;
      if (start >= 0
          && isName(start, end - 1)
          && (isCertain(start, beforeOrgan) || (beforeOrgan && isBoundary(start)))
          && (beforeOrgan || length == 3)) {
        return length;
      }
    }
    return 0;
  }

  private boolean isName(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = compact.charAt(i);
      if (!isHan(c) || NEVER_WITHIN.indexOf(c) >= 0 || (i > start && lineStarts.get(i))) {
        return false;
      }
    }
    return !lineStarts.get(end)
        && !noPlaces.contains(compact.substring(start, end))
        && !noPlaces.contains(compact.substring(end - 2, end))
        && !noPlaces.contains(compact.substring(end - 1, end));
  }

  /** Whether a name that begins here has nothing before it that could belong to it. */
  private boolean isCertain(int start, boolean beforeOrgan) {
    if (start == 0 || lineStarts.get(start)) {
      return true;
    }
    char before = compact.charAt(start - 1);
    boolean day = before == '日' && start > 1 && Character.isDigit(compact.charAt(start - 2));
    boolean noun = day || BEFORE_NOUN.indexOf(before) >= 0;
    return (noun && beforeOrgan) || (!isHan(before) && !Character.isLetterOrDigit(before));
  }

  private boolean isBoundary(int start) {
    char before = compact.charAt(start - 1);
    return !isHan(before) || NEVER_WITHIN.indexOf(before) >= 0;
  }

  static boolean isHan(char c) {
    return c >= '\u4e00' && c <= '\u9fff';
  }

  /** The place most spoken of whose name ends so: 市 for 市人大常委会. */
  Optional<String> mostNamedEnding(String suffix) {
    return most(name -> name.endsWith(suffix), 1);
  }

  /** The place most spoken of; one that is named but once in passing is none. */
  Optional<String> mostNamed() {
    return most(name -> true, CERTAIN_WEIGHT + 1);
  }

  /** Whether a name is a real place or stands in the name of an organ. */
  boolean isBorneOut(String name) {
    Place place = found.get(name);
    return gazetteer.knows(name) || (place != null && place.weight > 2 * CERTAIN_WEIGHT);
  }

  private Optional<String> most(Predicate<String> wanted, int least) {
    String best = "";
    int weight = 0;
    for (Map.Entry<String, Place> entry : found.entrySet()) {
      int own = entry.getValue().weight;
      boolean counts =
          own >= least && (gazetteer.knows(entry.getKey()) || entry.getValue().isSure());
      if (own > weight && counts && wanted.test(entry.getKey())) {
        best = entry.getKey();
        weight = own;
      }
    }
    return weight > 0 ? Optional.of(best) : Optional.empty();
  }

  /** The place after which a folder of the source is named, where the text itself names none. */
  Optional<String> ofFolder(String suffix) {
    return folders.stream().filter(name -> name.endsWith(suffix)).reduce((first, last) -> last);
  }

  /** Where a place is named first, in the compact text. */
  Optional<Span> firstMention(String name) {
    return Optional.ofNullable(found.get(name)).map(place -> place.first);
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
    if (known == 2 && !ORGAN_WORD.matcher(words).region(at + 2, words.length()).lookingAt()) {
      known = 0; // 城区内涝, 矿区道路: the word, not the district of that name
    }
    int longest = Math.min(words.length(), at + LONGEST_UNKNOWN);
    for (int end = at + 3; end <= longest && known == 0; end++) {
      char c = words.charAt(end - 1);
      if (SUFFIXES.indexOf(c) >= 0 && c != '州') {
        boolean clean = true;
        for (int i = at; i < end - 1; i++) {
          clean &= isHan(words.charAt(i)) && NEVER_WITHIN.indexOf(words.charAt(i)) < 0;
        }
        clean &=
            !noPlaces.contains(words.substring(end - 3, end - 1))
                && !noPlaces.contains(words.substring(end - 2, end - 1));
        boolean follows =
            lenience == Lenience.ANYWHERE
                || end == words.length()
                || ORGAN_WORD.matcher(words).region(end, words.length()).lookingAt()
                || nameAt(words, end, lenience) > 0;
        return clean && follows ? end - at : 0;
      }
    }
    return known;
  }

  /** A place with those above it, as far as the gazetteer or the text show them. */
  Region region(List<String> chain) {
    String name = chain.getLast();
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
            .filter(path -> path.subList(0, path.size() - 1).stream().anyMatch(this::isMentioned))
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

  /** Whether the gazetteer has it as a prefecture: a city or region right below a province. */
  boolean isPrefecture(String name) {
    return gazetteer.isPrefecture(name);
  }

  private boolean isMentioned(String name) {
    return found.containsKey(name);
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
