package wenmai.corpus.citation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of {@code config/citation/}: names of laws, cues of relations, what titles end in.
 *
 * @param laws common and full names of national laws, without 中华人民共和国, with the full official title
 * @param cues words around a citation with the relation they show
 * @param lists the other word lists by name
 */
public record CitationWords(
    Map<String, String> laws, List<Cue> cues, Map<String, List<String>> lists) {
  private static final String STATE = "中华人民共和国";

  public CitationWords {
    laws = Map.copyOf(laws);
    cues = List.copyOf(cues);
    lists = Map.copyOf(lists);
  }

  /** On which side of a citation a cue stands. */
  public enum Side {
    BEFORE,
    AFTER
  }

  /** A word that shows a relation. */
  public record Cue(String words, Side side, Relation relation) {}

  /**
   * Reads the folder.
   *
   * @throws UncheckedIOException where a file is missing or a line is not understood
   */
  public static CitationWords read(Path folder) {
    return new CitationWords(
        laws(folder.resolve("law-names.txt")),
        cues(folder.resolve("relation-cues.txt")),
        lists(folder.resolve("words.txt")));
  }

  List<String> list(String name) {
    List<String> words = lists.get(name);
    if (words == null) {
      throw new IllegalArgumentException("words.txt has no section [" + name + "]");
    }
    return words;
  }

  private static Map<String, String> laws(Path file) {
    Map<String, String> laws = new LinkedHashMap<>();
    for (String line : lines(file)) {
      String[] sides = line.split("=", 2);
      String full = sides[0].strip();
      put(laws, full.startsWith(STATE) ? full.substring(STATE.length()) : full, full, file);
      if (sides.length == 2) {
        for (String name : sides[1].strip().split("\\s+", -1)) {
          put(laws, name, full, file);
        }
      }
    }
    return laws;
  }

  private static void put(Map<String, String> laws, String name, String full, Path file) {
    String other = laws.put(name, full);
    if (other != null && !other.equals(full)) {
      throw unreadable(file, name + " stands for " + other + " and for " + full);
    }
  }

  private static List<Cue> cues(Path file) {
    List<Cue> cues = new ArrayList<>();
    for (String line : lines(file)) {
      String[] parts = line.split("\\s+", -1);
      if (parts.length < 3) {
        throw unreadable(file, line);
      }
      Relation relation = Relation.ofKey(parts[0]).orElseThrow(() -> unreadable(file, line));
      Side side =
          switch (parts[1]) {
            case "before" -> Side.BEFORE;
            case "after" -> Side.AFTER;
            default -> throw unreadable(file, line);
          };
      for (int i = 2; i < parts.length; i++) {
        cues.add(new Cue(parts[i], side, relation));
      }
    }
    return cues;
  }

  private static Map<String, List<String>> lists(Path file) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.startsWith("[") && line.endsWith("]")) {
        current = new ArrayList<>();
        lists.put(line.substring(1, line.length() - 1), current);
      } else {
        current.addAll(List.of(line.split("\\s+", -1)));
      }
    }
    lists.replaceAll((name, words) -> List.copyOf(words));
    return lists;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
  }

  private static UncheckedIOException unreadable(Path file, String line) {
    return new UncheckedIOException(
        new IOException("[" + file + "] this line is not understood: " + line));
  }
}
