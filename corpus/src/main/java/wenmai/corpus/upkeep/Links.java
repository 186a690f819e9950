package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace.Edge;

/** The links between documents as one audience may know them (关联), read without any text. */
public final class Links {
  private final Session session;
  private final Audience audience;
  private final int sight;
  private final String between;
  private final String target;

  /** The documents that cite, as far as they may be seen. */
  private final String asking;

  public Links(Session session, Audience audience) {
    this.session = session;
    this.audience = audience;
    this.sight = Sight.of(audience);
    this.target = "JOIN document t ON t.doc = l.target" + Sight.seen(audience, "t");
    this.asking = " JOIN document s ON s.doc = l.source" + Sight.seen(audience, "s");
    this.between =
        "SELECT s.id, t.id, l.type, l.start, l.end, l.quote FROM link l"
            + asking
            + " "
            + target
            + " WHERE ";
  }

  private record Kept(Optional<DocumentId> target, List<DocumentId> candidates) {}

  /** What each of these citations of a document means, in their order. */
  public List<Resolution> resolutions(long doc, List<Citation> citations) {
    Map<Integer, Kept> kept = new HashMap<>();
    session
        .list(
            "SELECT l.ordinal, t.id, l.candidates FROM link l LEFT "
                + target
                + " WHERE l.source = ? AND (l.audience & ?) <> 0",
            row -> Map.entry(row.integer(1), kept(row)),
            doc,
            sight)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    Set<DocumentId> seen =
        Sight.seen(
            session,
            audience,
            kept.values().stream().flatMap(each -> each.candidates().stream()).toList());
    List<Resolution> resolutions = new ArrayList<>(citations.size());
    for (int i = 0; i < citations.size(); i++) {
      resolutions.add(resolution(citations.get(i), Optional.ofNullable(kept.get(i)), seen));
    }
    return resolutions;
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.optional(2).map(DocumentId::new),
        row.optional(3)
            .map(ids -> Arrays.stream(ids.split(" ", -1)).map(DocumentId::new).toList())
            .orElse(List.of()));
  }

  private static Resolution resolution(
      Citation citation, Optional<Kept> kept, Set<DocumentId> seen) {
    if (kept.flatMap(Kept::target).isPresent()) {
      return new Resolution.Resolved(citation, kept.get().target().orElseThrow());
    }
    List<DocumentId> candidates =
        kept.map(Kept::candidates).orElse(List.of()).stream().filter(seen::contains).toList();
    return switch (candidates.size()) {
      case 0 -> new Resolution.Wanted(citation);
      case 1 -> new Resolution.Resolved(citation, candidates.getFirst());
      default -> new Resolution.Ambiguous(citation, candidates);
    };
  }

  /** Links that lead to a document from others, by where they come from and where they stand. */
  public List<Edge> leadingTo(long doc) {
    return edges("l.target = ? AND l.source <> l.target", doc);
  }

  /** Links that lead from a document to others. */
  public List<Edge> leadingFrom(long doc) {
    return edges("l.source = ? AND l.target IS NOT NULL AND l.source <> l.target", doc);
  }

  private List<Edge> edges(String which, long doc) {
    return session.list(
        between + which + " AND (l.audience & ?) <> 0 ORDER BY s.id, t.id, l.start, l.ordinal",
        Links::edge,
        doc,
        sight);
  }

  /** Links from one of these documents to another of them. */
  public List<Edge> among(Set<Long> docs) {
    String some = Rows.list(docs);
    List<Edge> edges = new ArrayList<>();
    // "+" keeps SQLite from seeking every pair instead of reading each source's few links.
    session.each(
        between
            + "l.source IN ("
            + some
            + ") AND +l.target IN ("
            + some
            + ") AND l.source <> l.target AND (l.audience & ?) <> 0",
        row -> edges.add(edge(row)),
        sight);
    return edges;
  }

  private static Edge edge(Row row) {
    DocumentId from = new DocumentId(row.text(1));
    EdgeType type = CitedPlaces.type(row.text(3));
    Quote quote = new Quote(new CodePointSpan(row.integer(4), row.integer(5)), row.text(6));
    return new Edge(from, new DocumentId(row.text(2)), type, new DocumentQuote(from, quote));
  }

  /** Cited papers that are not held, most asked for first. */
  public List<Missing> missing(long from, int limit) {
    return session
        .list(
            "SELECT l.wanted, count(DISTINCT l.source) AS askers FROM link l"
                + " WHERE l.wanted IS NOT NULL AND (l.audience & ?) <> 0"
                + Sight.notHidden(audience, "l.source")
                + " GROUP BY l.wanted ORDER BY askers DESC, l.wanted LIMIT ? OFFSET ?",
            row -> Map.entry(row.text(1), row.integer(2)),
            sight,
            limit,
            from)
        .stream()
        .map(wanted -> missing(wanted.getKey(), wanted.getValue()))
        .toList();
  }

  /** How many papers are cited and not held. */
  public long missing() {
    return session
        .first(
            "SELECT count(DISTINCT l.wanted) FROM link l"
                + " WHERE l.wanted IS NOT NULL AND (l.audience & ?) <> 0"
                + Sight.notHidden(audience, "l.source"),
            row -> row.number(1),
            sight)
        .orElse(0L);
  }

  /**
   * A paper that is cited and not held.
   *
   * @param name as most of the citing documents write it
   * @param askers how many documents cite it
   */
  public record Missing(String name, int askers, List<DocumentId> examples) {}

  private Missing missing(String wanted, int askers) {
    String name =
        session
            .first(
                "SELECT l.name FROM link l"
                    + asking
                    + " WHERE l.wanted = ? AND (l.audience & ?) <> 0"
                    + " GROUP BY l.name ORDER BY count(*) DESC, l.name LIMIT 1",
                row -> row.text(1),
                wanted,
                sight)
            .orElse(wanted);
    List<DocumentId> examples =
        session.list(
            "SELECT DISTINCT s.id FROM link l"
                + asking
                + " WHERE l.wanted = ? AND (l.audience & ?) <> 0 ORDER BY s.id LIMIT 5",
            row -> new DocumentId(row.text(1)),
            wanted,
            sight);
    return new Missing(name, askers, examples);
  }
}
