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
   * @param tree of regions, where they are shown whole
   * @param more how many values are not shown
   * @param deeper whether the values have others within them, shown on a page of their own
   */
  public record Shelf(
      String key,
      String name,
      List<FacetBox.Value> values,
      List<RegionNode> tree,
      int more,
      String url,
      boolean deeper) {}

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
    if (facet == FacetName.REGION) {
      return regions(everything, most, messages);
    }
    List<FacetBox.Value> values = FacetBox.shelf(facet, everything, messages);
    return shelf(facet, values, List.of(), most, messages);
  }

  /** The highest regions, and where all are shown, those within them. */
  private static Optional<Shelf> regions(SearchResult everything, int most, Messages messages) {
    List<RegionNode> tree =
        RegionNode.tree(
            everything.facets().getOrDefault(FacetName.REGION, List.of()),
            List.of(),
            chosen -> Addresses.search(FacetName.REGION, chosen.getFirst()));
    List<FacetBox.Value> values =
        tree.stream()
            .map(node -> new FacetBox.Value(node.label(), node.count(), node.url(), false))
            .toList();
    List<RegionNode> shown = most == Integer.MAX_VALUE ? tree : List.of();
    return shelf(FacetName.REGION, values, shown, most, messages);
  }

  private static Optional<Shelf> shelf(
      FacetName facet,
      List<FacetBox.Value> values,
      List<RegionNode> tree,
      int most,
      Messages messages) {
    int shown = Math.min(most, values.size());
    boolean whole = facet == FacetName.REGION && most != Integer.MAX_VALUE;
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Shelf(
                facet.key(),
                messages.get("facet." + facet.key()),
                values.subList(0, shown),
                tree,
                values.size() - shown,
                "/browse/" + facet.key(),
                whole));
  }
}
