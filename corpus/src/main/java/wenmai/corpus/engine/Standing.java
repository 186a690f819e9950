package wenmai.corpus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which text answers a question first when several say the same (效力位阶): told by titles, with the
 * shares of {@code config/search/standing.tsv}. Immutable.
 */
public final class Standing {
  private static final Comparator<Rule> STRONGEST_FIRST =
      Comparator.comparing(Rule::where)
          .thenComparing(rule -> rule.words().length(), Comparator.reverseOrder());

  private final List<Rule> rules;

  private Standing(List<Rule> rules) {
    this.rules = rules.stream().sorted(STRONGEST_FIRST).toList();
  }

  /**
   * @param configDir the folder {@code config}, which holds {@code search}
   * @throws IllegalArgumentException naming the line that is wrong
   */
  public static Standing load(Path configDir) {
    Path file = configDir.resolve("search").resolve("standing.tsv");
    List<Rule> rules = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rules.addAll(rules(line, file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
    return new Standing(rules);
  }

  private static List<Rule> rules(String line, Path file) {
    String[] cells = line.split("\t", -1);
    try {
      if (cells.length == 3) {
        Where where = Where.valueOf(cells[0].toUpperCase(java.util.Locale.ROOT));
        float share = Float.parseFloat(cells[2]);
        if (share >= 0 && share <= 1) {
          return Pattern.compile(" +")
              .splitAsStream(cells[1].strip())
              .map(words -> new Rule(where, words, share))
              .toList();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[" + file + "] not understood: " + line, e);
    }
    throw new IllegalArgumentException(
        "[" + file + "] expected whole, begins or ends, a tab, words, a tab, 0 to 1: " + line);
  }

  /** By what share a text of this title is raised, from 0 to 1. */
  public float of(String title) {
    String bare = LawName.in(title);
    for (Rule rule : rules) {
      if (rule.appliesTo(bare)) {
        return rule.share;
      }
    }
    return 0;
  }

  /** In the order in which they count. */
  private enum Where {
    WHOLE,
    BEGINS,
    ENDS
  }

  private record Rule(Where where, String words, float share) {
    boolean appliesTo(String title) {
      return switch (where) {
        case WHOLE -> title.equals(words);
        case BEGINS -> title.startsWith(words);
        case ENDS -> title.endsWith(words);
      };
    }
  }
}
