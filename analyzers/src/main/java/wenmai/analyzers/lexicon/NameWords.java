package wenmai.analyzers.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What names of places, of the organs that sit there and of persons are built of (名称用字).
 *
 * @param levels words for a level of government (区)
 * @param suffixes last characters of places' names
 * @param seats ends of organs' names that take a place or a level before them
 * @param never characters that stand in no name
 * @param listSigns what parts the members of a list
 * @param wholes characters before a level that make it another word (全市)
 * @param surnames family names
 */
public record NameWords(
    Set<String> levels,
    Set<String> suffixes,
    Set<String> seats,
    Set<String> never,
    Set<String> listSigns,
    Set<String> wholes,
    Set<String> surnames) {

  private static final List<String> KEYS =
      List.of("level", "suffix", "seat", "never", "list", "whole", "surname");

  public NameWords {
    levels = Set.copyOf(levels);
    suffixes = Set.copyOf(suffixes);
    seats = Set.copyOf(seats);
    never = Set.copyOf(never);
    listSigns = Set.copyOf(listSigns);
    wholes = Set.copyOf(wholes);
    surnames = Set.copyOf(surnames);
  }

  static NameWords of(LexiconFile file) {
    Map<String, Set<String>> rows = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      if (!KEYS.contains(row.first())) {
        throw row.wrong("the key is none of " + String.join(", ", KEYS));
      }
      rows.put(row.first(), new HashSet<>(List.of(row.cell(1).split(" "))));
    }
    return new NameWords(
        rows.getOrDefault("level", Set.of()),
        rows.getOrDefault("suffix", Set.of()),
        rows.getOrDefault("seat", Set.of()),
        rows.getOrDefault("never", Set.of()),
        rows.getOrDefault("list", Set.of()),
        rows.getOrDefault("whole", Set.of()),
        rows.getOrDefault("surname", Set.of()));
  }

  /** Whether an organ's name takes a place or a level before it. */
  public boolean isSeat(String organ) {
    return seats.stream().anyMatch(organ::endsWith);
  }
}
