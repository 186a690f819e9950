package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Session;
import wenmai.corpus.trace.Trace.Edge;

/**
 * Finds everything within so many steps of a document (溯源), ring by ring, and the links among what
 * was found.
 */
public final class Tracing {
  /**
   * Where a ring would lead to more documents than this, it is cut, by id; what is linked with the
   * document itself is always there.
   */
  private static final int MOST_NODES = 600;

  private final Links links;
  private final Copies copies;
  private final Versions versions;

  public Tracing(Session session, Audience audience) {
    this.links = new Links(session, audience);
    this.copies = new Copies(session, audience);
    this.versions = new Versions(session, audience);
  }

  /**
   * @param nodes the document first, the others by id
   */
  public record Found(List<DocumentId> nodes, List<Edge> edges) {}

  public Found from(DocumentRow start, int depth) {
    Map<Long, DocumentId> found = new LinkedHashMap<>();
    found.put(start.doc(), start.id());
    Set<Long> ring = Set.of(start.doc());
    for (int step = 1; step <= depth && !ring.isEmpty(); step++) {
      ring = next(ring, found, step == 1 ? Integer.MAX_VALUE : MOST_NODES);
    }
    List<DocumentId> nodes = new ArrayList<>(List.of(start.id()));
    found.values().stream().filter(id -> !id.equals(start.id())).sorted().forEach(nodes::add);
    return new Found(nodes, edges(found));
  }

  /* Links are kept for those who may see both their ends, so whoever may follow one may see where
   * it leads. */
  private Set<Long> next(Set<Long> ring, Map<Long, DocumentId> found, int most) {
    Map<Long, DocumentId> beyond = new HashMap<>();
    for (long doc : ring) {
      beyond.putAll(links.neighbours(doc));
      beyond.putAll(copies.neighbours(doc));
      beyond.putAll(versions.neighbours(doc));
    }
    beyond.keySet().removeAll(found.keySet());
    Set<Long> next = new LinkedHashSet<>();
    beyond.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(Math.max(0, most - found.size()))
        .forEach(entry -> {
          found.put(entry.getKey(), entry.getValue());
          next.add(entry.getKey());
        });
    return next;
  }

  private List<Edge> edges(Map<Long, DocumentId> found) {
    List<Edge> edges = new ArrayList<>(links.among(found.keySet()));
    edges.addAll(copies.among(found.keySet()));
    edges.addAll(versions.among(found.keySet()));
    return firstOfEachKind(edges);
  }

  /** A document that cites another twenty times in one manner has one such link, the first. */
  private static List<Edge> firstOfEachKind(List<Edge> edges) {
    Set<Object> seen = new HashSet<>();
    return edges.stream()
        .sorted(
            Comparator.comparing(Edge::from)
                .thenComparing(Edge::to)
                .thenComparing(edge -> edge.type().key())
                .thenComparing(edge -> edge.evidence().quote().span()))
        .filter(edge -> seen.add(List.of(edge.from(), edge.to(), edge.type())))
        .toList();
  }
}
