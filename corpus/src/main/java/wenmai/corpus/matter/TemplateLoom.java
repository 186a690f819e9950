package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.document.DocumentId;

/**
 * The bundles of one template (一类事项的串联), woven again only where something that hangs together with
 * them has changed. For one thread.
 */
final class TemplateLoom {
  private final SignNet net = new SignNet();

  /** For each sign all that hung together with it when it was last woven. */
  private final Map<String, Set<String>> hanging = new HashMap<>();

  private final Map<String, Bundle> bundles = new HashMap<>();

  /** Bundles that are there no longer, and those that are new. */
  record Change(Collection<Bundle> gone, List<Bundle> come) {}

  /**
   * @param signs of this template
   * @param decided papers about which people have decided something else since
   * @param together whom people joined with whom
   */
  Change change(
      SignChange signs,
      Collection<DocumentId> decided,
      StaffDecisions decisions,
      Map<DocumentId, Set<DocumentId>> together) {
    Set<String> some = new TreeSet<>();
    Set<Set<String>> added = Collections.newSetFromMap(new IdentityHashMap<>()); // many share one
    for (Sign sign : signs.gone()) {
      addHanging(sign.name(), some, added);
      net.remove(sign);
    }
    for (Sign sign : signs.come()) {
      net.add(sign);
      some.add(sign.name());
    }
    for (DocumentId document : decided) {
      for (String name : net.of(document)) {
        some.add(name);
        addHanging(name, some, added);
      }
    }
    return weave(signs, some, decisions, together);
  }

  private void addHanging(String name, Set<String> some, Set<Set<String>> added) {
    Set<String> together = hanging.getOrDefault(name, Set.of());
    if (added.add(together)) {
      some.addAll(together);
    }
  }

  private Change weave(
      SignChange signs,
      Collection<String> some,
      StaffDecisions decisions,
      Map<DocumentId, Set<DocumentId>> together) {
    Collection<Sign> concerned = List.copyOf(net.hangingTogether(some, together));
    Set<Bundle> gone = new HashSet<>();
    signs.gone().forEach(sign -> takeOut(sign.name(), gone));
    concerned.forEach(sign -> takeOut(sign.name(), gone));
    List<Bundle> come = new ArrayList<>();
    MatterWeaver weaver = new MatterWeaver(decisions);
    Set<String> left = new TreeSet<>();
    concerned.forEach(sign -> left.add(sign.name()));
    while (!left.isEmpty()) {
      Collection<Sign> one = net.hangingTogether(List.of(left.iterator().next()), together);
      Set<String> names = new TreeSet<>();
      one.forEach(sign -> names.add(sign.name()));
      left.removeAll(names);
      names.forEach(name -> hanging.put(name, names));
      for (Bundle bundle : weaver.weave(List.copyOf(one))) {
        bundle.signs().forEach(sign -> bundles.put(sign.name(), bundle));
        come.add(bundle);
      }
    }
    return new Change(gone, come);
  }

  private void takeOut(String name, Set<Bundle> gone) {
    Bundle bundle = bundles.remove(name);
    if (bundle != null) {
      gone.add(Objects.requireNonNull(bundle));
    }
    if (!net.holds(name)) {
      hanging.remove(name);
    }
  }
}
