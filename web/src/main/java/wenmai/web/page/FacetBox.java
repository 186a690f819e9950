package wenmai.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchResult;
import wenmai.web.api.SearchAnswer;
import wenmai.web.render.Messages;

/**
 * A facet with its values (分面); all but the first few are folded away.
 *
 * @param key the contract's name of it
 * @param tree of regions, those within others below them; empty for all other facets
 * @param open whether it is unfolded at first
 */
public record FacetBox(
    String key,
    String name,
    List<Value> shown,
    List<Value> folded,
    List<RegionNode> tree,
    boolean open) {
  private static final int SHOWN_VALUES = 8;
  private static final int OPEN_BOXES = 4;

  /** Of a flat facet. */
  FacetBox(String key, String name, List<Value> shown, List<Value> folded, boolean open) {
    this(key, name, shown, folded, List.of(), open);
  }

  /** One value with the number of papers that have it. */
  public record Value(String label, long count, String url, boolean chosen) {}

  /** The facets of an answer, with addresses that choose a value or lift it. */
  static List<FacetBox> of(SearchRequest request, SearchResult result, Messages messages) {
    List<FacetBox> boxes = new ArrayList<>();
    for (FacetName facet : FacetName.values()) {
      if (facet == FacetName.REGION) {
        regions(request, result, messages).ifPresent(boxes::add);
        continue;
      }
      List<String> chosen = request.filters().getOrDefault(facet, List.of());
      List<Value> values =
          values(
              facet,
              result,
              messages,
              value -> Addresses.search(Requests.toggled(request, facet, value)),
              chosen);
      if (!values.isEmpty()) {
        int shown = Math.max(SHOWN_VALUES, chosenReach(values));
        shown = Math.min(shown, values.size());
        boxes.add(
            new FacetBox(
                facet.key(),
                messages.get("facet." + facet.key()),
                values.subList(0, shown),
                values.subList(shown, values.size()),
                !chosen.isEmpty() || boxes.size() < OPEN_BOXES));
      }
    }
    return boxes;
  }

  private static Optional<FacetBox> regions(
      SearchRequest request, SearchResult result, Messages messages) {
    List<RegionNode> tree =
        RegionNode.tree(
            result.facets().getOrDefault(FacetName.REGION, List.of()),
            request.filters().getOrDefault(FacetName.REGION, List.of()),
            chosen -> Addresses.search(Requests.withValues(request, FacetName.REGION, chosen)));
    return tree.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FacetBox(
                FacetName.REGION.key(),
                messages.get("facet.region"),
                List.of(),
                List.of(),
                tree,
                true));
  }

  /** The values of one facet of everything there is, each leading to its papers. */
  static List<Value> shelf(FacetName facet, SearchResult result, Messages messages) {
    return values(facet, result, messages, v -> Addresses.search(facet, v), List.of());
  }

  private static List<Value> values(
      FacetName facet,
      SearchResult result,
      Messages messages,
      Function<String, String> address,
      List<String> chosen) {
    Map<String, List<SearchResult.FacetCount>> facets = SearchAnswer.facets(result, messages);
    return facets.getOrDefault(facet.key(), List.of()).stream()
        .map(count ->
            new Value(
                count.label(),
                count.count(),
                address.apply(count.value()),
                chosen.contains(count.value())))
        .toList();
  }

  /** What is chosen is always seen. */
  private static int chosenReach(List<Value> values) {
    for (int i = values.size() - 1; i >= 0; i--) {
      if (values.get(i).chosen()) {
        return i + 1;
      }
    }
    return 0;
  }
}
