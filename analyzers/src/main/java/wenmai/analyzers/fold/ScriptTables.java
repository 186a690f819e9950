package wenmai.analyzers.fold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The tables of scripts in HanLP's jar (繁简、台湾与香港字形), single characters only: its tables of words
 * would change vocabulary, which folding must not.
 */
public final class ScriptTables {
  private static final String FOLDER = "/data/dictionary/tc/";

  private ScriptTables() {}

  /**
   * Code point → the code point that stands for it in simplified script, for traditional characters
   * and their Taiwan and Hong Kong forms.
   */
  public static Map<Integer, Integer> toSimplified() {
    Map<Integer, Integer> simplified = read("t2s.txt");
    Map<Integer, Integer> all = new HashMap<>();
    addForms(all, simplified, read("t2hk.txt"));
    addForms(all, simplified, read("t2tw.txt"));
    all.putAll(simplified);
    all.entrySet().removeIf(pair -> pair.getKey().equals(pair.getValue()));
    return all;
  }

  /** A regional form stands for what its traditional character stands for. */
  private static void addForms(
      Map<Integer, Integer> all, Map<Integer, Integer> simplified, Map<Integer, Integer> regional) {
    regional.forEach((traditional, form) -> {
      if (!simplified.containsKey(form)) {
        all.put(form, simplified.getOrDefault(traditional, traditional));
      }
    });
  }

  private static Map<Integer, Integer> read(String table) {
    Map<Integer, Integer> pairs = new HashMap<>();
    try (InputStream in = ScriptTables.class.getResourceAsStream(FOLDER + table)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + FOLDER + table + " (HanLP's jar has it)");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .forEach(line -> addPair(pairs, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  private static void addPair(Map<Integer, Integer> pairs, String line) {
    int equals = line.indexOf('=');
    // The tables also turn 「 into “, which is another sign, not another script.
    if (equals > 0
        && line.codePointCount(0, equals) == 1
        && Character.isIdeographic(line.codePointAt(0))) {
      String to = line.substring(equals + 1).strip();
      if (to.codePointCount(0, to.length()) == 1) {
        pairs.put(line.codePointAt(0), to.codePointAt(0));
      }
    }
  }
}
