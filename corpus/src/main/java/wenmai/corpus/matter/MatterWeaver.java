package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins candidate steps of one template into matters (串联事项): strongest reason first, and only where
 * nothing speaks against it. The result does not depend on the order in which papers arrived. Pure.
 */
final class MatterWeaver {
  private final StaffDecisions decisions;

  MatterWeaver(StaffDecisions decisions) {
    this.decisions = decisions;
  }

  /** Bundles of signs of one template, sorted by their first sign. */
  List<Bundle> weave(List<Sign> unsorted) {
    List<Sign> signs = unsorted.stream().sorted(Comparator.comparing(Sign::name)).toList();
    List<Edge> edges = new ArrayList<>(new EdgeFinder(signs).find());
    Bundle[] home = new Bundle[signs.size()];
    for (int i = 0; i < home.length; i++) {
      home[i] = new Bundle(i, signs.get(i));
    }
    for (Edge edge : staffEdges(signs)) {
      join(home, edge, true);
    }
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
    if (may && !one.isKeptFrom(two, decisions)) {
      one.absorb(two, edge);
      for (int member : two.members()) {
        home[member] = one;
      }
    }
  }

  /** What people joined, where both papers may be steps of this template. */
  private List<Edge> staffEdges(List<Sign> signs) {
    List<Edge> edges = new ArrayList<>();
    decisions.together().stream()
        .sorted(
            Comparator.comparing(StaffDecisions.Pair::first)
                .thenComparing(StaffDecisions.Pair::second))
        .forEach(pair -> {
          Optional<Integer> first = indexOf(signs, pair.first());
          Optional<Integer> second = indexOf(signs, pair.second());
          if (first.isPresent() && second.isPresent()) {
            edges.add(
                new Edge(
                    Math.min(first.get(), second.get()),
                    Math.max(first.get(), second.get()),
                    1,
                    Edge.Reason.STAFF,
                    signs.get(second.get()).evidence()));
          }
        });
    return edges;
  }

  private static Optional<Integer> indexOf(List<Sign> signs, wenmai.corpus.document.DocumentId id) {
    for (int i = 0; i < signs.size(); i++) {
      if (signs.get(i).id().filter(id::equals).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
