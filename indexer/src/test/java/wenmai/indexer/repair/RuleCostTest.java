package wenmai.indexer.repair;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.indexer.TestSettings;
import wenmai.indexer.extract.RuleLines;

/**
 * No line made of the words of a rule costs it much: the site's own process looks at lines that
 * strangers wrote. What is counted is how often a sign is looked at, not time.
 */
class RuleCostTest {
  /** Rules for whole lines never see a longer one. */
  private static final int LINE = 320;

  private static final long LOOKS_AT_A_LINE = 1_500_000;

  private static final int LONG = 4_000;

  private static final long LOOKS_AT_A_SIGN = 600;

  private static final int WORDS = 30;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "line",
        "messaging",
        "head",
        "tail-strong",
        "tail-weak",
        "recommended",
        "recommended-or-own",
        "stop",
        "byline",
        "credits",
        "app-credits"
      })
  void aWholeLineIsJudgedAtABoundedCost(String section) {
    for (String rule : rules(section)) {
      check(rule, LINE, LOOKS_AT_A_LINE, Matcher::matches);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inline", "entry-junk", "web-entry", "said", "no-title"})
  void aLongLineIsSearchedInOneGo(String section) {
    for (String rule : rules(section)) {
      check(
          rule,
          LONG,
          LONG * LOOKS_AT_A_SIGN,
          matcher -> {
            boolean found = false;
            while (matcher.find()) {
              found = true;
            }
            return found;
          });
    }
  }

  private static List<String> rules(String section) {
    return RuleLines.read(TestSettings.config().resolve("repair/boilerplate.txt")).section(section);
  }

  private static void check(String rule, int length, long most, Predicate<Matcher> search) {
    Pattern pattern = Pattern.compile(rule);
    for (String line : lines(rule, length)) {
      Counted counted = new Counted(line, most);
      boolean ended = true;
      try {
        search.test(pattern.matcher(counted));
      } catch (TooOften e) {
        ended = false;
      }
      assertTrue(ended, () -> line.substring(0, 40) + "… costs too much: " + rule);
    }
  }

  /** Of each word of the rule over and over, alone and with another, and a sign that never fits. */
  private static List<String> lines(String rule, int length) {
    List<String> words = new ArrayList<>(List.of("1", " ", "文", ":", "(", "【", "|", "/", ","));
    Arrays.stream(rule.split("[\\[\\](){}|?*+.^$\\\\<>=!0-9]+"))
        .filter(word -> !word.isEmpty() && word.length() <= 8)
        .distinct()
        .limit(WORDS)
        .forEach(words::add);
    List<String> lines = new ArrayList<>();
    for (String word : words) {
      lines.add(over(word, length));
      for (String other : words.subList(0, Math.min(words.size(), WORDS / 2))) {
        lines.add(over(other + word, length));
        lines.add(other + over(word, length));
      }
    }
    return lines;
  }

  private static String over(String word, int length) {
    return word.repeat(length / word.length() - 8) + "\u0001";
  }

  /** A search that looked too often. */
  private static final class TooOften extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooOften() {
      super("", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long left;

    Counted(String text, long most) {
      this.text = text;
      this.left = most;
    }

    @Override
    public char charAt(int index) {
      if (left-- <= 0) {
        throw new TooOften();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
