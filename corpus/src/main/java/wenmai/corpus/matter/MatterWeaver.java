package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.corpus.document.DocumentId;

/**
 * Joins candidate steps of one template into matters (串联事项): strongest reason first, and only where
 * nothing speaks against it. The result does not depend on the order in which papers arrived. Pure.
 */
final class MatterWeaver {
  private final Map<DocumentId, List<StaffDecisions.Pair>> together = new HashMap<>();
  private final Map<DocumentId, Set<DocumentId>> apart;

  MatterWeaver(StaffDecisions decisions) {
    decisions
        .together()
        .forEach(pair -> together.computeIfAbsent(pair.first(), id -> new ArrayList<>()).add(pair));
    this.apart = StaffDecisions.partners(decisions.apart());
  }

  /** Bundles of signs of one template, sorted by their first sign. */
  List<Bundle> weave(List<Sign> unsorted) {
    List<Sign> signs = unsorted.stream().sorted(Comparator.comparing(Sign::name)).toList();
    Bundle[] home = new Bundle[signs.size()];
    for (int i = 0; i < home.length; i++) {
      home[i] = new Bundle(i, signs.get(i));
    }
    for (Edge edge : staffEdges(signs)) {
      join(home, edge, true);
    }
    List<List<Integer>> joined =
        new LinkedHashSet<>(List.of(home))
            .stream().map(Bundle::members).filter(it -> it.size() > 1).map(List::copyOf).toList();
    List<Edge> edges = new ArrayList<>(new EdgeFinder(signs, joined).find());
    edges.sort(Edge.strongestFirst());
    for (Edge edge : edges) {
      if (edge.score() >= EdgeScores.LEAST) {
        join(home, edge, false);
      }
    }
    Set<Bundle> bundles = new LinkedHashSet<>(List.of(home));
    List<Bundle> woven = new ArrayList<>();
    for (Bundle bundle : bundles) {
      woven.addAll(bundle.withoutWhatLeadsNowhere());
    }
    return woven;
  }

  private void join(Bundle[] home, Edge edge, boolean commanded) {
    Bundle one = home[edge.one()];
    Bundle two = home[edge.other()];
    if (one == two) {
      one.confirm(edge);
      return;
    }
    boolean may = commanded || one.mayJoin(two, edge);
    if (may && !one.isKeptFrom(two, apart)) {
      one.absorb(two, edge);
      for (int member : two.members()) {
        home[member] = one;
      }
    }
  }

  /** What people joined, where both papers may be steps of this template. */
  private List<Edge> staffEdges(List<Sign> signs) {
    if (together.isEmpty()) {
      return List.of();
    }
    Map<DocumentId, Integer> first = new HashMap<>();
    for (int i = 0; i < signs.size(); i++) {
      int index = i;
      signs.get(i).id().ifPresent(id -> first.putIfAbsent(id, index));
    }
    List<Edge> edges = new ArrayList<>();
    first.keySet().stream()
        .flatMap(id -> together.getOrDefault(id, List.of()).stream())
        .sorted(
            Comparator.comparing(StaffDecisions.Pair::first)
                .thenComparing(StaffDecisions.Pair::second))
        .forEach(pair -> {
          Integer one = first.get(pair.first());
          Integer two = first.get(pair.second());
          if (one != null && two != null) {
            edges.add(
                new Edge(
                    Math.min(one, two),
                    Math.max(one, two),
                    1,
                    Edge.Reason.STAFF,
                    signs.get(two).evidence()));
          }
        });
    return edges;
  }
}
