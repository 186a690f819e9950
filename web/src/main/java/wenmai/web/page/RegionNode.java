package wenmai.web.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import wenmai.corpus.search.SearchResult.FacetCount;

/**
 * A region with those within it (地区树), each leading to its papers.
 *
 * @param url that chooses it in place of what encloses it and what lies within it, or lifts it
 * @param open whether what lies within it is shown at first: something there is chosen, or it is
 */
public record RegionNode(
    String label, long count, String url, boolean chosen, boolean open, List<RegionNode> children) {
  public RegionNode {
    children = List.copyOf(children);
  }

  /**
   * The regions as a tree, those with most papers first.
   *
   * @param counts of a region facet
   * @param chosen values of the filter
   * @param address of the same search with these regions chosen
   */
  static List<RegionNode> tree(
      List<FacetCount> counts, List<String> chosen, Function<List<String>, String> address) {
    Map<String, List<FacetCount>> within = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    counts.forEach(count -> known.add(path(count)));
    for (FacetCount count : counts) {
      String above = String.join("/", count.path());
      within.computeIfAbsent(known.contains(above) ? above : "", p -> new ArrayList<>()).add(count);
    }
    return nodes("", within, new Choice(counts, chosen, address));
  }

  private record Choice(
      List<FacetCount> counts, List<String> chosen, Function<List<String>, String> address) {

    boolean has(FacetCount count) {
      return chosen.contains(count.value())
          || chosen.contains(count.label())
          || chosen.contains(path(count));
    }

    /** Chosen regions are read as <em>or</em>: one within another adds nothing to it. */
    String toggled(FacetCount count) {
      List<String> next = new ArrayList<>();
      for (String value : chosen) {
        boolean related =
            counts.stream()
                .filter(other -> other.value().equals(value) || other.label().equals(value))
                .anyMatch(other -> related(path(other), path(count)));
        if (!related) {
          next.add(value);
        }
      }
      if (!has(count)) {
        next.add(count.value());
      }
      return address.apply(next);
    }

    private static boolean related(String one, String other) {
      return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }
  }

  private static String path(FacetCount count) {
    List<String> path = new ArrayList<>(count.path());
    path.add(count.value().substring(count.value().lastIndexOf('/') + 1));
    return String.join("/", path);
  }

  private static List<RegionNode> nodes(
      String above, Map<String, List<FacetCount>> within, Choice choice) {
    return within.getOrDefault(above, List.of()).stream()
        .map(count -> {
          List<RegionNode> children = nodes(path(count), within, choice);
          boolean here = choice.has(count);
          boolean below = children.stream().anyMatch(child -> child.chosen() || child.open());
          return new RegionNode(
              count.label(), count.count(), choice.toggled(count), here, here || below, children);
        })
        .toList();
  }
}
