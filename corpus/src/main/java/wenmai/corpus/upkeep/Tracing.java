package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Each table of links once in either direction; {@code %1$s} are the documents of the ring. */
  private static final String NEIGHBOURS =
      "SELECT DISTINCT d.doc, d.id FROM ("
          + Stream.of(
                  "link source target",
                  "link target source",
                  "copy doc original",
                  "copy original doc",
                  "version_link doc former",
                  "version_link former doc",
                  "matter_link source target",
                  "matter_link target source")
              .map(Tracing::otherEnds)
              .collect(Collectors.joining(" UNION ALL "))
          + ") n JOIN document d ON d.doc = n.doc";

  private final Session session;
  private final Audience audience;
  private final Links links;
  private final Copies copies;
  private final Versions versions;

  public Tracing(Session session, Audience audience) {
    this.session = session;
    this.audience = audience;
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
    session.each(
        String.format(Locale.ROOT, NEIGHBOURS, Rows.list(ring), Sight.of(audience))
            + Sight.seen(audience, "d"),
        row -> beyond.put(row.number(1), new DocumentId(row.text(2))));
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

  /** The ends that a table's links have in one column where the other is in the ring. */
  private static String otherEnds(String link) {
    String[] names = link.split(" ", -1);
    return String.format(
        Locale.ROOT,
        "SELECT %s AS doc FROM %s WHERE %s IN (%%1$s) AND %s IS NOT NULL AND (audience & %%2$d) <> 0",
        names[2],
        names[0],
        names[1],
        names[2]);
  }

  private List<Edge> edges(Map<Long, DocumentId> found) {
    List<Edge> edges = new ArrayList<>(links.among(found.keySet()));
    edges.addAll(copies.among(found.keySet()));
    edges.addAll(versions.among(found.keySet()));
    edges.addAll(new MatterLinks(session).among(found.keySet(), audience));
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
