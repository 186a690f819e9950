package wenmai.corpus;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.condition.Condition;
import wenmai.corpus.condition.SearchTally;
import wenmai.corpus.condition.Survey;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.semantic.Meanings;
import wenmai.corpus.semantic.Pace;
import wenmai.corpus.store.ArchiveHeld;
import wenmai.corpus.store.ArchiveLock;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Holdings;
import wenmai.corpus.store.Inventory;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Rereader;
import wenmai.corpus.store.StoreProblem;
import wenmai.corpus.upkeep.Derivation;
import wenmai.corpus.upkeep.IndexKeeper;
import wenmai.corpus.upkeep.Sides;

/**
 * The archive (文档库), through its one door: whoever asks it anything says first who is asking, and
 * what that reader may not see takes no part in the answer. Safe for many threads; close it once.
 */
public final class Archive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  private final Depot depot;
  private final IndexKeeper index;
  private final Derivation derivation;
  private final Upkeep upkeep;
  private final StoredRoom.Collection collection;
  private final Rereader rereader;

  private Archive(Depot depot, IndexKeeper index, ArchiveSettings settings) {
    this.depot = depot;
    this.index = index;
    this.rereader = settings.reader();
    this.derivation = new Derivation(depot, settings.citations(), settings.matters());
    this.upkeep = new Upkeep(depot, index, derivation);
    this.collection =
        new StoredRoom.Collection(
            depot,
            index,
            new Sides(depot),
            StoredLookup.Caches.over(depot),
            settings.desk(),
            new Remembered(),
            new SearchTally(),
            settings.patience());
  }

  /**
   * Opens an archive as its one writer, making it where there is none, and brings in what a crash
   * left out.
   *
   * @param what the process is doing (serve, index …), to tell others
   * @throws wenmai.corpus.store.ArchiveHeld if another process is the writer
   * @throws wenmai.corpus.store.StoreProblem if its files cannot be used
   */
  public static Archive open(ArchiveSettings settings, String what) {
    Depot depot = Depot.openForWriting(settings.premises(), what, settings.clock());
    boolean opened = false;
    try {
      Archive archive =
          new Archive(depot, IndexKeeper.openForWriting(depot, settings.engines()), settings);
      archive.derivation.tryAgain();
      archive.derivation.catchUp();
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        depot.close();
      }
    }
  }

  /**
   * Opens an archive beside its writer, to read what has been committed. Where there is none yet,
   * or a crash left something out and nobody is the writer now, that is mended first; where that
   * cannot be, as on a full disk, what has been committed answers.
   */
  public static Archive openForReading(ArchiveSettings settings) {
    if (!Depot.exists(settings.premises())) {
      mend(settings);
    }
    Archive archive = reading(settings);
    if (archive.index.isBehind() && ArchiveLock.holder(settings.folder()).isEmpty()) {
      archive.closeTables();
      mendIfPossible(settings);
      return reading(settings);
    }
    return archive;
  }

  private static Archive reading(ArchiveSettings settings) {
    Depot depot = Depot.openForReading(settings.premises(), settings.clock());
    return new Archive(depot, IndexKeeper.openForReading(depot, settings.engines()), settings);
  }

  private static void mendIfPossible(ArchiveSettings settings) {
    try {
      mend(settings);
    } catch (StoreProblem | UncheckedIOException e) {
      LOG.warn("what a crash left out is missing from searches for now: {}", e.getMessage());
    }
  }

  private static void mend(ArchiveSettings settings) {
    try {
      open(settings, "open").closeTables();
    } catch (ArchiveHeld busy) {
      LOG.info("another process is bringing the archive up to date: {}", busy.getMessage());
    }
  }

  /** Everything one can ask, for this reader, as things stand on that day. */
  public ReadingRoom openFor(Reader reader, LocalDate asOf) {
    if (depot.lock().isEmpty()) {
      index.refresh();
      collection.desk().meanings().ifPresent(Meanings::refresh);
    }
    return new StoredRoom(collection, reader, asOf);
  }

  /**
   * Loads what the public's first search would have to wait for: seconds, with a million papers.
   * Where that fails, each search tries again and says so.
   */
  public void prepare(LocalDate asOf) {
    try {
      new StoredRoom(collection, Reader.anonymous(), asOf).prepare();
    } catch (RuntimeException e) {
      LOG.warn("the index cannot be loaded beforehand", e);
    }
  }

  /**
   * Where one corrects, publishes and withdraws, for one who may.
   *
   * @throws IllegalArgumentException if this reader may not edit
   */
  public Workroom workroomFor(Reader reader) {
    return new StoredWorkroom(depot, upkeep, reader, rereader);
  }

  /**
   * How the archive fares, for one who looks after it.
   *
   * @throws IllegalArgumentException if this reader does not
   */
  public Condition conditionFor(Reader reader) {
    if (reader.role() != Reader.Role.ADMIN) {
      throw new IllegalArgumentException("this reader does not look after the archive");
    }
    return new Survey(depot, index, collection.desk().meanings(), collection.searches())
        .condition();
  }

  /** The same way in, which also notes the files that could not be taken. */
  public Intake noting(Intake intake) {
    return new NotingIntake(intake, depot);
  }

  /** The way in for papers; close it before the archive. */
  public Accessions accessions() {
    return new StoredAccessions(depot, upkeep, rereader);
  }

  /**
   * Makes the vectors that the papers lack, for searching by meaning; nothing where there is no
   * model. What has been made is kept, so it may be stopped and called again at any time.
   *
   * @param pace how much of the machine it may take
   * @param goOn asked before each document
   * @param done hears how many documents have been done so far
   * @return documents done
   */
  public long fillVectors(Pace pace, BooleanSupplier goOn, LongConsumer done) {
    DocumentLookup lookup = StoredLookup.in(collection, Reader.Audience.INTERNAL, LocalDate.EPOCH);
    try (EngineView view = index.view(Reader.Audience.INTERNAL)) {
      return collection
          .desk()
          .meanings()
          .map(meanings -> meanings.fill(view, lookup, pace, goOn, done))
          .orElse(0L);
    }
  }

  /** Makes ready what answers suggestions, so that the first who types need not wait for it. */
  public void prepareSuggestions() {
    collection.desk().prepareSuggestions();
  }

  /** Whether the index was made with other dictionaries, or by another version, than this one's. */
  public boolean isIndexOutdated() {
    return index.isOutdated();
  }

  /**
   * Makes the index anew beside the one in use, which answers meanwhile and is kept; and what could
   * not be worked out of some papers.
   */
  public void rebuildIndex() {
    index.rebuild();
    upkeep.tryAgain();
  }

  /** Brings the index before this one back into use; says whether there was one. */
  public boolean switchIndexBack() {
    return index.switchBack();
  }

  /** Tells other processes where this one, the writer, can be reached. */
  public void announce(ArchiveLock.Holder holder) {
    depot.lock().ifPresent(lock -> lock.announce(holder));
  }

  /** Whether it holds the sample corpus alone. */
  public boolean isSample() {
    return depot.read(session -> new Marks(session).get(Marks.SAMPLE)).isPresent();
  }

  /** Whether it holds nothing at all; told at once, however much there is. */
  public boolean isEmpty() {
    return depot.read(session -> new Inventory(session).isEmpty());
  }

  /** Marks it as holding the sample corpus, of which papers may still be missing. */
  public void beginSample() {
    depot.<Object>write(session -> {
      new Marks(session).set(Marks.SAMPLE, "yes");
      new Marks(session).set(Marks.SAMPLE_BEGUN, "yes");
      return session;
    });
  }

  /** Marks the sample corpus as wholly there. */
  public void completeSample() {
    depot.<Object>write(session -> {
      new Marks(session).clear(Marks.SAMPLE_BEGUN);
      return session;
    });
  }

  /** Whether taking the sample corpus in has been begun and not ended. */
  public boolean isSampleBegun() {
    return depot.read(session -> new Marks(session).get(Marks.SAMPLE_BEGUN)).isPresent();
  }

  /**
   * Takes the sample papers out and leaves nothing of them, so that the first others stand alone.
   */
  public void clearSample() {
    List<DocumentId> sample = new ArrayList<>();
    try (Accessions register = accessions()) {
      List<Accessions.FileLocation> files = new ArrayList<>();
      for (String root : register.roots()) {
        register.registeredUnder(
            root,
            "",
            file -> {
              files.add(file.location());
              sample.addAll(file.documents());
            });
      }
      files.forEach(register::withdraw);
      register.flush();
    }
    List<String> unused =
        depot.write(session -> {
          new Marks(session).clear(Marks.SAMPLE);
          new Marks(session).clear(Marks.SAMPLE_BEGUN);
          return new Holdings(session).forget(sample);
        });
    unused.forEach(depot.originals()::discard);
  }

  @Override
  public void close() {
    collection.desk().meanings().ifPresent(Meanings::close);
    closeTables();
  }

  /** Closes what is its own; the desk is of the settings, which may be opened with once more. */
  private void closeTables() {
    index.close();
    upkeep.settle();
    derivation.close();
    depot.close();
  }
}
