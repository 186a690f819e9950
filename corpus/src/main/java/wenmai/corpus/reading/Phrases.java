package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.TimeIsUp;

/**
 * Words and patterns by which parts of a paper are told (著录用语), in lists that have names, from the
 * files of {@code config/reading} that hold such lists. A pattern may hold any entry of a list that
 * stands above it, or in a file before, as <code>{{name}}</code>; {@code day} is there already.
 * What it answers never changes; safe for use by many threads.
 */
final class Phrases {
  private static final Pattern NAME = Pattern.compile("\\[([a-z-]+)\\]");
  private static final Pattern MISWRITTEN = Pattern.compile("\\[[A-Za-z][A-Za-z0-9_ -]*\\]");

  /** A choice of which one is to be nothing at all. */
  private static final Pattern OPEN_BAR = Pattern.compile("^\\||(?<!\\\\)\\|$|(?<!\\\\)\\|\\|");

  private static final Pattern HELD = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");

  /**
   * Lists that are put together into one pattern, of which a line of marks must be made: an entry
   * that fits everything would make each line one, or none.
   */
  private static final Pattern OF_MARKS = Pattern.compile("secrecy-.*|inner-marks");

  /** Of no list of marks: what fits all of them fits everything. */
  private static final List<String> NO_MARKS = List.of("甲", "乙丙丁", "Qz", "7");

  private static final Pattern PART = Pattern.compile("(?<!\\\\)\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  /** Any day as papers write it, which is grammar. */
  private static final String DAY = "day";

  private final Map<String, Pattern> lists;

  /** Of those that are looked for in whole texts, once they are: what to sift by takes a while. */
  private final Map<String, SiftedPattern> sifted = new ConcurrentHashMap<>();

  private final Map<String, List<String>> words;

  private Phrases(Map<String, Pattern> lists, Map<String, List<String>> words) {
    this.lists = Map.copyOf(lists);
    this.words = Map.copyOf(words);
  }

  /**
   * @param files in this order; what one holds may stand in those before it
   * @throws IllegalArgumentException if a line is no pattern, stands in no list or holds a list
   *     that does not stand above it, if two lists have one name or two parts of a list, or if a
   *     list, one side of a bar or what a mark of secrecy may be is empty; the message names it
   */
  static Phrases of(List<RuleFile> files) {
    Map<String, List<String>> sources = new LinkedHashMap<>();
    sources.put(DAY, List.of(DayReader.ANY));
    files.forEach(file -> add(file, sources));
    Map<String, Pattern> lists = new LinkedHashMap<>();
    sources.forEach((name, list) -> lists.put(name, Pattern.compile(any(list))));
    return new Phrases(lists, sources);
  }

  private static void add(RuleFile file, Map<String, List<String>> sources) {
    @Nullable List<String> current = null;
    Set<String> parts = new HashSet<>();
    boolean ofMarks = false;
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      var name = NAME.matcher(line);
      if (name.matches()) {
        if (i + 1 == lines.size() || NAME.matcher(lines.get(i + 1)).matches()) {
          throw file.problem(i, "is the name of a list without entries", null);
        }
        current = new ArrayList<>();
        parts.clear();
        ofMarks = OF_MARKS.matcher(name.group(1)).matches();
        if (sources.put(name.group(1), current) != null) {
          throw file.problem(i, "is the name of a list that stands above", null);
        }
      } else if (MISWRITTEN.matcher(line).matches()) {
        throw file.problem(i, "is no name of a list, which has small letters and hyphens", null);
      } else if (current == null) {
        throw file.problem(i, "stands in no list", null);
      } else if (OPEN_BAR.matcher(line).find()) {
        throw file.problem(i, "has a bar with nothing beside it, which fits everything", null);
      } else {
        Pattern entry = file.pattern(i, withHeld(file, i, sources));
        if (ofMarks && fitsEverything(entry)) {
          throw file.problem(i, "fits everything, so every line would be a mark", null);
        }
        addParts(file, i, entry, ofMarks, parts);
        current.add(entry.pattern());
      }
    }
  }

  private static boolean fitsEverything(Pattern entry) {
    return entry.matcher("").matches()
        || NO_MARKS.stream().allMatch(text -> entry.matcher(text).lookingAt());
  }

  /** The named parts of an entry, each of which a list may have once and a list of marks never. */
  private static void addParts(
      RuleFile file, int line, Pattern entry, boolean ofMarks, Set<String> parts) {
    Matcher part = PART.matcher(entry.pattern());
    while (part.find()) {
      if (ofMarks || !parts.add(part.group(1))) {
        throw file.problem(line, "names a part that may not be named here: " + part.group(1), null);
      }
    }
  }

  /** A line with the lists that it holds written out. */
  private static String withHeld(RuleFile file, int line, Map<String, List<String>> above) {
    return HELD.matcher(file.lines().get(line))
        .replaceAll(held -> {
          List<String> list = above.getOrDefault(held.group(1), List.of());
          if (list.isEmpty()) {
            throw file.problem(line, "holds a list that does not stand above it", null);
          }
          return Matcher.quoteReplacement(any(list));
        });
  }

  private static String any(List<String> list) {
    return "(?:" + String.join("|", list) + ")";
  }

  /**
   * Any entry of a list.
   *
   * @throws IllegalArgumentException if there is no such list
   */
  Pattern any(String list) {
    return known(lists, list);
  }

  /**
   * The entries of a list, one by one, for lists of plain words.
   *
   * @throws IllegalArgumentException if there is no such list
   */
  List<String> words(String list) {
    return List.copyOf(known(words, list));
  }

  /** All characters of a list of characters. */
  String letters(String list) {
    return String.join("", words(list));
  }

  /** The same, to be looked for in whole texts. */
  SiftedPattern sifted(String list) {
    TimeIsUp.check();
    return sifted.computeIfAbsent(list, name -> SiftedPattern.of(known(lists, name)));
  }

  /** Asked for at every step through a text, so that this is where a reading can end. */
  private static <T> T known(Map<String, T> lists, String name) {
    TimeIsUp.check();
    T list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException("config/reading has no list [" + name + "]");
    }
    return list;
  }
}
