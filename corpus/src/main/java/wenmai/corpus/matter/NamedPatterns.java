package wenmai.corpus.matter;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueType;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns that have names (判读用词), from a section of a file of {@code config/matters}. An entry is
 * a pattern, or a list of which any is meant; it may hold another of its section as {@code <name>}.
 * Immutable.
 */
final class NamedPatterns {
  /** A name for a part of the pattern itself, (?<name>…), is none of these. */
  private static final Pattern HELD = Pattern.compile("(?<!\\(\\?)<([a-z-]+)>");

  private static final int DEEPEST = 5;

  private final Map<String, Pattern> patterns;

  private NamedPatterns(Map<String, Pattern> patterns) {
    this.patterns = Map.copyOf(patterns);
  }

  /**
   * @throws ConfigException if an entry is no pattern or holds one that is not there; the message
   *     names file and line
   */
  static NamedPatterns read(Config section) {
    Map<String, Pattern> patterns = new HashMap<>();
    for (String name : section.root().keySet()) {
      try {
        patterns.put(name, Pattern.compile(source(section, name, 0)));
      } catch (PatternSyntaxException e) {
        throw new ConfigException.BadValue(
            section.getValue(name).origin(),
            name,
            "no regular expression (" + e.getDescription() + "); close what is open, or escape it",
            e);
      }
    }
    return new NamedPatterns(patterns);
  }

  /** An entry with those that it holds written out. */
  private static String source(Config section, String name, int depth) {
    if (depth > DEEPEST) {
      throw new ConfigException.BadValue(
          section.getValue(name).origin(), name, "holds itself; write out what it stands for");
    }
    String written =
        section.getValue(name).valueType() == ConfigValueType.LIST
            ? String.join("|", section.getStringList(name))
            : section.getString(name);
    String whole =
        HELD.matcher(written)
            .replaceAll(
                held -> Matcher.quoteReplacement(source(section, held.group(1), depth + 1)));
    return "(?:" + whole + ")";
  }

  /**
   * The pattern of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  Pattern any(String name) {
    Pattern pattern = patterns.get(name);
    if (pattern == null) {
      throw new IllegalArgumentException("config/matters has no pattern " + name);
    }
    return pattern;
  }
}
