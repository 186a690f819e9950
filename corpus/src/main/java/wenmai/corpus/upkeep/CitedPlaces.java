package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenmai.corpus.Lineage.CitedBy;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.trace.EdgeType;

/** Who cites which article of a document (被引), for one audience on one day. */
public final class CitedPlaces {
  private final Session session;
  private final Audience audience;
  private final Shelf shelf;

  public CitedPlaces(Session session, Audience audience, LocalDate asOf) {
    this.session = session;
    this.audience = audience;
    this.shelf = new Shelf(session, audience, asOf);
  }

  private record Found(
      DocumentId by, EdgeType type, Optional<Provision> article, DocumentQuote evidence) {}

  /** The latest citing text first, within one text in its order. */
  public List<CitedBy> of(long doc) {
    List<Found> places = new ArrayList<>();
    session.each(
        "SELECT s.id, l.type, l.article, l.start, l.end, l.quote FROM link l"
            + " JOIN document s ON s.doc = l.source WHERE l.target = ? AND l.source <> l.target"
            + " AND (l.audience & ?) <> 0 ORDER BY s.id, l.start, l.ordinal",
        row -> places.add(found(row)),
        doc,
        Sight.of(audience));
    Map<DocumentId, DocumentSummary> papers = new HashMap<>();
    shelf
        .summaries(places.stream().map(Found::by).collect(Collectors.toUnmodifiableSet()))
        .forEach(paper -> papers.put(paper.id(), paper));
    return places.stream()
        .flatMap(place ->
            Stream.ofNullable(papers.get(place.by()))
                .map(by -> new CitedBy(by, place.type(), place.article(), place.evidence())))
        .sorted(
            Comparator.comparing(
                    (CitedBy place) -> place.by().date().orElse(LocalDate.MIN),
                    Comparator.reverseOrder())
                .thenComparing(place -> place.by().id()))
        .toList();
  }

  private static Found found(Row row) {
    DocumentId by = new DocumentId(row.text(1));
    Quote quote = new Quote(new CodePointSpan(row.integer(4), row.integer(5)), row.text(6));
    return new Found(
        by,
        type(row.text(2)),
        row.optional(3).flatMap(Provision::parse),
        new DocumentQuote(by, quote));
  }

  /** A citation that does nothing but cite. */
  static EdgeType type(String relation) {
    return Relation.ofKey(relation)
        .filter(known -> known != Relation.MENTIONS)
        .flatMap(known -> EdgeType.ofKey(known.key()))
        .orElse(EdgeType.CITES);
  }
}
