package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
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

  private final Documents documents;
  private final Links links;
  private final Copies copies;
  private final Audience audience;

  public Tracing(Session session, Audience audience) {
    this.documents = new Documents(session);
    this.links = new Links(session, audience);
    this.copies = new Copies(session, audience);
    this.audience = audience;
  }

  /**
   * @param nodes the document first, the others by id
   */
  public record Found(List<DocumentId> nodes, List<Edge> edges) {}

  public Found from(long doc, int depth) {
    Map<Long, DocumentId> found = new LinkedHashMap<>();
    Set<Long> ring = Set.of(doc);
    add(doc, found);
    for (int step = 1; step <= depth && !ring.isEmpty(); step++) {
      ring = next(ring, found, step == 1 ? Integer.MAX_VALUE : MOST_NODES);
    }
    return new Found(nodes(doc, found), edges(found));
  }

  private Set<Long> next(Set<Long> ring, Map<Long, DocumentId> found, int most) {
    Set<Long> beyond = new TreeSet<>();
    for (long doc : ring) {
      beyond.addAll(links.neighbours(doc));
      beyond.addAll(copies.neighbours(doc));
    }
    beyond.removeAll(found.keySet());
    Set<Long> next = new LinkedHashSet<>();
    beyond.stream()
        .flatMap(doc -> documents.row(doc).stream())
        .filter(row -> row.isHeld() && row.isFor(audience))
        .sorted(Comparator.comparing(DocumentRow::id))
        .limit(Math.max(0, most - found.size()))
        .forEach(row -> {
          found.put(row.doc(), row.id());
          next.add(row.doc());
        });
    return next;
  }

  private void add(long doc, Map<Long, DocumentId> found) {
    documents.row(doc).ifPresent(row -> found.put(doc, row.id()));
  }

  private static List<DocumentId> nodes(long doc, Map<Long, DocumentId> found) {
    List<DocumentId> nodes = new ArrayList<>();
    found.entrySet().stream()
        .filter(entry -> entry.getKey() == doc)
        .forEach(entry -> nodes.add(entry.getValue()));
    found.entrySet().stream()
        .filter(entry -> entry.getKey() != doc)
        .map(Map.Entry::getValue)
        .sorted()
        .forEach(nodes::add);
    return nodes;
  }

  private List<Edge> edges(Map<Long, DocumentId> found) {
    Set<DocumentId> nodes = new HashSet<>(found.values());
    List<Edge> edges = new ArrayList<>();
    for (long doc : found.keySet()) {
      if (links.neighbours(doc).stream().anyMatch(found::containsKey)) {
        links.leadingFrom(doc).stream()
            .filter(edge -> nodes.contains(edge.to()))
            .forEach(edges::add);
      }
      copies.around(doc).stream()
          .filter(edge -> edge.from().equals(found.get(doc)) && nodes.contains(edge.to()))
          .forEach(edges::add);
    }
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
