package wenmai.corpus.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wenmai.corpus.document.Region;

/**
 * Places that were renamed, raised in rank or merged (更名、撤并), from {@code config/gazetteer}: what a
 * former name is today, and which former names a place of today has. Immutable.
 */
public final class FormerNames {
  private final Map<String, Former> byPath;
  private final Map<String, Former> byName;
  private final Map<String, List<Former>> byToday;
  private final Set<String> namesakes;

  /**
   * A name that a place no longer bears.
   *
   * @param today the place that it is, or is part of
   * @param year in which it changed
   */
  public record Former(String name, Region today, int year) {}

  private FormerNames(
      Map<String, Former> byPath,
      Map<String, Former> byName,
      Map<String, List<Former>> byToday,
      Set<String> namesakes) {
    this.byPath = byPath;
    this.byName = byName;
    this.byToday = byToday;
    this.namesakes = namesakes;
  }

  /**
   * @param config the folder {@code config/}
   * @throws IllegalArgumentException if an entry cannot be understood
   */
  public static FormerNames load(Path config) {
    return of(
        RuleFile.read(config.resolve("gazetteer/regions.tsv")),
        RuleFile.read(config.resolve("gazetteer/renamed.tsv")));
  }

  static FormerNames of(RuleFile regions, RuleFile renamed) {
    Map<String, Long> codes =
        regions.rows(2).stream()
            .collect(Collectors.groupingBy(row -> row.get(1), Collectors.counting()));
    Map<String, Former> byPath = new HashMap<>();
    Map<String, List<Former>> byName = new HashMap<>();
    Map<String, List<Former>> byToday = new TreeMap<>();
    List<List<String>> rows = renamed.rows(3);
    for (int i = 0; i < rows.size(); i++) {
      Former former = former(renamed, i, rows.get(i));
      byPath.put(above(former.today()) + former.name(), former);
      byName.computeIfAbsent(former.name(), name -> new ArrayList<>()).add(former);
      byToday.computeIfAbsent(former.today().toString(), path -> new ArrayList<>()).add(former);
    }
    Map<String, Former> certain = new HashMap<>();
    byName.forEach((name, known) -> {
      // The gazetteer still lists what was changed since 2021, once.
      boolean other = codes.getOrDefault(name, 0L) > (known.size() == 1 ? 1 : 0);
      if (known.size() == 1 && !other) {
        certain.put(name, known.getFirst());
      }
    });
    return new FormerNames(
        Map.copyOf(byPath),
        Map.copyOf(certain),
        byToday,
        codes.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Former former(RuleFile file, int row, List<String> cells) {
    try {
      return new Former(cells.get(0), Region.parse(cells.get(1)), Integer.parseInt(cells.get(2)));
    } catch (NumberFormatException e) {
      throw file.problem(row, "has no year", e);
    }
  }

  private static String above(Region today) {
    String path = today.toString();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** What a region of a former name is today; empty where it still bears its name. */
  public Optional<Former> of(Region region) {
    return Optional.ofNullable(byPath.get(region.toString()));
  }

  /** The same for a name, or a path, as people type it; a name that several places bear is none. */
  public Optional<Former> named(String typed) {
    return Optional.ofNullable(byPath.get(typed)).or(() -> Optional.ofNullable(byName.get(typed)));
  }

  /**
   * Former names of a place of today, by its path or by a name that no other place bears; those
   * that are now part of it among them.
   */
  public List<Former> formerOf(String typed) {
    if (typed.indexOf('/') >= 0) {
      return byToday.getOrDefault(typed, List.of());
    }
    return namesakes.contains(typed)
        ? List.of()
        : byToday.values().stream()
            .filter(known -> known.getFirst().today().name().equals(typed))
            .findFirst()
            .orElse(List.of());
  }

  /** Every former name that means one place alone, with what it is today. */
  public List<Former> all() {
    return byToday.values().stream()
        .flatMap(List::stream)
        .filter(former -> byName.containsKey(former.name()))
        .toList();
  }

  /** Whether several places bear this name today. */
  public boolean isShared(String name) {
    return namesakes.contains(name);
  }
}
