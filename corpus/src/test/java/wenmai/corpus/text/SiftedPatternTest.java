package wenmai.corpus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiftedPatternTest {
  private static final int TEXTS = 8;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "审议意见[书表]?                     | 审议意见",
        "第[0-9]{1,3}号议案                  | 号议案",
        "`(?:建议|提案)+.{0,4}办?理`         | `建议,提案`",
        "`^(?=.*(?:审议意见|评议意见))[^。]*日内` | `审议意见,评议意见`",
        "`(?<a>人大(?!代表))常委会`          | 常委会",
        "`a\\.b(?:c|d)`                      | a.b",
        "`(?:报告|工作报告|专题报告)$`        | 报告",
      })
  void namesTheWordsThatTellMost(String regex, String words) {
    assertEquals(
        Set.of(words.split(",", -1)), Set.copyOf(SiftedPattern.compile(regex).words()), regex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "审?议?",
        "[审议]+",
        "(?:审议|)意?",
        "(?i)ab",
        "[]ab]cd",
        "\\Qa.b\\E",
        "(a)\\1",
        "(?:甲)?",
        "\\p{IsHan}{2}"
      })
  void namesNoneWhereThereIsNoneOrThePatternIsUnusual(String regex) {
    assertEquals(List.of(), SiftedPattern.compile(regex).words());
  }

  @Test
  void findsWhatThePatternFinds() throws IOException {
    Random random = new Random(29);
    for (String regex : patterns()) {
      SiftedPattern sifted = SiftedPattern.compile(regex);
      List<String> pieces = pieces(regex);
      for (int i = 0; i < TEXTS; i++) {
        String text = text(pieces, random);
        assertEquals(
            sifted.pattern().matcher(text).find(), sifted.isIn(text), regex + " in " + text);
        assertEquals(plain(sifted.pattern(), text), sifted(sifted, text), regex + " in " + text);
      }
    }
  }

  private static List<String> plain(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int at = 0;
    while (at <= text.length() && matcher.find(at)) {
      found.add(matcher.start() + matcher.group());
      at = matcher.end() + (matcher.end() == matcher.start() ? 1 : 0);
    }
    return found;
  }

  private static List<String> sifted(SiftedPattern pattern, String text) {
    List<String> found = new ArrayList<>();
    SiftedPattern.Search search = pattern.in(text);
    for (int at = 0; at <= text.length(); ) {
      MatchResult match = search.from(at).orElse(null);
      if (match == null) {
        break;
      }
      found.add(match.start() + match.group());
      at = match.end() + (match.end() == match.start() ? 1 : 0);
    }
    return found;
  }

  /** Stretches of the pattern itself, so that its words come, in its order and out of it. */
  private static List<String> pieces(String regex) {
    List<String> pieces =
        new ArrayList<>(List.of("。", "的", "12", "，关于", "𠮷", "a", "《某市条例》", "\n"));
    for (String piece : regex.split("[^\\p{IsHan}]+", -1)) {
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private static String text(List<String> pieces, Random random) {
    StringBuilder text = new StringBuilder();
    int from = random.nextInt(pieces.size());
    for (int i = 0; i < 14; i++) {
      int next = random.nextInt(3) > 0 ? (from + i) % pieces.size() : random.nextInt(pieces.size());
      text.append(pieces.get(next));
    }
    return text.toString();
  }

  /** Those of the matters' rules, and some of forms that do not come there. */
  private static List<String> patterns() throws IOException {
    List<String> patterns =
        new ArrayList<>(
            List.of(
                "(?:关于)?.{2,6}?报告(?=书)",
                "(?<=审)议(?:意见){1,2}",
                "[^。]{1,3}意见|\\p{IsHan}{2}评议",
                "(?<!的)(?:条例|办法)$",
                "(?:条例){0}办法",
                "a{2,}b",
                "(?>关于|关)于",
                "条例.",
                "^关于"));
    try (Stream<Path> files = Files.walk(Path.of("../config/matters"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".conf")).sorted().toList()) {
        collect(ConfigFactory.parseFile(file.toFile()).resolve(), patterns);
      }
    }
    return patterns;
  }

  private static void collect(Config config, List<String> patterns) {
    collect(config.root(), patterns);
  }

  private static void collect(ConfigValue value, List<String> patterns) {
    switch (value) {
      case ConfigObject object -> object.values().forEach(each -> collect(each, patterns));
      case ConfigList list -> list.forEach(each -> collect(each, patterns));
      default -> {
        if (value.unwrapped() instanceof String text && compiles(text)) {
          patterns.add(text);
        }
      }
    }
  }

  private static boolean compiles(String regex) {
    try {
      return Pattern.compile(regex) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
