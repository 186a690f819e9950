package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The real provinces, prefectures and counties with what they belong to (行政区划), former names among
 * them. Data come from {@code config/gazetteer}.
 */
final class Gazetteer {
  private static final int[] NONE = {};

  private static final int SHORTEST_STEM = 2;

  private final Map<String, List<List<String>>> pathsByName;
  private final Set<String> prefectures;
  private final Pattern autonomous;
  private final BitSet transliterated;

  /** 恩施州 for 恩施土家族苗族自治州: how autonomous areas are called for short. */
  private final Map<String, String> shortened;

  /* Nearly no two characters begin or end a name; only where they do is one looked up. */
  private final Map<Integer, int[]> lengthsByBeginning;
  private final Map<Integer, int[]> lengthsByEnd;

  private Gazetteer(
      Map<String, List<List<String>>> pathsByName,
      Set<String> prefectures,
      Pattern autonomous,
      BitSet transliterated) {
    this.transliterated = transliterated;
    this.pathsByName = pathsByName;
    this.prefectures = prefectures;
    this.autonomous = autonomous;
    this.shortened = shortened(pathsByName.keySet(), autonomous);
    this.lengthsByBeginning = lengths(pathsByName.keySet(), name -> pair(name, 0));
    this.lengthsByEnd = lengths(pathsByName.keySet(), name -> pair(name, name.length() - 2));
  }

  /** Short names that no other place has, each with the one it stands for. */
  private static Map<String, String> shortened(Set<String> names, Pattern autonomous) {
    Map<String, String> known = new HashMap<>();
    Set<String> doubtful = new HashSet<>(names);
    for (String name : names) {
      Matcher nations = autonomous.matcher(name);
      if (name.length() > SHORTEST_STEM
          && nations.find(SHORTEST_STEM)
          && nations.end() == name.length()) {
        String brief = name.substring(0, nations.start()) + name.charAt(name.length() - 1);
        if (known.put(brief, name) != null) {
          doubtful.add(brief);
        }
      }
    }
    known.keySet().removeAll(doubtful);
    return Map.copyOf(known);
  }

  /** The autonomous area that is called so for short, empty where none is or several are. */
  Optional<String> inFull(String brief) {
    return Optional.ofNullable(shortened.get(brief));
  }

  /** Of the names of two characters or more with one key each length, the longest first. */
  private static Map<Integer, int[]> lengths(Set<String> names, Function<String, Integer> key) {
    Map<Integer, Set<Integer>> lengths = new HashMap<>();
    names.stream()
        .filter(name -> name.length() > 1)
        .forEach(name ->
            lengths.computeIfAbsent(key.apply(name), each -> new TreeSet<>()).add(-name.length()));
    return lengths.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                entry -> entry.getValue().stream().mapToInt(length -> -length).toArray()));
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }

  static Gazetteer of(
      RuleFile regions, RuleFile renamed, RuleFile nationalities, RuleFile transliterated) {
    BitSet sounds = new BitSet();
    transliterated.lines().forEach(line -> line.chars().forEach(sounds::set));
    Map<String, String> names = new HashMap<>();
    List<List<String>> rows = regions.rows(2);
    for (List<String> row : rows) {
      names.putIfAbsent(row.get(0), row.get(1));
    }
    Map<String, List<List<String>>> paths = new HashMap<>();
    for (List<String> row : rows) {
      add(paths, row.get(1), path(names, row.get(0), row.get(1)));
    }
    for (List<String> row : renamed.rows(3)) {
      List<String> today = List.of(row.get(1).split("/"));
      List<String> path = new ArrayList<>(today.subList(0, today.size() - 1));
      path.add(row.get(0));
      add(paths, row.get(0), path);
    }
    Set<String> prefectures =
        rows.stream()
            .filter(row -> row.get(0).endsWith("00") && !row.get(0).endsWith("0000"))
            .map(row -> row.get(1))
            .collect(Collectors.toUnmodifiableSet());
    List<String> all =
        nationalities.lines().stream()
            .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
            .toList();
    String nations = String.join("|", all);
    // 蒙古自治州, 哈萨克自治县: a name of two characters or more often stands without 族
    String withoutSuffix =
        all.stream().filter(nation -> nation.length() > 1).collect(Collectors.joining("|"));
    return new Gazetteer(
        paths,
        prefectures,
        Pattern.compile(
            "(?:(?:"
                + nations
                + ")族|(?:"
                + withoutSuffix
                + ")){1,4}(?:各族)?自治[县州旗]"
                + "|(?:(?:"
                + nations
                + ")族){1,4}乡"),
        sounds);
  }

  /** Whether all of these characters are such as write the sound of a name in another language. */
  boolean isTransliterated(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!transliterated.get(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static void add(Map<String, List<List<String>>> paths, String name, List<String> path) {
    List<List<String>> known = paths.computeIfAbsent(name, key -> new ArrayList<>());
    if (!known.contains(path)) {
      known.add(List.copyOf(path));
    }
  }

  private static List<String> path(Map<String, String> names, String code, String name) {
    List<String> path = new ArrayList<>();
    for (String above : List.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00")) {
      String higher = names.get(above);
      if (higher != null && !above.equals(code)) {
        path.add(higher);
      }
    }
    path.add(name);
    return path;
  }

  /**
   * What the name of an autonomous area has behind its first two to four characters: 瑶族自治县, 瑶族乡.
   */
  Pattern autonomous() {
    return autonomous;
  }

  boolean isPrefecture(String name) {
    return prefectures.contains(name);
  }

  boolean knows(String name) {
    return pathsByName.containsKey(name);
  }

  /** Every place of this name, from the top down. */
  List<List<String>> paths(String name) {
    return pathsByName.getOrDefault(name, List.of());
  }

  /** The length of the longest name that begins here; 0 where none does. */
  int lengthAt(String text, int from) {
    if (text.length() - from >= 2) {
      for (int length : lengthsByBeginning.getOrDefault(pair(text, from), NONE)) {
        if (length <= text.length() - from && knows(text.substring(from, from + length))) {
          return length;
        }
      }
    }
    return 0;
  }

  /** The length of the longest name that ends here; 0 where none does. */
  int lengthBefore(String text, int end) {
    if (end >= 2) {
      for (int length : lengthsByEnd.getOrDefault(pair(text, end - 2), NONE)) {
        if (length <= end && knows(text.substring(end - length, end))) {
          return length;
        }
      }
    }
    return 0;
  }
}
