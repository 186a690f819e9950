package wenmai.web.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

/**
 * Brings the papers of a large trace together that hang on the same place in the same manner (分组):
 * eighty-seven rules that rest on one law are one group, with one arrow. Beyond the first ring a
 * group's papers may be of several kinds, tied in several ways: what counts there is where it
 * hangs. A trace of few papers has no groups, and so have those of a large one that are alone in
 * their manner.
 */
final class TraceGroups {
  /** Up to so many papers are drawn one by one. */
  static final int MOST_SINGLE = 24;

  /** So many papers of one manner make no group. */
  private static final int MOST_ALONE = 2;

  /** What hangs together, in the order of drawing; a key never changes while the papers stay. */
  private final Map<String, List<DocumentSummary>> members = new LinkedHashMap<>();

  private final Map<DocumentId, String> keys = new HashMap<>();

  /** Of each paper beyond the first: the key of the box of the ring before that it hangs on. */
  private final Map<DocumentId, String> places = new HashMap<>();

  private final Trace trace;
  private final TraceRings rings;

  private TraceGroups(Trace trace, TraceRings rings) {
    this.trace = trace;
    this.rings = rings;
  }

  static TraceGroups of(Trace trace, TraceRings rings) {
    TraceGroups groups = new TraceGroups(trace, rings);
    TreeMap<Integer, List<DocumentSummary>> byRing = new TreeMap<>();
    trace
        .nodes()
        .forEach(node ->
            byRing.computeIfAbsent(rings.of(node.id()), ring -> new ArrayList<>()).add(node));
    boolean few = trace.nodes().size() <= MOST_SINGLE;
    Map<DocumentId, List<Trace.Edge>> inward = few ? Map.of() : groups.inward();
    byRing.forEach((ring, nodes) -> groups.add(ring, latestFirst(nodes), inward));
    return groups;
  }

  /** Each group's papers, the latest first, by the group's key. */
  Map<String, List<DocumentSummary>> members() {
    return members;
  }

  String key(DocumentId id) {
    return keys.getOrDefault(id, "");
  }

  /**
   * Whether a link has an arrow. In a large trace only those have one by which its papers hang: one
   * box hangs on one other, and the eye can follow; the whole web could be read by nobody.
   */
  boolean drawn(Trace.Edge edge) {
    return trace.nodes().size() <= MOST_SINGLE
        || key(edge.to()).equals(places.get(edge.from()))
        || key(edge.from()).equals(places.get(edge.to()));
  }

  private void add(
      int ring, List<DocumentSummary> nodes, Map<DocumentId, List<Trace.Edge>> inward) {
    Map<String, List<DocumentSummary>> manners = new TreeMap<>();
    for (DocumentSummary node : nodes) {
      manners.computeIfAbsent(manner(ring, node, inward), key -> new ArrayList<>()).add(node);
    }
    manners.forEach((manner, papers) -> {
      if (papers.size() > MOST_ALONE) {
        put(manner, papers);
      } else {
        papers.forEach(paper -> put(paper.id().value(), List.of(paper)));
      }
    });
  }

  private void put(String key, List<DocumentSummary> papers) {
    members.put(key, papers);
    papers.forEach(paper -> keys.put(paper.id(), key));
  }

  /** Where a paper hangs and how; what is in no ring has no such place. */
  private String manner(int ring, DocumentSummary node, Map<DocumentId, List<Trace.Edge>> inward) {
    DocumentId id = node.id();
    return inward.getOrDefault(id, List.of()).stream()
        .min(telling(id))
        .map(edge -> {
          String place = key(other(edge, id));
          places.put(id, place);
          String way = edge.from().equals(id) ? ".in" : ".out";
          return ring == 1
              ? place + way + "." + edge.type().key() + "." + node.kind().key()
              : place + way;
        })
        .orElse(id.value());
  }

  /** The links of a paper with the ring before, first the one by which it is placed. */
  private Comparator<Trace.Edge> telling(DocumentId id) {
    return Comparator.comparing(
            (Trace.Edge edge) -> members.getOrDefault(key(other(edge, id)), List.of()).size(),
            Comparator.reverseOrder())
        .thenComparing(edge -> key(other(edge, id)))
        .thenComparing(edge -> weight(edge.type()));
  }

  /** A mere mention says least of how two papers hang together. */
  private static int weight(EdgeType type) {
    return type == EdgeType.CITES ? EdgeType.values().length : type.ordinal();
  }

  /** Each paper's links with the ring before its own. */
  private Map<DocumentId, List<Trace.Edge>> inward() {
    Map<DocumentId, List<Trace.Edge>> inward = new HashMap<>();
    for (Trace.Edge edge : trace.edges()) {
      int from = rings.of(edge.from());
      int to = rings.of(edge.to());
      if (from != to) {
        inward
            .computeIfAbsent(from > to ? edge.from() : edge.to(), id -> new ArrayList<>())
            .add(edge);
      }
    }
    return inward;
  }

  private static DocumentId other(Trace.Edge edge, DocumentId id) {
    return edge.from().equals(id) ? edge.to() : edge.from();
  }

  private static List<DocumentSummary> latestFirst(List<DocumentSummary> nodes) {
    return nodes.stream()
        .sorted(
            Comparator.comparing(
                    (DocumentSummary node) -> node.date().map(Object::toString).orElse(""))
                .reversed()
                .thenComparing(DocumentSummary::id))
        .toList();
  }
}
