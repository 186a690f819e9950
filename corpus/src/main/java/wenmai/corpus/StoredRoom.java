package wenmai.corpus;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.condition.SearchTally;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.matter.Ledger;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchDesk;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchResult;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.OriginalRelease;
import wenmai.corpus.store.Session;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.trace.Trace;
import wenmai.corpus.upkeep.IndexKeeper;
import wenmai.corpus.upkeep.Matters;
import wenmai.corpus.upkeep.Shelf;
import wenmai.corpus.upkeep.Sides;
import wenmai.corpus.upkeep.Tracing;

/**
 * The reading room over a depot and its index. Every question names the audience it is asked for.
 */
final class StoredRoom implements ReadingRoom {
  private static final int MOST_DEPTH = 5;
  private static final int SUGGESTIONS = 10;

  private final Collection collection;
  private final Reader reader;
  private final LocalDate asOf;
  private final Audience audience;
  private final StoredLookup lookup;

  /** What all readers share. */
  record Collection(
      Depot depot,
      IndexKeeper index,
      Sides sides,
      StoredLookup.Caches caches,
      SearchDesk desk,
      Remembered answers,
      SearchTally searches,
      Duration patience) {}

  StoredRoom(Collection collection, Reader reader, LocalDate asOf) {
    this.collection = collection;
    this.reader = reader;
    this.asOf = asOf;
    this.audience = reader.audience();
    this.lookup = StoredLookup.in(collection, audience, asOf);
  }

  @Override
  public Reader reader() {
    return reader;
  }

  @Override
  public LocalDate asOf() {
    return asOf;
  }

  /** A question of words, which needs nothing of the documents but the index. */
  private <T> T ofWords(BiFunction<SearchDesk, EngineView, T> question) {
    Deadline deadline = mayWait() ? Deadline.none() : Deadline.in(collection.patience());
    try (EngineView view = collection.index().view(audience, deadline)) {
      return question.apply(collection.desk(), view);
    }
  }

  /** What all readers of this audience need is loaded first, which counts as nobody's time. */
  private <T> T atTheDesk(BiFunction<EngineView, DocumentLookup, T> question) {
    if (mayWait()) {
      return ofWords((desk, view) -> question.apply(view, lookup));
    }
    Deadline.Countdown deadline = new Deadline.Countdown(collection.patience());
    try (EngineView view = collection.index().view(audience, deadline)) {
      SideValues sides = lookup.sideValues();
      view.prepare(sides);
      deadline.start();
      return question.apply(view, lookup.with(sides));
    }
  }

  /** The owner at the command line may wait; whoever comes by the network shares with others. */
  private boolean mayWait() {
    return reader.equals(Reader.owner());
  }

  /** Loads what all readers of this audience need. */
  void prepare() {
    try (EngineView view = collection.index().view(audience)) {
      view.prepare(lookup.sideValues());
    }
  }

  @Override
  public SearchResult search(SearchRequest request) {
    long start = System.nanoTime();
    SearchResult result = atTheDesk((view, docs) -> collection.desk().search(request, view, docs));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    collection.searches().note(reader, request, result.total(), took);
    return result;
  }

  @Override
  public List<Hit> rank(
      String words, SearchRequest.Mode mode, SearchRequest.Level level, int size) {
    return atTheDesk((view, docs) -> collection.desk().rank(words, mode, level, size, view, docs));
  }

  @Override
  public List<CodePointSpan> marks(String query, String text) {
    return ofWords((desk, view) -> desk.marks(query, text, view));
  }

  @Override
  public List<Hit> similar(DocumentId id, int size) {
    return atTheDesk((view, docs) -> collection.desk().similar(id, size, view, docs));
  }

  @Override
  public List<Suggestion> suggest(String prefix) {
    return ofWords((desk, view) -> desk.suggest(prefix, SUGGESTIONS, view));
  }

  <T> Optional<T> held(DocumentId id, BiFunction<Session, DocumentRow, T> answer) {
    return collection
        .depot()
        .read(session ->
            new Documents(session)
                .row(id)
                .filter(row -> row.isHeld() && row.isFor(audience))
                .map(row -> answer.apply(session, row)));
  }

