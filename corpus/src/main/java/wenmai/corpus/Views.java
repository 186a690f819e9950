package wenmai.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Status;
import wenmai.corpus.record.HistoryJson.History;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.PublicSource;
import wenmai.corpus.store.Session;
import wenmai.corpus.upkeep.Copies;
import wenmai.corpus.upkeep.Kindred;
import wenmai.corpus.upkeep.Links;
import wenmai.corpus.upkeep.Matters;
import wenmai.corpus.upkeep.Shelf;
import wenmai.corpus.upkeep.Versions;
import wenmai.corpus.version.VersionStep;

/** Documents with all that stands around them, for one audience on one day. */
final class Views {
  private final Audience audience;
  private final LocalDate asOf;
  private final Documents documents;
  private final Links links;
  private final Copies copies;
  private final Versions versions;
  private final Matters matters;
  private final Shelf shelf;
  private final Kindred kindred;
  private final PublicSource sources;

  Views(Session session, Audience audience, LocalDate asOf) {
    this.audience = audience;
    this.asOf = asOf;
    this.documents = new Documents(session);
    this.links = new Links(session, audience);
    this.copies = new Copies(session, audience);
    this.versions = new Versions(session, audience);
    this.matters = new Matters(session, audience);
    this.shelf = new Shelf(session, audience, asOf);
    this.kindred = new Kindred(session, audience);
    this.sources = new PublicSource(session);
  }

  /** A paper this audience may see, or that it was here. */
  Holding holding(DocumentRow row) {
    return row.isHeld()
        ? new Holding.Held(view(row))
        : new Holding.Withdrawn(
            row.id(), row.title().orElse(""), row.withdrawn().orElse(LocalDate.EPOCH));
  }

  DocumentView view(DocumentRow row) {
    OfficialDocument document =
        kindred.placed(row.doc(), seen(row.doc(), documents.document(row.doc())));
    Optional<DocumentSummary> summary = shelf.summary(row.id());
    History history = versions.history(row.doc());
    return new DocumentView(
        document,
        summary.map(DocumentSummary::status).orElse(Status.UNKNOWN),
        Versions.reasonOn(history, asOf),
        copies.originalOf(row.doc()),
        shelf.summaries(copies.of(row.doc())),
        children(row.id()),
        links.resolutions(row.doc(), document.content().citations()),
        links.leadingTo(row.doc()),
        history.steps().stream().map(Views::version).toList(),
        matters.of(row.doc()));
  }

  private static DocumentView.Version version(VersionStep step) {
    return new DocumentView.Version(
        step.date(), step.event().label(), step.by(), step.document(), step.evidence());
  }

  private List<DocumentId> children(DocumentId parent) {
    return documents.childrenOf(parent).stream()
        .filter(row -> row.isFor(audience))
        .map(DocumentRow::id)
        .toList();
  }

  /** Without what points at people or papers this audience may not know of. */
  private OfficialDocument seen(long doc, OfficialDocument document) {
    return switch (audience) {
      case INTERNAL -> document;
      case PUBLIC ->
          new OfficialDocument(
              document.id(),
              seen(doc, document.provenance()),
              withoutNames(document.facts()),
              document.content(),
              document.visibility());
    };
  }

  private Provenance seen(long doc, Provenance provenance) {
    boolean parentIsSeen =
        provenance
            .parent()
            .flatMap(documents::row)
            .filter(row -> row.isHeld() && row.isFor(audience))
            .isPresent();
    return new Provenance(
        provenance.externalId(),
        sources.seen(doc, provenance),
        provenance.sha256(),
        provenance.bytes(),
        provenance.mediaType(),
        provenance.parent().filter(parent -> parentIsSeen));
  }

  private static Facts withoutNames(Facts facts) {
    Facts seen = facts;
    for (FactKey<?> key : FactKey.all()) {
      seen = withoutName(seen, key);
    }
    return seen;
  }

  private static <T> Facts withoutName(Facts facts, FactKey<T> key) {
    List<Fact<T>> all = facts.all(key);
    if (all.stream().noneMatch(fact -> fact.evidence() instanceof Evidence.Corrected)) {
      return facts;
    }
    Facts out = facts.without(key);
    for (Fact<T> fact : all) {
      out = out.and(key, withoutName(fact));
    }
    return out;
  }

  private static <T> Fact<T> withoutName(Fact<T> fact) {
    return fact.evidence() instanceof Evidence.Corrected corrected
        ? new Fact<>(
            fact.value(),
            new Evidence.Corrected(corrected.words(), ""),
            fact.confidence(),
            fact.origin())
        : fact;
  }
}
