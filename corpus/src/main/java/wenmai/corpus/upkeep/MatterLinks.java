package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.matter.MatterDraft;
import wenmai.corpus.matter.StepLink;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace.Edge;

/** The ties between papers of one matter (同一事项的承接关系) as one audience may know them. */
final class MatterLinks {
  private static final String DOC = "(SELECT doc FROM document WHERE id = ?)";

  private final Session session;

  MatterLinks(Session session) {
    this.session = session;
  }

  /** Ties from one of these documents to another of them. */
  List<Edge> among(Set<Long> docs, Audience audience) {
    String some = Rows.list(docs);
    List<Edge> edges = new ArrayList<>();
    session.each(
        "SELECT s.id, t.id, m.type, w.id, m.start, m.end, m.quote FROM matter_link m"
            + " JOIN document s ON s.doc = m.source JOIN document t ON t.doc = m.target"
            + " JOIN document w ON w.doc = m.witness WHERE m.source IN ("
            + some
            + ") AND +m.target IN ("
            + some
            + ") AND (m.audience & ?) <> 0"
            + Sight.seen(audience, "s")
            + Sight.seen(audience, "t")
            + Sight.seen(audience, "w"),
        row -> edges.add(edge(row)),
        Sight.of(audience));
    return edges;
  }

  private static Edge edge(Row row) {
    Quote quote = new Quote(new CodePointSpan(row.integer(5), row.integer(6)), row.text(7));
    return new Edge(
        new DocumentId(row.text(1)),
        new DocumentId(row.text(2)),
        EdgeType.ofKey(row.text(3)).orElse(EdgeType.SAME_MATTER),
        new DocumentQuote(new DocumentId(row.text(4)), quote));
  }

  void write(MatterDraft draft, int sight, String partition) {
    for (StepLink link : StepLink.of(draft.stages())) {
      session.update(
          "INSERT INTO matter_link (source, target, audience, partition, matter, type, witness,"
              + " start, \"end\", quote) VALUES ("
              + DOC
              + ", "
              + DOC
              + ", ?, ?, ?, ?, "
              + DOC
              + ", ?, ?, ?)",
          link.later().value(),
          link.earlier().value(),
          sight,
          partition,
          draft.id(),
          type(link.kind()).key(),
          link.evidence().document().value(),
          link.evidence().quote().span().start(),
          link.evidence().quote().span().end(),
          link.evidence().quote().words());
    }
  }

  private static EdgeType type(StepLink.Kind kind) {
    return switch (kind) {
      case FOLLOWS -> EdgeType.FOLLOWS;
      case SAME_MATTER -> EdgeType.SAME_MATTER;
    };
  }
}