  @Override
  public Holding holding(DocumentId id) {
    return collection
        .depot()
        .read(session ->
            new Documents(session)
                .row(id)
                .filter(row -> row.isFor(audience))
                .map(row -> new Views(session, audience, asOf).holding(row))
                .orElseGet(Holding.Absent::new));
  }

  @Override
  public Optional<String> rawText(DocumentId id) {
    return held(id, (session, row) -> new Documents(session).record(row.doc()).rawText());
  }

  @Override
  public Optional<TextLayers> layers(DocumentId id) {
    return held(id, (session, row) -> Layers.of(session, row, audience));
  }

  @Override
  public Optional<Original> original(DocumentId id) {
    return held(
            id,
            (session, row) ->
                row.original()
                    .filter(sha256 -> isForReader(session, row))
                    .map(sha256 ->
                        new StoredOriginal(
                            collection.depot().originals(),
                            sha256,
                            new Documents(session).record(row.doc()).document().provenance())))
        .flatMap(original -> original)
        .map(original -> original);
  }

  @Override
  public boolean withholdsOriginal(DocumentId id) {
    return held(id, (session, row) -> row.original().isPresent() && !isForReader(session, row))
        .orElse(false);
  }

  private boolean isForReader(Session session, DocumentRow row) {
    return audience == Audience.INTERNAL || new OriginalRelease(session).isForPublic(row);
  }

  private record TraceQuestion(DocumentId id, int steps) {}

  @Override
  public Optional<Trace> trace(DocumentId id, int depth) {
    int steps = Math.clamp(depth, 1, MOST_DEPTH);
    return held(
        id,
        (session, row) ->
            collection
                .answers()
                .answer(
                    session,
                    this,
                    new TraceQuestion(id, steps),
                    asked -> trace(asked, row, steps),
                    trace -> trace.nodes().size() + trace.edges().size()));
  }

  private Trace trace(Session session, DocumentRow row, int steps) {
    Tracing.Found found = new Tracing(session, audience).from(row, steps);
    return new Trace(new Shelf(session, audience, asOf).summaries(found.nodes()), found.edges());
  }

  @Override
  public Lineage lineage() {
    return new StoredLineage(this);
  }

  /** An answer that takes long, kept while nothing changes. */
  <T> T remembered(Object question, Function<Session, T> asking, ToIntFunction<T> weight) {
    return collection
        .depot()
        .read(session -> collection.answers().answer(session, this, question, asking, weight));
  }

  @Override
  public List<DocumentSummary> summaries(List<DocumentId> ids) {
    return collection.depot().read(session -> new Shelf(session, audience, asOf).summaries(ids));
  }

  @Override
  public List<Wanted> wanted(long from, int limit) {
    return new StoredLedger(this, collection).wanted(from, limit);
  }

  @Override
  public long wanted() {
    return new StoredLedger(this, collection).wanted();
  }

  @Override
  public MatterPage matters(MatterRequest request) {
    return new StoredLedger(this, collection).page(request);
  }

  @Override
  public Map<MatterStatus, Long> matterCounts(MatterRequest request) {
    return new StoredLedger(this, collection).counts(request);
  }

  @Override
  public void eachMatter(MatterRequest request, Consumer<Matter> consumer) {
    new StoredLedger(this, collection).each(request, consumer);
  }

  @Override
  public Optional<Matter> matter(String id) {
    return collection
        .depot()
        .read(session -> new Matters(session, audience).find(id))
        .map(draft -> Ledger.on(draft, asOf));
  }

  @Override
  public void export(Consumer<DocumentView> documents, Consumer<Matter> matters) {
    var unused =
        collection
            .depot()
            .read(session -> {
              Views views = new Views(session, audience, asOf);
              new Documents(session)
                  .eachHeld(row -> {
                    if (row.isFor(audience)) {
                      documents.accept(views.view(row));
                    }
                  });
              new Matters(session, audience).each(draft -> matters.accept(Ledger.on(draft, asOf)));
              return session;
            });
  }

  @Override
  public CollectionStatistics statistics() {
    return new StoredLedger(this, collection).statistics();
  }
}
