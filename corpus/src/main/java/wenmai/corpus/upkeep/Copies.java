package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace.Edge;

/** Copies and originals (副本与原件) as one audience may know them. */
public final class Copies {
  private final Session session;
  private final Audience audience;
  private final int sight;

  public Copies(Session session, Audience audience) {
    this.session = session;
    this.audience = audience;
    this.sight = Sight.of(audience);
  }

  /** The document that this one is a copy of. */
  public Optional<DocumentId> originalOf(long doc) {
    return session.first(
        "SELECT o.id FROM copy c JOIN document o ON o.doc = c.original"
            + " WHERE c.doc = ? AND (c.audience & ?) <> 0"
            + Sight.seen(audience, "o"),
        row -> new DocumentId(row.text(1)),
        doc,
        sight);
  }

  /** The copies of a document, by id. */
  public List<DocumentId> of(long doc) {
    return session.list(
        "SELECT d.id FROM copy c JOIN document d ON d.doc = c.doc"
            + " WHERE c.original = ? AND (c.audience & ?) <> 0"
            + Sight.seen(audience, "d")
            + " ORDER BY d.id",
        row -> new DocumentId(row.text(1)),
        doc,
        sight);
  }

  /** Links from copies to their originals, both among these, with a sentence of both. */
  public List<Edge> among(Set<Long> docs) {
    String some = Rows.list(docs);
    List<Edge> edges = new ArrayList<>();
    session.each(
        "SELECT d.id, o.id, c.start, c.end, c.quote FROM copy c"
            + " JOIN document d ON d.doc = c.doc JOIN document o ON o.doc = c.original"
            + " WHERE c.doc IN ("
            + some
            + ") AND +c.original IN ("
            + some
            + ") AND (c.audience & ?) <> 0 AND c.quote IS NOT NULL",
        row -> edges.add(edge(row)),
        sight);
    return edges;
  }

  private static Edge edge(Row row) {
    DocumentId copy = new DocumentId(row.text(1));
    Quote quote = new Quote(new CodePointSpan(row.integer(3), row.integer(4)), row.text(5));
    return new Edge(
        copy, new DocumentId(row.text(2)), EdgeType.REPUBLISHES, new DocumentQuote(copy, quote));
  }

  /** How many documents are copies of others. */
  public long count() {
    return session
        .first(
            "SELECT count(DISTINCT doc) FROM copy WHERE (audience & ?) <> 0",
            row -> row.number(1),
            sight)
        .orElse(0L);
  }
}
