package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.corpus.search.SearchResult.FacetCount;

/** Puts counts into the lists that are shown (分面列表): most hits first, years newest first. */
final class FacetLists {
  /** Organs and sessions run into thousands; chosen ones are shown in any case. */
  private static final int LONGEST = 200;

  private FacetLists() {}

  static Map<FacetName, List<FacetCount>> of(
      Map<FacetName, Map<String, Long>> counts,
      Map<FacetName, List<String>> chosen,
      RenamedPlaces places) {
    Map<FacetName, List<FacetCount>> lists = new EnumMap<>(FacetName.class);
    for (FacetName facet : FacetName.values()) {
      Map<String, Long> values = counts.getOrDefault(facet, Map.of());
      Set<String> wanted = new HashSet<>(chosen.getOrDefault(facet, List.of()));
      lists.put(facet, list(facet, values, wanted, places));
    }
    return lists;
  }

  private static List<FacetCount> list(
      FacetName facet, Map<String, Long> values, Set<String> chosen, RenamedPlaces places) {
    List<FacetCount> list = new ArrayList<>();
    Map<String, Long> byOwnName = facet == FacetName.REGION ? ownNames(values.keySet()) : Map.of();
    values.forEach((value, count) -> list.add(shown(value, count, byOwnName, places)));
    Comparator<FacetCount> order =
        facet == FacetName.YEAR
            ? Comparator.comparing(FacetCount::value).reversed()
            : Comparator.comparingLong((FacetCount count) -> -count.count())
                .thenComparing(FacetCount::value);
    list.sort(order);
    List<FacetCount> shown = new ArrayList<>(list.subList(0, Math.min(LONGEST, list.size())));
    list.stream().skip(LONGEST).filter(one -> chosen.contains(one.value())).forEach(shown::add);
    return List.copyOf(shown);
  }

  /** A region goes by its own name, and by its path where another has the same name. */
  private static FacetCount shown(
      String value, long count, Map<String, Long> byOwnName, RenamedPlaces places) {
    if (byOwnName.isEmpty()) {
      return new FacetCount(value, value, count);
    }
    String own = ownName(value);
    List<String> path = List.of(value.split("/"));
    // Whoever types a former name asks for the place of today as well; its path means it alone.
    boolean alone = byOwnName.getOrDefault(own, 1L) == 1 && !places.isFormer(own);
    return new FacetCount(alone ? own : value, own, count, path.subList(0, path.size() - 1));
  }

  private static Map<String, Long> ownNames(Set<String> paths) {
    Map<String, Long> names = new HashMap<>();
    paths.forEach(path -> names.merge(ownName(path), 1L, Long::sum));
    return names;
  }

  private static String ownName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
