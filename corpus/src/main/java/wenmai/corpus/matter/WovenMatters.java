package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The matters of one jurisdiction as they were found (已串联事项集), each to be written down. */
public final class WovenMatters {
  private final List<Bundle> bundles;
  private final List<WovenMatter> matters;

  /**
   * @param bundles those too that are a part of another's matter
   */
  WovenMatters(List<Bundle> bundles, List<WovenMatter> matters) {
    this.bundles = List.copyOf(bundles);
    this.matters = List.copyOf(matters);
  }

  public List<WovenMatter> matters() {
    return matters;
  }

  /**
   * What stands beside each of these matters, in their order.
   *
   * @param written all that stand, by id
   */
  public List<Beside> beside(List<MatterGist> written) {
    List<List<String>> former = formerIds(written);
    Mentions mentions = new Mentions(written, bundles);
    Lookalikes lookalikes = new Lookalikes(written);
    List<Beside> out = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      // what papers name comes before what is merely alike
      Map<String, Matter.RelatedMatter> others = new LinkedHashMap<>();
      mentions.of(written.get(i)).forEach(each -> others.putIfAbsent(each.matter(), each));
      lookalikes.of(i).forEach(each -> others.putIfAbsent(each.matter(), each));
      out.add(new Beside(former.get(i), List.copyOf(others.values())));
    }
    return out;
  }

  /** Of the ids a matter would have with another paper as its anchor, those that are no other's. */
  private static List<List<String>> formerIds(List<MatterGist> matters) {
    Map<String, Integer> holders = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (MatterGist matter : matters) {
      taken.add(matter.id());
      matter.formerIds().forEach(id -> holders.merge(id, 1, Integer::sum));
    }
    return matters.stream()
        .map(matter ->
            matter.formerIds().stream()
                .filter(id -> !taken.contains(id) && holders.getOrDefault(id, 0) == 1)
                .sorted()
                .toList())
        .toList();
  }
}
