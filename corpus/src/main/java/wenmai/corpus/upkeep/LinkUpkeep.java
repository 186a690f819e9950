package wenmai.corpus.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitingPaper;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.store.Waiting;
import wenmai.corpus.upkeep.ResolvedPaper.Link;
import wenmai.corpus.upkeep.Stale.Why;

/** Keeps in step what each citation means. Resolving is done by all cores, writing by one. */
final class LinkUpkeep {
  /** Papers that are resolved at once: while some are written, the workers go on with the next. */
  private static final int AT_ONCE = 2_000;

  private static final int CHUNK = 200;

  private final Depot depot;
  private final ExecutorService workers;
  private final Guard guard;
  private final CitationResolver resolver;
  private final Function<Documents.Changed, Optional<CitingPaper>> atHand;
  private final StoredCatalogue catalogue;

  /**
   * Good as long as no document changes.
   *
   * @param atHand gives up what was kept of a document since it came in, for it is asked for once
   */
  LinkUpkeep(
      Depot depot,
      ExecutorService workers,
      Guard guard,
      CitationResolver resolver,
      Function<Documents.Changed, Optional<CitingPaper>> atHand) {
    this.depot = depot;
    this.workers = workers;
    this.guard = guard;
    this.resolver = resolver;
    this.atHand = atHand;
    this.catalogue = new StoredCatalogue(depot);
  }

  /** Does some of the work; gives whether there was any. */
  boolean step() {
    List<Long> docs = depot.read(session -> new Stale(session).take(Why.LINKS, AT_ONCE));
    List<Future<ResolvedPaper>> resolving =
        docs.stream().map(doc -> workers.submit(() -> guarded(doc))).toList();
    try {
      for (int from = 0; from < resolving.size(); from += CHUNK) {
        List<ResolvedPaper> papers =
            resolving.subList(from, Math.min(resolving.size(), from + CHUNK)).stream()
                .map(Waiting::forIt)
                .toList();
        depot.<Object>write(session -> {
          papers.forEach(paper -> write(session, paper));
          guard.settle(session, papers.stream().map(ResolvedPaper::doc).toList());
          return session;
        });
      }
    } finally {
      Waiting.forTheEndOf(resolving); // nothing reads on behind a write that failed
    }
    return !docs.isEmpty();
  }

  private ResolvedPaper guarded(long doc) {
    return guard.attempt(Step.LINKS, doc, () -> resolve(doc)).orElse(ResolvedPaper.none(doc));
  }

  private ResolvedPaper resolve(long doc) {
    return depot.read(session -> {
      Documents documents = new Documents(session);
      Optional<DocumentRow> row = documents.row(doc).filter(DocumentRow::isHeld);
      return row.isPresent()
          ? ResolvedPaper.of(doc, citing(documents, doc), resolver, catalogue)
          : ResolvedPaper.none(doc);
    });
  }

  private CitingPaper citing(Documents documents, long doc) {
    return atHand
        .apply(new Documents.Changed(doc, documents.lastChange(doc)))
        .orElseGet(() -> CitingPaper.of(documents.document(doc)));
  }

  private static void write(Session session, ResolvedPaper paper) {
    Stale stale = new Stale(session);
    session.update("DELETE FROM lookup WHERE doc = ?", paper.doc());
    for (CatalogueKey key : paper.asked()) {
      session.update(
          "INSERT INTO lookup (key, doc) VALUES (?, ?) ON CONFLICT DO NOTHING",
          key.hash(),
          paper.doc());
    }
    stale.addWorksStruckBy(paper.doc());
    stale.addPartitionsOf(paper.doc());
    session.update("DELETE FROM link WHERE source = ?", paper.doc());
    paper.links().forEach(link -> insert(session, paper.doc(), link));
    stale.addWorksStruckBy(paper.doc());
    stale.addPartitionsOf(paper.doc());
    stale.done(Why.LINKS, paper.doc());
  }

  private static void insert(Session session, long source, Link link) {
    Optional<Long> target = link.target().flatMap(id -> docOf(session, id));
    boolean proves = target.filter(doc -> doc != source).isPresent();
    session.update(
        "INSERT INTO link (source, ordinal, audience, target, candidates, wanted, name, type,"
            + " article, start, \"end\", quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        source,
        link.ordinal(),
        link.sight(),
        target,
        link.candidates().isEmpty()
            ? Optional.empty()
            : Optional.of(
                String.join(" ", link.candidates().stream().map(DocumentId::value).toList())),
        link.wanted().map(name -> TitleKey.of(name).value()),
        link.wanted(),
        link.citation().relation().key(),
        link.citation().provision(),
        link.citation().sentence().span().start(),
        link.citation().sentence().span().end(),
        proves ? link.citation().sentence().words() : "");
  }

  private static Optional<Long> docOf(Session session, DocumentId id) {
    return session.first("SELECT doc FROM document WHERE id = ?", row -> row.number(1), id.value());
  }
}
