package wenmai.indexer.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A file of rules in sections (规则文件): {@code [name]} begins a section, {@code #} a line of
 * explanation; every other line is one entry.
 */
public final class RuleLines {
  /** The head of a section; an entry may be a class of characters in the same brackets. */
  private static final Pattern HEADING = Pattern.compile("\\[([a-z][a-z0-9-]*)]");

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Path file;
  private final Map<String, List<String>> sections;

  private RuleLines(Path file, Map<String, List<String>> sections) {
    this.file = file;
    this.sections = sections;
  }

  public static RuleLines read(Path file) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
          current = new ArrayList<>();
          sections.put(heading.group(1), current);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          current.add(line.strip());
        }
      }
      return new RuleLines(file, sections);
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read as rules in UTF-8", e);
    }
  }

  /** The entries of a section. */
  public List<String> section(String name) {
    return Optional.ofNullable(sections.get(name))
        .orElseThrow(() -> new IllegalArgumentException("[" + file + "] has no section " + name));
  }

  /** One pattern that matches what any entry of the section matches. */
  public Pattern anyOf(String name) {
    List<String> entries = section(name);
    for (String entry : entries) {
      try {
        Pattern.compile(entry);
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "[" + file + "] section " + name + ": no pattern: " + entry, e);
      }
    }
    return entries.isEmpty() ? NOTHING : Pattern.compile("(?:" + String.join("|", entries) + ")");
  }
}
