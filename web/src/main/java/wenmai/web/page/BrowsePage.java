package wenmai.web.page;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchResult;
import wenmai.web.api.SearchAnswer;
import wenmai.web.render.Messages;

/** Everything there is, by kind, region, organ … (浏览). */
public record BrowsePage(long total, List<Shelf> shelves) {

  /** One way to divide the collection. */
  public record Shelf(String name, List<SearchPage.FacetRow> values) {}

  public static BrowsePage of(SearchResult everything, Messages messages) {
    var facets = SearchAnswer.facets(everything, messages);
    List<Shelf> shelves = new ArrayList<>();
    for (FacetName facet : FacetName.values()) {
      List<SearchPage.FacetRow> rows =
          facets.getOrDefault(facet.key(), List.of()).stream()
              .map(c ->
                  new SearchPage.FacetRow(
                      c.label(), c.count(), Addresses.search(facet, c.value()), false))
              .toList();
      if (!rows.isEmpty()) {
        shelves.add(new Shelf(messages.get("facet." + facet.key()), rows));
      }
    }
    return new BrowsePage(everything.total(), shelves);
  }
}
