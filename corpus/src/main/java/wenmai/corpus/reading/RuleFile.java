package wenmai.corpus.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A file of rules (规则文件): UTF-8, one entry a line, {@code #} begins a line of explanation, columns
 * are separated by tabs.
 */
final class RuleFile {
  private final Path path;
  private final List<String> lines;
  private final List<Integer> numbers;

  private RuleFile(Path path, List<String> lines, List<Integer> numbers) {
    this.path = path;
    this.lines = lines;
    this.numbers = numbers;
  }

  static RuleFile read(Path path) {
    List<String> lines = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(path)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
          numbers.add(number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + path + "] cannot be read as rules in UTF-8", e);
    }
    return new RuleFile(path, lines, numbers);
  }

  List<String> lines() {
    return lines;
  }

  /** The entries, each with so many columns. */
  List<List<String>> rows(int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> row = List.of(lines.get(i).split("\t", -1));
      if (row.size() != columns) {
        throw problem(i, "has " + row.size() + " columns instead of " + columns, null);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The entries as patterns. */
  List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      patterns.add(pattern(i, lines.get(i)));
    }
    return patterns;
  }

  Pattern pattern(int row, String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw problem(row, "is no pattern (" + e.getDescription() + ")", e);
    }
  }

  IllegalArgumentException problem(
      int row, String what, @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        "[" + path + "] line " + numbers.get(row) + " " + what + ": " + lines.get(row), cause);
  }
}
