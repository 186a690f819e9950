package wenmai.web.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.trace.Trace;

/** How many links away each paper of a trace is from the one at hand, which is at 0 (层). */
public record TraceRings(Map<DocumentId, Integer> distances) {
  /** Where a paper stands that no link of the trace leads to. */
  static final int APART = Integer.MAX_VALUE;

  public TraceRings {
    distances = Map.copyOf(distances);
  }

  public static TraceRings around(DocumentId self, Trace trace) {
    Map<DocumentId, List<DocumentId>> neighbours = new HashMap<>();
    for (Trace.Edge edge : trace.edges()) {
      neighbours.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
      neighbours.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
    }
    Map<DocumentId, Integer> distances = new HashMap<>(Map.of(self, 0));
    Deque<DocumentId> next = new ArrayDeque<>(List.of(self));
    while (!next.isEmpty()) {
      DocumentId id = next.remove();
      int further = distances.getOrDefault(id, 0) + 1;
      for (DocumentId neighbour : neighbours.getOrDefault(id, List.of())) {
        if (distances.putIfAbsent(neighbour, further) == null) {
          next.add(neighbour);
        }
      }
    }
    return new TraceRings(distances);
  }

  int of(DocumentId id) {
    return distances.getOrDefault(id, APART);
  }

  /** The same trace, the links nearest to the paper first; else their order stays. */
  public Trace nearestFirst(Trace trace) {
    List<Trace.Edge> edges = new ArrayList<>(trace.edges());
    edges.sort(
        Comparator.comparing((Trace.Edge edge) -> Math.min(of(edge.from()), of(edge.to())))
            .thenComparing(edge -> Math.max(of(edge.from()), of(edge.to()))));
    return new Trace(trace.nodes(), edges);
  }
}
