package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.corpus.engine.EngineQuery.Synonym;
import wenmai.corpus.reading.FormerNames;
import wenmai.corpus.reading.FormerNames.Former;

/**
 * Places under their former and present names (更名、撤并的地方), in queries and in filters: whoever asks
 * for one is also given the other, and told so. Immutable.
 */
final class RenamedPlaces {
  private final FormerNames names;
  private final Map<String, List<Former>> byForm;
  private final int longest;

  RenamedPlaces(FormerNames names) {
    this.names = names;
    Map<String, List<Former>> forms = new HashMap<>();
    for (Former former : names.all()) {
      // 鼓楼区 is the name of several places, and says nothing of one of them.
      if (!names.isShared(former.today().name())) {
        forms.computeIfAbsent(former.name(), form -> new ArrayList<>()).add(former);
        forms.computeIfAbsent(former.today().name(), form -> new ArrayList<>()).add(former);
      }
    }
    this.byForm = Map.copyOf(forms);
    this.longest = forms.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /** Whether this is a name that its place no longer bears. */
  boolean isFormer(String name) {
    return names.named(name).isPresent();
  }

  /**
   * The other names of the places that a run names.
   *
   * @param words the run as it is cut, so that 长沙县 does not name 沙县
   */
  List<Synonym> synonyms(List<String> words) {
    List<Synonym> found = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder form = new StringBuilder();
      for (int to = from; to < words.size() && form.length() <= longest; to++) {
        form.append(words.get(to));
        String typed = form.toString();
        for (Former former : byForm.getOrDefault(typed, List.of())) {
          String other = former.name().equals(typed) ? former.today().name() : former.name();
          found.add(new Synonym(typed, other));
        }
      }
    }
    return found;
  }

  /** The filters with the present place beside each former name. */
  Map<FacetName, List<String>> widened(Map<FacetName, List<String>> filters) {
    List<String> regions = filters.getOrDefault(FacetName.REGION, List.of());
    Set<String> wider = new LinkedHashSet<>(regions);
    regions.forEach(
        typed -> names.named(typed).ifPresent(former -> wider.add(former.today().toString())));
    if (wider.size() == regions.size()) {
      return filters;
    }
    Map<FacetName, List<String>> all = new EnumMap<>(filters);
    all.put(FacetName.REGION, List.copyOf(wider));
    return all;
  }

  /**
   * What the reader is told: the places that took part under another name than was asked for.
   *
   * @param synonyms of the query
   * @param filters as chosen
   */
  List<Former> told(List<Synonym> synonyms, Map<FacetName, List<String>> filters) {
    Set<Former> told = new LinkedHashSet<>();
    for (Synonym synonym : synonyms) {
      byForm.getOrDefault(synonym.of(), List.of()).stream()
          .filter(former ->
              former.name().equals(synonym.instead())
                  || former.today().name().equals(synonym.instead()))
          .forEach(told::add);
    }
    for (String region : filters.getOrDefault(FacetName.REGION, List.of())) {
      names.named(region).ifPresent(told::add);
      told.addAll(names.formerOf(region));
    }
    return List.copyOf(told);
  }
}
