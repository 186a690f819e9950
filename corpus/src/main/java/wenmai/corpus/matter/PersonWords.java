package wenmai.corpus.matter;

import com.typesafe.config.Config;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How papers state whom they appoint, appraise or choose to be appraised (人名判读用词), from {@code
 * config/matters/persons.conf}.
 *
 * @param note what stands behind a name in brackets and is no part of it
 * @param beforeName what runs on into the beginning of a name
 * @param issuedBy who lets a paper go out, who is not whom it is about
 * @param notNames what stands where a name does and is none
 */
record PersonWords(
    Pattern appointed,
    Pattern appraised,
    Pattern chosen,
    Pattern addressed,
    Pattern note,
    Pattern beforeName,
    Pattern issuedBy,
    Set<String> notNames) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 6;

  PersonWords {
    notNames = Set.copyOf(notNames);
  }

  static PersonWords read(Config config) {
    return new PersonWords(
        pattern(config, "appointed"),
        pattern(config, "appraised"),
        pattern(config, "chosen"),
        pattern(config, "addressed"),
        pattern(config, "note"),
        pattern(config, "before-name"),
        pattern(config, "issued-by"),
        Set.copyOf(config.getStringList("not-names")));
  }

  private static Pattern pattern(Config config, String path) {
    String source = config.getString(path);
    for (String list : config.getObject("lists").keySet()) {
      source =
          source.replace("<" + list + ">", String.join("|", config.getStringList("lists." + list)));
    }
    return Pattern.compile(source);
  }

  /** Adds the names that a pattern finds, in group 1 or 2. */
  void collect(Pattern pattern, String words, Set<String> names) {
    Matcher matcher = pattern.matcher(words);
    int from = 0;
    while (matcher.find(from)) {
      String found = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      String name = beforeName.matcher(found).replaceFirst("");
      if (name.length() >= SHORTEST && name.length() <= LONGEST && !notNames.contains(name)) {
        names.add(name);
      }
      from = Math.max(matcher.end(), from + 1);
    }
  }
}
