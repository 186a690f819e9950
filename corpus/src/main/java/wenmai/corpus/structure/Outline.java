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

  /**
   * The unit at this address, such as {@code 12} or {@code 12.2}. An item is found with or without
   * its paragraph where only one paragraph has such an item; the first paragraph of an article that
   * has no other is the article.
   */
  public Optional<Division> at(String article) {
    return exactly(article).or(() -> Provision.parse(article).flatMap(this::nearly));
  }

  private Optional<Division> exactly(String article) {
    return divisions.stream()
        .filter(division -> division.article().filter(article::equals).isPresent())
        .findFirst();
  }

  private Optional<Division> nearly(Provision provision) {
    Provision.Point wanted = provision.ranges().getFirst().first();
    String head = new Provision.Point(wanted.article(), wanted.inserted(), 0, 0).toString();
    if (provision.ranges().size() > 1) {
      return Optional.empty();
    }
    if (wanted.item() == 0) {
      boolean whole = wanted.paragraph() == 1 && exactly(head + ".2").isEmpty();
      return whole ? exactly(head) : Optional.empty();
    }
    String item = "." + wanted.item();
    List<Division> items =
        divisions.stream()
            .filter(division -> division.level() == Level.ITEM)
            .filter(division ->
                division
                    .article()
                    .filter(address -> address.startsWith(head + ".") && address.endsWith(item))
                    .isPresent())
            .toList();
    boolean fits = wanted.paragraph() == 0 || exactly(head + "." + wanted.paragraph()).isEmpty();
    return items.size() == 1 && fits ? Optional.of(items.getFirst()) : Optional.empty();
  }
}
