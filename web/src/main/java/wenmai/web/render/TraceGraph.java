package wenmai.web.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

/**
 * What is drawn of a trace (溯源图的内容): the papers nearest to the one at hand, and one arrow between
 * two papers however many links there are. Two traces that look alike are equal.
 */
public record TraceGraph(List<Box> boxes, List<Arrow> arrows) {
  /** A drawing of more could not be read. */
  static final int MOST_BOXES = 60;

  private static final int MOST_NAMES = 2;

  /**
   * A paper.
   *
   * @param self whether it is the one at hand
   */
  public record Box(DocumentId id, String title, String note, boolean self) {}

  /**
   * An arrow from one box to another, both by their place in the list.
   *
   * @param href where the first of its links stands in the list below the drawing
   * @param kind the first link's type, which decides the colour
   */
  public record Arrow(int from, int to, String href, String kind, String label) {}

  private record Pair(int from, int to) {}

  private record Bundle(int first, Set<EdgeType> types, int count) {
    Bundle and(Bundle other) {
      Set<EdgeType> all = new LinkedHashSet<>(types);
      all.addAll(other.types);
      return new Bundle(first, all, count + other.count);
    }
  }

  /**
   * How papers and links are shown.
   *
   * @param title of a paper
   * @param href of a link by its number, from 1
   */
  public record Naming(Function<DocumentSummary, String> title, IntFunction<String> href) {}

  static TraceGraph of(DocumentId self, Trace trace, Naming naming, Messages messages) {
    List<Box> boxes = new ArrayList<>();
    Map<DocumentId, Integer> places = new HashMap<>();
    for (DocumentSummary node : nearest(self, trace)) {
      places.put(node.id(), boxes.size());
      String date = node.date().map(day -> " " + day).orElse("");
      boxes.add(
          new Box(
              node.id(),
              naming.title().apply(node),
              messages.label("kind", node.kind().key()) + date,
              node.id().equals(self)));
    }
    List<Arrow> arrows = new ArrayList<>();
    bundles(trace, places)
        .forEach((pair, bundle) ->
            arrows.add(
                new Arrow(
                    pair.from(),
                    pair.to(),
                    naming.href().apply(bundle.first()),
                    bundle.types().iterator().next().key(),
                    label(bundle, messages))));
    return new TraceGraph(boxes, arrows);
  }

  /** The papers that are drawn: by how many steps away they are, then by day and id. */
  public static List<DocumentSummary> nearest(DocumentId self, Trace trace) {
    Map<DocumentId, Integer> distances = distances(self, trace);
    return trace.nodes().stream()
        .sorted(
            Comparator.comparing(
                    (DocumentSummary node) -> distances.getOrDefault(node.id(), Integer.MAX_VALUE))
                .thenComparing(node -> node.date().map(Object::toString).orElse("9999"))
                .thenComparing(DocumentSummary::id))
        .limit(MOST_BOXES)
        .toList();
  }

  private static Map<DocumentId, Integer> distances(DocumentId self, Trace trace) {
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
    return distances;
  }

  private static Map<Pair, Bundle> bundles(Trace trace, Map<DocumentId, Integer> places) {
    Map<Pair, Bundle> bundles = new LinkedHashMap<>();
    for (int i = 0; i < trace.edges().size(); i++) {
      Trace.Edge edge = trace.edges().get(i);
      Integer from = places.get(edge.from());
      Integer to = places.get(edge.to());
      if (from != null && to != null && !from.equals(to)) {
        bundles.merge(new Pair(from, to), new Bundle(i + 1, Set.of(edge.type()), 1), Bundle::and);
      }
    }
    return bundles;
  }

  private static String label(Bundle bundle, Messages messages) {
    List<String> names =
        bundle.types().stream()
            .limit(MOST_NAMES)
            .map(type -> messages.label("edge", type.key()))
            .toList();
    return String.join("、", names) + (bundle.count() > 1 ? "×" + bundle.count() : "");
  }
}
