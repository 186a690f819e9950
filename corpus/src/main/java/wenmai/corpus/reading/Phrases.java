package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words and patterns by which parts of a paper are told (著录用语), in lists that have names, from
 * {@code config/reading/phrases.txt}. Immutable.
 */
final class Phrases {
  private static final Pattern NAME = Pattern.compile("\\[([a-z-]+)\\]");

  private final Map<String, Pattern> lists;

  private Phrases(Map<String, Pattern> lists) {
    this.lists = Map.copyOf(lists);
  }

  /**
   * @throws IllegalArgumentException if a line is no pattern or stands in no list; the message
   *     names it
   */
  static Phrases of(RuleFile file) {
    Map<String, List<String>> sources = new LinkedHashMap<>();
    List<String> current = List.of();
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      var name = NAME.matcher(line);
      if (name.matches()) {
        current = sources.computeIfAbsent(name.group(1), any -> new ArrayList<>());
      } else if (sources.isEmpty()) {
        throw file.problem(i, "stands in no list", null);
      } else {
        current.add(file.pattern(i, line).pattern());
      }
    }
    Map<String, Pattern> lists = new LinkedHashMap<>();
    sources.forEach(
        (name, list) -> lists.put(name, Pattern.compile("(?:" + String.join("|", list) + ")")));
    return new Phrases(lists);
  }

  /**
   * Any entry of a list.
   *
   * @throws IllegalArgumentException if there is no such list
   */
  Pattern any(String list) {
    Pattern any = lists.get(list);
    if (any == null) {
      throw new IllegalArgumentException("phrases.txt has no list [" + list + "]");
    }
    return any;
  }
}
