package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.record.HistoryJson;
import wenmai.corpus.record.HistoryJson.History;
import wenmai.corpus.record.HistoryJson.Reason;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace.Edge;
import wenmai.corpus.version.VersionStep;

/** Histories of works and the ties between versions (版本沿革) as one audience may know them. */
public final class Versions {
  private final Session session;
  private final Audience audience;
  private final int sight;

  public Versions(Session session, Audience audience) {
    this.session = session;
    this.audience = audience;
    this.sight = Sight.of(audience);
  }

  /** The history of a document's work; empty for papers that have none. */
  public History history(long doc) {
    return session
        .first(
            "SELECT history FROM standing WHERE doc = ? AND (audience & ?) <> 0",
            row -> HistoryJson.read(row.bytes(1)),
            doc,
            sight)
        .map(this::seen)
        .orElse(new History(List.of(), List.of()));
  }

  /** Without what rests on papers that have become internal since. */
  History seen(History history) {
    Set<DocumentId> named = new HashSet<>();
    history.reasons().forEach(reason -> named.add(reason.quote().document()));
    for (VersionStep step : history.steps()) {
      step.document().ifPresent(named::add);
      step.evidence().ifPresent(quote -> named.add(quote.document()));
    }
    Set<DocumentId> seen = Sight.seen(session, audience, named);
    return seen.size() == named.size()
        ? history
        : new History(
            history.steps().stream()
                .filter(step -> step.document().map(seen::contains).orElse(true))
                .filter(step ->
                    step.evidence().map(DocumentQuote::document).map(seen::contains).orElse(true))
                .toList(),
            history.reasons().stream()
                .filter(reason -> seen.contains(reason.quote().document()))
                .toList());
  }

  /** The words by which the status of that day came about. */
  public static Optional<DocumentQuote> reasonOn(History history, LocalDate day) {
    return history.reasons().stream()
        .filter(reason -> !reason.day().isAfter(day))
        .max(Comparator.comparing(Reason::day))
        .map(Reason::quote);
  }

  /** Links from versions to the ones before them, both among these. */
  public List<Edge> among(Set<Long> docs) {
    String some = Rows.list(docs);
    List<Edge> edges = new ArrayList<>();
    session.each(
        "SELECT d.id, f.id, v.start, v.end, v.quote FROM version_link v"
            + " JOIN document d ON d.doc = v.doc JOIN document f ON f.doc = v.former"
            + " WHERE v.doc IN ("
            + some
            + ") AND +v.former IN ("
            + some
            + ") AND (v.audience & ?) <> 0",
        row -> edges.add(edge(row)),
        sight);
    return edges;
  }

  private static Edge edge(Row row) {
    DocumentId later = new DocumentId(row.text(1));
    Quote quote = new Quote(new CodePointSpan(row.integer(3), row.integer(4)), row.text(5));
    return new Edge(
        later, new DocumentId(row.text(2)), EdgeType.VERSION_OF, new DocumentQuote(later, quote));
  }
}
