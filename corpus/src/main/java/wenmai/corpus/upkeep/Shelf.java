package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Listed;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;

/** What lists show of documents, for one audience on one day (书架). */
public final class Shelf {
  private final Session session;
  private final String query;
  private final Audience audience;
  private final Standings standings;

  public Shelf(Session session, Audience audience, LocalDate asOf) {
    this.session = session;
    this.query =
        "SELECT "
            + DocumentRow.COLUMNS
            + ", (SELECT o.id FROM copy c JOIN document o ON o.doc = c.original"
            + " WHERE c.doc = d.doc AND (c.audience & ?) <> 0"
            + Sight.seen(audience, "o")
            + "), "
            + Standings.COLUMNS
            + " FROM document d WHERE d.held = 1 AND ";
    this.audience = audience;
    this.standings = new Standings(asOf);
  }

  /** In the order of the ids, without those that are not there for this audience. */
  public List<DocumentSummary> summaries(Collection<DocumentId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<DocumentId, DocumentSummary> found = HashMap.newHashMap(ids.size());
    session
        .list(
            query + "d.id IN " + Listed.IDS,
            this::read,
            Sight.of(audience),
            Sight.of(audience),
            Listed.of(ids))
        .stream()
        .filter(Shown::mayBe)
        .map(Shown::summary)
        .forEach(summary -> found.put(summary.id(), summary));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  public Optional<DocumentSummary> summary(DocumentId id) {
    return session
        .first(query + "d.id = ?", this::read, Sight.of(audience), Sight.of(audience), id.value())
        .filter(Shown::mayBe)
        .map(Shown::summary);
  }

  private record Shown(boolean mayBe, DocumentSummary summary) {}

  private Shown read(Row columns) {
    DocumentRow row = DocumentRow.read(columns);
    int next = DocumentRow.COLUMN_COUNT + 1;
    return new Shown(
        row.isFor(audience),
        new DocumentSummary(
            row.id(),
            row.externalId(),
            row.title(),
            row.kind(),
            row.authority(),
            row.number(),
            row.organ(),
            row.region(),
            row.date(),
            row.session(),
            standings.status(columns, next + 1),
            row.visibility(),
            columns.optional(next).map(DocumentId::new)));
  }
}
