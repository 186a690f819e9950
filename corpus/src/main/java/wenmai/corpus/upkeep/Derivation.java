package wenmai.corpus.upkeep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitingPaper;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.duplicate.Bearings;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.store.Change;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.store.Waiting;

/**
 * Works out what follows from the documents together (关联推导): catalogue, copies, links, versions,
 * matters. It follows the journal like the index does; each step takes a little from what is stale,
 * works it out and crosses it off in one transaction, so that a crash loses nothing and repeats
 * nothing.
 *
 * <p>The steps go in one direction (cards, copies, links, versions, matters), each marking what it
 * makes stale for those after it; when none is left, the tables are a function of the documents
 * alone.
 */
public final class Derivation implements AutoCloseable {
  private static final int CHUNK = 1_000;

  /** Cards drawn beforehand that wait to be written; more would only fill the memory. */
  private static final int MOST_EXPECTED = 512;

  /**
   * Cards of versions kept until the end of an intake, when they are asked for: 20 MB of them, or a
   * hundredth of the memory.
   */
  private static final long MOST_VERSIONS =
      Math.min(10_000, Runtime.getRuntime().maxMemory() / 100 / 2_048);

  /**
   * Citations kept until the end of an intake, when there is all that they may mean: 50 MB of them,
   * or a hundredth of the memory.
   */
  private static final long MOST_CITATIONS =
      Math.min(100_000, Runtime.getRuntime().maxMemory() / 100 / 512);

  /** What a paper takes beside its citations, in citations. */
  private static final int PLAIN_PAPER = 8;

  /** What tells papers apart, kept in memory: 15 MB of it, or a sixty-fourth of the memory. */
  private static final long MOST_BEARINGS =
      Math.min(40_000, Runtime.getRuntime().maxMemory() / 64 / 512);

