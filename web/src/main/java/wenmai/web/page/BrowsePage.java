package wenmai.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchResult;
import wenmai.web.render.Messages;

/**
 * Everything there is, by kind, region, organ … (浏览).
 *
 * @param name of the one facet that is shown whole, or empty
 */
public record BrowsePage(long total, String name, List<Shelf> shelves) {
  private static final int SHOWN_VALUES = 10;

  /**
   * One way to divide the collection.
   *
   * @param more how many values are not shown
   */
  public record Shelf(String key, String name, List<FacetBox.Value> values, int more, String url) {}

  /** The first values of every facet. */
  static BrowsePage of(SearchResult everything, Messages messages) {
    List<Shelf> shelves = new ArrayList<>();
    for (FacetName facet : FacetName.values()) {
      shelf(facet, everything, SHOWN_VALUES, messages).ifPresent(shelves::add);
    }
    return new BrowsePage(everything.total(), "", shelves);
  }

  /** All values of one facet. */
  static BrowsePage of(SearchResult everything, FacetName facet, Messages messages) {
    return new BrowsePage(
        everything.total(),
        messages.get("facet." + facet.key()),
        shelf(facet, everything, Integer.MAX_VALUE, messages).stream().toList());
  }

  private static Optional<Shelf> shelf(
      FacetName facet, SearchResult everything, int most, Messages messages) {
    List<FacetBox.Value> values = FacetBox.shelf(facet, everything, messages);
    int shown = Math.min(most, values.size());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Shelf(
                facet.key(),
                messages.get("facet." + facet.key()),
                values.subList(0, shown),
                values.size() - shown,
                "/browse/" + facet.key()));
  }
}
