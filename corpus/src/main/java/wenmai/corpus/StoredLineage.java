package wenmai.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Status;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;
import wenmai.corpus.upkeep.Bases;
import wenmai.corpus.upkeep.CitedPlaces;
import wenmai.corpus.upkeep.Shelf;
import wenmai.corpus.upkeep.Versions;
import wenmai.corpus.version.ArticleHistory;
import wenmai.corpus.version.ArticleHistory.Stand;
import wenmai.corpus.version.ArticleHistory.VersionText;

/** The standing of texts among others, read from what is kept with the links. */
final class StoredLineage implements Lineage {
  private final StoredRoom room;
  private final Audience audience;
  private final LocalDate asOf;

  StoredLineage(StoredRoom room) {
    this.room = room;
    this.audience = room.reader().audience();
    this.asOf = room.asOf();
  }

  private <T> Optional<T> held(DocumentId id, BiFunction<Session, DocumentRow, T> answer) {
    return room.held(id, answer);
  }

  @Override
  public Optional<List<CitedBy>> citedBy(DocumentId id) {
    return held(id, (session, row) -> new CitedPlaces(session, audience, asOf).of(row.doc()));
  }

  @Override
  public Optional<List<Basis>> bases(DocumentId id) {
    return held(id, (session, row) -> new Bases(session, audience, asOf).of(row));
  }

  @Override
  public List<Shaken> shaken() {
    return room.remembered(
        "shaken", session -> new Bases(session, audience, asOf).shaken(), List::size);
  }

  @Override
  public List<Stand> article(DocumentId id, String address) {
    return held(
            id,
            (session, row) -> {
              List<VersionText> texts = texts(session, row);
              int at = texts.stream().map(VersionText::document).toList().indexOf(id);
              return ArticleHistory.of(texts, at, address);
            })
        .orElse(List.of());
  }

  /**
   * All held versions of the work, oldest first; of a copy, itself in the place of its original.
   */
  private List<VersionText> texts(Session session, DocumentRow row) {
    Documents documents = new Documents(session);
    List<VersionText> texts = new ArrayList<>();
    for (DocumentSummary version : versions(session, row, asOf)) {
      documents
          .row(version.id())
          .map(each -> documents.document(each.doc()))
          .map(StoredLineage::text)
          .ifPresent(texts::add);
    }
    return texts;
  }

  private static VersionText text(OfficialDocument document) {
    return new VersionText(document.id(), document.content().text(), document.content().outline());
  }

  private List<DocumentSummary> versions(Session session, DocumentRow row, LocalDate day) {
    Set<DocumentId> ids = new LinkedHashSet<>();
    new Versions(session, audience)
        .history(row.doc())
        .steps()
        .forEach(step -> step.document().ifPresent(ids::add));
    ids.add(row.id());
    return new Shelf(session, audience, day)
        .summaries(ids).stream()
            .sorted(
                Comparator.comparing((DocumentSummary v) -> v.date().orElse(LocalDate.MIN))
                    .thenComparing(DocumentSummary::id))
            .toList();
  }

  @Override
  public Optional<OnDay> inForce(DocumentId id, LocalDate day) {
    return held(
        id,
        (session, row) -> {
          List<DocumentSummary> versions = versions(session, row, day);
          Optional<DocumentSummary> text =
              versions.stream()
                  .filter(version -> version.status() == Status.IN_FORCE)
                  .reduce((former, later) -> later);
          Status own =
              versions.stream()
                  .filter(version -> version.id().equals(id))
                  .map(DocumentSummary::status)
                  .findFirst()
                  .orElse(Status.UNKNOWN);
          return new OnDay(day, text, own);
        });
  }
}
