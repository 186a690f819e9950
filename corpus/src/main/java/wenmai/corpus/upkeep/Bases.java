package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Lineage.Basis;
import wenmai.corpus.Lineage.Shaken;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Status;
import wenmai.corpus.record.HistoryJson;
import wenmai.corpus.record.HistoryJson.History;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.version.BasisHealth;
import wenmai.corpus.version.BasisHealth.Turn;
import wenmai.corpus.version.VersionStep;

/** On what documents rest and what became of it (依据体检), for one audience on one day. */
public final class Bases {
  private static final String BASES =
      "SELECT s.id, t.id, l.target, l.article, l.start, l.end, l.quote FROM link l"
          + " JOIN document s ON s.doc = l.source JOIN document t ON t.doc = l.target"
          + " WHERE l.type = 'basis' AND l.source <> l.target AND (l.audience & ?) <> 0";

  private final Session session;
  private final Audience audience;
  private final LocalDate asOf;
  private final Shelf shelf;
  private final Versions versions;
  private final Map<Long, Work> works = new HashMap<>();

  public Bases(Session session, Audience audience, LocalDate asOf) {
    this.session = session;
    this.audience = audience;
    this.asOf = asOf;
    this.shelf = new Shelf(session, audience, asOf);
    this.versions = new Versions(session, audience);
  }

  private record Named(
      DocumentId by, DocumentId text, long doc, Optional<Provision> article, DocumentQuote words) {}

  private record Work(List<VersionStep> steps, List<Turn> turns) {}

  /** Those of one document, in its order, each once. */
  public List<Basis> of(DocumentRow row) {
    List<Named> named =
        session.list(
            BASES + " AND l.source = ? ORDER BY l.start, l.ordinal",
            Bases::named,
            Sight.of(audience),
            row.doc());
    return bases(named, row.date());
  }

  /** All documents of lasting kinds with a basis that has changed, the latest change first. */
  public List<Shaken> shaken() {
    Map<DocumentId, List<Named>> named = new LinkedHashMap<>();
    session.each(
        BASES + " AND s.held = 1 ORDER BY s.id, l.start, l.ordinal",
        each -> {
          Named one = named(each);
          if (!turned(one.doc()).isEmpty()) {
            named.computeIfAbsent(one.by(), id -> new ArrayList<>()).add(one);
          }
        },
        Sight.of(audience));
    List<Shaken> shaken = new ArrayList<>();
    for (DocumentSummary paper : shelf.summaries(named.keySet())) {
      if (BasisHealth.matters(paper.kind()) && paper.status() != Status.REPEALED) {
        List<Basis> moved =
            bases(named.getOrDefault(paper.id(), List.of()), paper.date()).stream()
                .filter(Basis::isShaken)
                .toList();
        if (!moved.isEmpty()) {
          shaken.add(new Shaken(paper, moved));
        }
      }
    }
    shaken.sort(
        Comparator.comparing(Bases::latest, Comparator.reverseOrder())
            .thenComparing(one -> one.document().id()));
    return List.copyOf(shaken);
  }

  private static LocalDate latest(Shaken shaken) {
    return shaken.bases().stream()
        .flatMap(basis -> basis.since().stream())
        .flatMap(step -> step.date().stream())
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  /** What may have happened to a work at all; most never changed. */
  private List<VersionStep> turned(long doc) {
    Work work = work(doc);
    return BasisHealth.since(work.steps(), work.turns(), LocalDate.MIN, asOf);
  }

  private List<Basis> bases(List<Named> named, Optional<LocalDate> made) {
    Set<DocumentId> seen = new HashSet<>();
    List<Basis> bases = new ArrayList<>();
    for (Named one : named) {
      Optional<DocumentSummary> text = shelf.summary(one.text());
      if (text.isPresent() && seen.add(one.text())) {
        Work work = work(one.doc());
        LocalDate from = made.or(text.get()::date).orElse(LocalDate.MAX);
        bases.add(
            new Basis(
                text.get(),
                one.article(),
                one.words(),
                BasisHealth.since(work.steps(), work.turns(), from, asOf),
                inForce(work)));
      }
    }
    return List.copyOf(bases);
  }

  private Optional<DocumentSummary> inForce(Work work) {
    Set<DocumentId> held = new HashSet<>();
    work.steps().forEach(step -> step.document().ifPresent(held::add));
    return shelf.summaries(held).stream()
        .filter(version -> version.status() == Status.IN_FORCE)
        .max(
            Comparator.comparing((DocumentSummary v) -> v.date().orElse(LocalDate.MIN))
                .thenComparing(DocumentSummary::id));
  }

  private Work work(long doc) {
    return works.computeIfAbsent(
        doc,
        asked ->
            session
                .first(
                    "SELECT history, timeline FROM standing WHERE doc = ? AND (audience & ?) <> 0",
                    this::work,
                    asked,
                    Sight.of(audience))
                .orElse(new Work(List.of(), List.of())));
  }

  private Work work(Row row) {
    History history = versions.seen(HistoryJson.read(row.bytes(1)));
    List<Turn> turns =
        Timeline.parse(row.text(2)).changes().stream()
            .map(change ->
                new Turn(
                    change.day(),
                    change.status(),
                    history.reasons().stream()
                        .filter(reason -> reason.day().equals(change.day()))
                        .map(HistoryJson.Reason::quote)
                        .findFirst()))
            .toList();
    return new Work(history.steps(), turns);
  }

  private static Named named(Row row) {
    DocumentId by = new DocumentId(row.text(1));
    Quote quote = new Quote(new CodePointSpan(row.integer(5), row.integer(6)), row.text(7));
    return new Named(
        by,
        new DocumentId(row.text(2)),
        row.number(3),
        row.optional(4).flatMap(Provision::parse),
        new DocumentQuote(by, quote));
  }
}
