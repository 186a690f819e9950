package wenmai.corpus.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.engine.EngineQuery.Synonym;

/**
 * What the law calls the things that people ask about (俗语与法言), read from {@code
 * config/search/plain-words.tsv}: who asks about the boss is answered where the employer stands.
 * Immutable.
 */
final class LegalTerms {
  private static final Pattern BLANK = Pattern.compile(" +");

  /** By everyday word: the words of the law. */
  private final Map<String, List<String>> byEverydayWord;

  private LegalTerms(Map<String, List<String>> byEverydayWord) {
    this.byEverydayWord = byEverydayWord;
  }

  /**
   * Reads lines of everyday words with blanks between, a tab, words of the law with blanks between.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static LegalTerms load(Path file) {
    Map<String, List<String>> read = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(line, file, read);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
    return new LegalTerms(read);
  }

  private static void add(String line, Path file, Map<String, List<String>> read) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 2 || cells[0].isBlank() || cells[1].isBlank()) {
      throw new IllegalArgumentException(
          "[" + file + "] expected everyday words, a tab, words of the law: " + line);
    }
    List<String> legal = BLANK.splitAsStream(cells[1].strip()).toList();
    for (String word : BLANK.split(cells[0].strip())) {
      if (word.length() < 2) {
        throw new IllegalArgumentException(
            "[" + file + "] a single character stands in too many words: " + line);
      }
      read.merge(word, legal, (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
  }

  /**
   * What the law says for the everyday words of a question, as far as the question does not say so
   * itself; each once. A word within a longer everyday word is not meant.
   *
   * @param folded the question, folded
   */
  List<Synonym> in(String folded) {
    List<String> typed = byEverydayWord.keySet().stream().filter(folded::contains).toList();
    Map<String, Synonym> found = new LinkedHashMap<>();
    for (String word : typed) {
      if (typed.stream().noneMatch(other -> !other.equals(word) && other.contains(word))) {
        for (String legal : byEverydayWord.getOrDefault(word, List.of())) {
          if (!folded.contains(legal)) {
            found.putIfAbsent(legal, new Synonym(word, legal));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }
}
