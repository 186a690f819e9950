package wenmai.corpus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.record.PaperRecord;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.PreparedPaper;
import wenmai.corpus.store.Register;
import wenmai.corpus.store.Rereader;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Waiting;

/**
 * The way of papers into the depot, many with one commit: while one batch is being forced to disk
 * and indexed, the next is being filled.
 */
final class StoredAccessions implements Accessions {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Depot depot;
  private final Upkeep upkeep;
  private final Rereader reader;
  private final ExecutorService preparers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("records-", 0).factory());
  private final ScheduledExecutorService committer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform()
              .daemon()
              .priority(Thread.MIN_PRIORITY)
              .name("intake-commit")
              .factory());
  private Batch filling = new Batch();
  private Batch committing = new Batch();
  private Future<?> commit = CompletableFuture.completedFuture(null);

  /** Whether whoever takes papers in was told that no more can be. */
  private boolean hasFailed;

  private final long duplicatesBefore;

  StoredAccessions(Depot depot, Upkeep upkeep, Rereader reader) {
    this.depot = depot;
    this.reader = reader;
    this.upkeep = upkeep;
    this.duplicatesBefore = upkeep.duplicates();
    long millis = LONGEST_WAIT.toMillis();
    var unused =
        committer.scheduleWithFixedDelay(this::commitIdle, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public List<String> roots() {
    settle();
    return ask(Register::roots);
  }

  @Override
  public Optional<RegisteredFile> registered(FileLocation location) {
    Register.Place place = Places.of(location);
    settleIf(batch -> batch.concerns(place));
    return ask(register -> register.at(place)).map(Places::file);
  }

  @Override
  public void registeredUnder(String root, String prefix, Consumer<RegisteredFile> consumer) {
    settleIf(batch -> batch.concernsUnder(root, prefix));
    var unused =
        ask(register -> {
          register.each(root, prefix, entry -> consumer.accept(Places.file(entry)));
          return root;
        });
  }

  @Override
  public void heldUnder(
      String root,
      String prefix,
      Visibility visibility,
      BiConsumer<FileLocation, DocumentId> consumer) {
    var unused =
        ask(register -> {
          register.eachHeld(
              root, prefix, visibility, (place, id) -> consumer.accept(Places.location(place), id));
          return root;
        });
  }

  @Override
  public List<RegisteredFile> withContent(String sha256) {
    // What waits is answered from memory: of thousands of equal files each would wait for a commit.
    List<Batch> waiting;
    synchronized (this) {
      waiting = List.of(committing, filling);
    }
    List<Register.Entry> found = new ArrayList<>(ask(register -> register.withContent(sha256)));
    for (Batch batch : waiting) {
      found.removeIf(entry -> batch.concerns(entry.place()));
      found.addAll(batch.withContent(sha256));
    }
    return found.stream().map(Places::file).toList();
  }

  @Override
  public Optional<DocumentId> withExternalId(String externalId) {
    settleIf(batch -> batch.bringsExternalId(externalId));
    return depot.read(session ->
        new Documents(session)
            .withExternalId(externalId)
            .filter(DocumentRow::isHeld)
            .map(DocumentRow::id));
  }

  @Override
  public Optional<OfficialDocument> held(DocumentId id) {
    return depot.read(session -> {
      Documents documents = new Documents(session);
      return documents
          .row(id)
          .filter(DocumentRow::isHeld)
          .map(row -> documents.document(row.doc()));
    });
  }

  private <T> T ask(Function<Register, T> question) {
    return depot.read(session -> question.apply(new Register(session)));
  }

  @Override
  public void accept(Accession accession, Runnable onDurable) {
    StagedOriginals staged = StagedOriginals.of(accession.originals(), depot.originals());
    Future<List<PreparedPaper>> papers = preparers.submit(() -> prepare(accession));
    synchronized (this) {
      filling.put(accession, staged, papers, onDurable);
    }
    handOverIfFull();
  }

  private static List<PreparedPaper> prepare(Accession accession) {
    return accession.papers().stream()
        .map(paper -> {
          String sha256 = paper.document().provenance().sha256();
          return PreparedPaper.of(
              new PaperRecord(paper.document(), paper.rawText(), paper.extractor()),
              Optional.of(sha256).filter(accession.originals()::containsKey));
        })
        .toList();
  }

  @Override
  public void confirm(FileLocation former, RegisteredFile now) {
    synchronized (this) {
      filling.confirm(Places.of(former), Places.entry(now));
    }
    handOverIfFull();
  }

  @Override
  public void keep(DocumentId id, boolean anew) {
    synchronized (this) {
      filling.keep(id, anew);
    }
    handOverIfFull();
  }

  @Override
  public void withdraw(FileLocation location) {
    synchronized (this) {
      filling.withdraw(Places.of(location));
    }
    handOverIfFull();
  }

  private void handOverIfFull() {
    boolean full;
    synchronized (this) {
      full = filling.isFull();
    }
    if (full) {
      handOver();
    }
  }

  /** Gives the batch to the committer; waits until it is done with the one before. */
  private void handOver() {
    Future<?> before;
    synchronized (this) {
      before = commit;
    }
    await(before);
    synchronized (this) {
      if (!commit.isDone()) {
        return; // the timer was quicker, and the batch is on its way
      }
      committing = filling;
      filling = new Batch();
      Batch given = committing;
      commit = committer.submit(() -> commit(given));
    }
  }

  /** Commits what has waited long enough; on the committer's thread. */
  private void commitIdle() {
    CompletableFuture<Object> done = new CompletableFuture<>();
    Batch waiting;
    synchronized (this) {
      if (!commit.isDone() || commit.state() == Future.State.FAILED || filling.isEmpty()) {
        return;
      }
      waiting = filling;
      committing = filling;
      filling = new Batch();
      commit = done;
    }
    try {
      commit(waiting);
      done.complete(waiting);
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e); // the next call of the intake is told
    }
  }

  private void commit(Batch batch) {
    depot.originals().publish(batch.originals());
    upkeep.write(session -> write(session, batch), batch::reportDurable);
    synchronized (this) {
      committing = new Batch();
    }
  }

  private Register.Written write(Session session, Batch batch) {
    Register register = new Register(session, reader);
    batch.write(register, depot.clock());
    return register.written();
  }

  private void settleIf(Function<Batch, Boolean> concerned) {
    boolean waiting;
    synchronized (this) {
      waiting = concerned.apply(filling) || concerned.apply(committing);
    }
    if (waiting) {
      settle();
    }
  }

  @Override
  public void settle() {
    boolean empty;
    do {
      handOver();
      synchronized (this) {
        empty = filling.isEmpty();
      }
    } while (!empty);
    Future<?> last;
    synchronized (this) {
      last = commit;
    }
    await(last);
  }

  private void await(Future<?> work) {
    try {
      Waiting.forIt(work);
    } catch (RuntimeException | Error e) {
      hasFailed = true;
      throw e;
    }
  }

  @Override
  public void flush() {
    settle();
    new CompanyRound(depot, upkeep, reader).run();
    upkeep.catchUp();
  }

  @Override
  public long duplicates() {
    return Math.max(0, upkeep.duplicates() - duplicatesBefore);
  }

  @Override
  public void close() {
    try {
      if (!hasFailed) { // what broke the intake off was thrown then, and would break this off too
        flush();
      }
    } finally {
      committer.shutdown();
      preparers.shutdown();
    }
  }
}