  private final Depot depot;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("links-", 0).factory());

  private final CitationResolver citations;
  private final MatterBuilder matters;
  private final Guard guard;
  private final MatterUpkeep matterUpkeep;
  private final Map<Documents.Changed, Future<Drawn>> expected = new ConcurrentHashMap<>();

  /** Of what a paper's like is told apart by, so that it is not read again for each. */
  private final Cache<Documents.Changed, Bearings> bearings =
      Caffeine.newBuilder().maximumSize(MOST_BEARINGS).build();

  private final Cache<Documents.Changed, VersionCard> versions =
      Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();

  private final Cache<Documents.Changed, CitingPaper> citing =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CITATIONS)
          .weigher((Documents.Changed changed, CitingPaper paper) ->
              PLAIN_PAPER + paper.citations().size())
          .build();

  public Derivation(Depot depot, CitationResolver citations, MatterBuilder matters) {
    this.depot = depot;
    this.citations = citations;
    this.matters = matters;
    this.guard = new Guard(depot);
    this.matterUpkeep = new MatterUpkeep(depot, workers, matters, guard);
  }

  /** Brings everything up to the records. One thread at a time. */
  public synchronized void catchUp() {
    boolean changed = all(this::cards) | all(this::copies) | links() | versions() | matters();
    if (changed) {
      depot.write(Derivation::nextRevision);
    }
  }

  /**
   * Works out anew what failed before: a new version, or a repaired record, may do better. The rest
   * is left to {@link #catchUp}.
   */
  public synchronized void tryAgain() {
    for (long doc : guard.noted()) {
      long seq = depot.read(session -> new Documents(session).lastChange(doc));
      Drawn drawn = read(new Documents.Changed(doc, seq));
      depot.<Object>write(session -> {
        session.update("DELETE FROM matter_card WHERE doc = ?", doc);
        write(session, drawn);
        return session;
      });
    }
  }

  /**
   * Does what can be done while more papers come in: the first steps, which concern each paper. The
   * rest is left to {@link #catchUp}.
   */
  public synchronized void advance() {
    var unused = all(this::cards) | all(this::copies);
  }

  /**
   * Hears what is being written while it is at hand, so that its cards can be drawn without reading
   * it again. What is not heard of is read.
   */
  public void expect(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.Put put && expected.size() < MOST_EXPECTED) {
        Documents.Changed changed = new Documents.Changed(put.doc(), put.seq());
        expected.put(changed, workers.submit(() -> drawAll(changed, put.document())));
      }
    }
  }

  private Drawn drawAll(Documents.Changed changed, OfficialDocument document) {
    Guard.attempt(() -> Optional.of(Bearings.of(document.facts())))
        .ifPresent(bearing -> bearings.put(changed, bearing));
    Guard.attempt(() -> Optional.of(CitingPaper.of(document)))
        .ifPresent(paper -> citing.put(changed, paper));
    Guard.attempt(() -> versionCardOf(document)).ifPresent(card -> versions.put(changed, card));
    return drawn(changed, () -> document);
  }

  private static Optional<VersionCard> versionCardOf(OfficialDocument document) {
    return document.facts().value(FactKey.KIND).filter(Kind::binds).isPresent()
        ? Optional.of(VersionCard.of(document))
        : Optional.empty();
  }

  private boolean matters() {
    matterUpkeep.followRules();
    return all(matterUpkeep::step);
  }

  private boolean versions() {
    return all(new VersionUpkeep(depot, workers, guard, this::versionCard)::step);
  }

  private Optional<VersionCard> versionCard(Documents.Changed changed) {
    return Optional.ofNullable(versions.getIfPresent(changed));
  }

  private boolean links() {
    LinkUpkeep links = new LinkUpkeep(depot, workers, guard, citations, this::citing);
    return all(links::step);
  }

  private Optional<CitingPaper> citing(Documents.Changed changed) {
    return Optional.ofNullable(citing.asMap().remove(changed));
  }

  /** Takes steps until there is nothing left to do; gives whether there was anything. */
  private static boolean all(BooleanSupplier step) {
    boolean any = false;
    while (step.getAsBoolean()) {
      any = true;
    }
    return any;
  }

  private static long nextRevision(Session session) {
    Marks marks = new Marks(session);
    long next = marks.number(Marks.REVISION) + 1;
    marks.set(Marks.REVISION, String.valueOf(next));
    return next;
  }

  private boolean copies() {
    return depot.write(session -> {
      boolean any = new CopyUpkeep(session, guard, bearings).step();
      guard.settle(session);
      return any;
    });
  }

  /**
   * A card, unless the document is not here or has none, because drawing it failed.
   *
   * @param text which of its texts, by the journal's number
   */
  private record Drawn(Documents.Changed text, Optional<DocumentCard> card, boolean failed) {}

  private boolean cards() {
    long from = depot.read(session -> new Marks(session).number(Marks.DERIVED));
    long last = depot.read(session -> new Documents(session).lastNumber());
    if (from >= last) {
      return false;
    }
    long upTo = Math.min(last, from + CHUNK);
    List<Documents.Changed> docs =
        depot.read(session -> new Documents(session).changed(from, upTo));
    List<Future<Drawn>> drawing = docs.stream().map(this::drawing).toList();
    List<Drawn> cards = drawing.stream().map(Waiting::forIt).toList();
    expected.keySet().removeIf(changed -> changed.seq() <= upTo);
    return depot.write(session -> write(session, cards, upTo));
  }

  private Future<Drawn> drawing(Documents.Changed changed) {
    Future<Drawn> drawing = expected.remove(changed);
    return drawing == null ? workers.submit(() -> read(changed)) : drawing;
  }

  private Drawn drawn(Documents.Changed text, Supplier<OfficialDocument> document) {
    Optional<DocumentCard> card =
        guard.attempt(
            Step.CARD, text.doc(), () -> DocumentCard.of(text.doc(), document.get(), matters));
    return new Drawn(text, card, card.isEmpty());
  }

  private Drawn read(Documents.Changed changed) {
    return depot.read(session -> {
      Documents documents = new Documents(session);
      return documents
          .row(changed.doc())
          .filter(DocumentRow::isHeld)
          .map(row -> drawn(changed, () -> documents.document(changed.doc())))
          .orElse(new Drawn(changed, Optional.empty(), false));
    });
  }

  private boolean write(Session session, List<Drawn> cards, long upTo) {
    cards.forEach(drawn -> write(session, drawn));
    new Marks(session).set(Marks.DERIVED, String.valueOf(upTo));
    return true;
  }

  private void write(Session session, Drawn drawn) {
    CardTable table = new CardTable(session);
    drawn.card().ifPresentOrElse(table::put, () -> table.remove(drawn.text().doc()));
    drawn
        .card()
        .flatMap(DocumentCard::matterCard)
        .ifPresent(card ->
            MatterCards.put(
                session, drawn.text().doc(), drawn.text().seq(), matters.rules(), card));
    if (!drawn.failed()) {
      guard.forget(session, drawn.text().doc());
    }
    guard.settle(session);
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
