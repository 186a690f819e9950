package wenmai.corpus.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.corpus.document.Kind;

/** What people call the kinds of papers (文种名称), read from {@code config/search/kinds.tsv}. */
final class KindNames {
  private final Map<String, Set<Kind>> byName;
  private final Map<Kind, String> labels;

  private KindNames(Map<String, Set<Kind>> byName, Map<Kind, String> labels) {
    this.byName = Map.copyOf(byName);
    this.labels = Map.copyOf(labels);
  }

  /**
   * Reads lines of {@code key<TAB>label<TAB>other names with spaces between}.
   *
   * @throws IllegalArgumentException where a line is not understood or a kind is missing
   */
  static KindNames load(Path file) {
    try {
      return of(Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] the names of kinds cannot be read", e);
    }
  }

  static KindNames of(List<String> lines) {
    Map<String, Set<Kind>> byName = new HashMap<>();
    Map<Kind, String> labels = new EnumMap<>(Kind.class);
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        add(line, byName, labels);
      }
    }
    for (Kind kind : Kind.values()) {
      if (!labels.containsKey(kind)) {
        throw new IllegalArgumentException("no name for the kind " + kind.key());
      }
    }
    return new KindNames(byName, labels);
  }

  private static void add(String line, Map<String, Set<Kind>> byName, Map<Kind, String> labels) {
    String[] cells = line.split("\t", -1);
    Kind kind =
        Kind.ofKey(cells[0])
            .filter(known -> cells.length >= 2)
            .orElseThrow(() -> new IllegalArgumentException("not a kind and its name: " + line));
    labels.put(kind, cells[1]);
    name(byName, cells[0], kind);
    name(byName, cells[1], kind);
    if (cells.length > 2) {
      for (String other : cells[2].strip().split(" ", -1)) {
        name(byName, other, kind);
      }
    }
  }

  private static void name(Map<String, Set<Kind>> byName, String name, Kind kind) {
    if (!name.isEmpty()) {
      byName.computeIfAbsent(name, unknown -> EnumSet.noneOf(Kind.class)).add(kind);
    }
  }

  /** The kinds of this folded name; none where it is no kind's. */
  Set<Kind> named(String folded) {
    return byName.getOrDefault(folded, Set.of());
  }

  String label(Kind kind) {
    return labels.getOrDefault(kind, kind.key());
  }
}
