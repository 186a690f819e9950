package wenmai.corpus.structure;

import java.util.List;
import java.util.Optional;

/**
 * The units of a text in their order; a unit that holds others comes before them and spans them.
 */
public record Outline(List<Division> divisions) {
  public Outline {
    divisions = List.copyOf(divisions);
  }

  public static Outline none() {
    return new Outline(List.of());
  }

  /** The unit at this address, such as {@code 12} or {@code 12.2}. */
  public Optional<Division> at(String article) {
    return divisions.stream()
        .filter(division -> division.article().filter(article::equals).isPresent())
        .findFirst();
  }
}
