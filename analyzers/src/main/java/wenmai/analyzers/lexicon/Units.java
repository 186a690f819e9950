package wenmai.analyzers.lexicon;

import java.util.HashSet;
import java.util.Set;

/**
 * Measures (量词).
 *
 * @param measures those that follow a number
 * @param ordinals those that follow 第 and a number
 */
record Units(Set<String> measures, Set<String> ordinals) {
  Units {
    measures = Set.copyOf(measures);
    ordinals = Set.copyOf(ordinals);
  }

  static Units of(LexiconFile file) {
    Set<String> measures = new HashSet<>();
    Set<String> ordinals = new HashSet<>();
    for (LexiconFile.Row row : file.rows()) {
      switch (row.cell(1)) {
        case "count" -> measures.add(row.first());
        case "ordinal" -> ordinals.add(row.first());
        case "both" -> {
          measures.add(row.first());
          ordinals.add(row.first());
        }
        default -> throw row.wrong("expected a measure, a tab and count, ordinal or both");
      }
    }
    return new Units(measures, ordinals);
  }
}
