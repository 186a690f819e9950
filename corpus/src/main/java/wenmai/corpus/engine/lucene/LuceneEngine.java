package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.engine.Weights;

/**
 * The engine on Lucene indexes in a folder (检索引擎), one a visibility. The process that writes opens
 * it with {@link LuceneEngines#forWriting}; others see its commits with {@link
 * LuceneEngines#forReading}.
 */
public final class LuceneEngine implements Engine {
  /** Two are enough; one more for a merge that was about to begin. */
  private static final int MOST_PASSES = 3;

  private final Analysis analysis;
  private final WordCounts counts;
  private final Weights weights;
  private final BlockWriter blocks;
  private final ColumnCache cache;
  private final Map<Visibility, IndexWriter> writers;
  private final Readers readers;

  /** Documents put into the public index since the last commit. */
  private final Set<DocumentId> newlyPublic = ConcurrentHashMap.newKeySet();

  /** Whether a document has left the public index for the internal one since then. */
  private final AtomicBoolean anyHidden = new AtomicBoolean();

  /** An engine that is only being built loads nothing, for another answers meanwhile. */
  private volatile boolean asked;

  private LuceneEngine(
      Path folder, Analysis analysis, Weights weights, Map<Visibility, IndexWriter> writers) {
    this.analysis = analysis;
    this.counts = new WordCounts(analysis);
    this.weights = weights;
    this.cache = new ColumnCache(weights.standing());
    this.blocks = new BlockWriter(analysis);
    this.writers = writers;
    this.readers =
        Readers.open(folder(folder, Visibility.PUBLIC), folder(folder, Visibility.INTERNAL));
  }

  static LuceneEngine forWriting(
      Path folder, Analysis analysis, Weights weights, int bufferMegabytes) {
    Map<Visibility, IndexWriter> writers = new EnumMap<>(Visibility.class);
    try {
      for (Visibility visibility : Visibility.values()) {
        IndexWriterConfig config =
            new IndexWriterConfig()
                .setMergePolicy(forgettingAll())
                .setSimilarity(Similarities.bm25(weights.bm25()))
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(bufferMegabytes / 2.0);
        writers.put(
            visibility, new IndexWriter(UnmappedFiles.open(folder(folder, visibility)), config));
      }
    } catch (IOException e) {
      rollBack(writers);
      throw new UnableToUseIndex("open the index for writing", e);
    }
    return new LuceneEngine(folder, analysis, weights, writers);
  }

  /** Merges as usual; but what is asked to forget what was deleted forgets all of it. */
  private static MergePolicy forgettingAll() {
    return new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
  }

  static LuceneEngine forReading(Path folder, Analysis analysis, Weights weights) {
    return new LuceneEngine(folder, analysis, weights, Map.of());
  }

  private static Path folder(Path folder, Visibility visibility) {
    return folder.resolve(visibility.key());
  }

  @Override
  public void put(IndexableDocument document) {
    Term id = new Term(Fields.ID, document.id().value());
    noteWhetherHidden(document);
    try {
      for (Visibility visibility : Visibility.values()) {
        if (visibility == document.visibility()) {
          writer(visibility).updateDocuments(id, blocks.block(document));
        } else {
          writer(visibility).deleteDocuments(id);
        }
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("put " + document.id() + " into the index", e);
    }
  }

  /* What has been deleted weighs in the statistics of the terms until its segment is merged: a text
   * that has become internal would go on telling of itself in the public's scores. */
  private void noteWhetherHidden(IndexableDocument document) {
    switch (document.visibility()) {
      case PUBLIC -> newlyPublic.add(document.id());
      case INTERNAL -> {
        if (newlyPublic.contains(document.id()) || readers.isPublic(document.id())) {
          anyHidden.set(true);
        }
      }
    }
  }

  @Override
  public void remove(DocumentId id) {
    try {
      for (Visibility visibility : Visibility.values()) {
        writer(visibility).deleteDocuments(new Term(Fields.ID, id.value()));
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("take " + id + " out of the index", e);
    }
  }

  @Override
  public void commit(long journalNumber) {
    Map<String, String> data =
        Map.of(
            Readers.JOURNAL,
            Long.toString(journalNumber),
            Readers.FINGERPRINT,
            analysis.fingerprint());
    boolean hiding = anyHidden.getAndSet(false);
    try {
      if (hiding) {
        forgetDeleted(writer(Visibility.PUBLIC));
      }
      newlyPublic.clear();
      // What a crash between the two leaves is taken up again from the lesser number.
      for (Visibility visibility : Visibility.values()) {
        IndexWriter writer = writer(visibility);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("commit the index", e);
    }
    // What is to be seen no more must not be seen for as long as loading takes.
    if (hiding || !asked) {
      readers.refresh();
    } else {
      readers.refresh(cache::columns);
    }
  }

  /* A merge of its own accord, begun by the flush or before the deletion, keeps its segments from
   * being asked and may carry what was deleted along: so all merges are awaited, and asked again. */
  private static void forgetDeleted(IndexWriter writer) throws IOException {
    for (int pass = 0; pass == 0 || (pass < MOST_PASSES && writer.hasDeletions()); pass++) {
      writer.forceMergeDeletes();
      if (writer.getConfig().getMergeScheduler() instanceof ConcurrentMergeScheduler merges) {
        merges.sync();
      }
    }
  }

  private IndexWriter writer(Visibility visibility) {
    IndexWriter writer = writers.get(visibility);
    if (writer == null) {
      throw new IllegalStateException("the index was opened for reading");
    }
    return writer;
  }

  @Override
  public long journalNumber() {
    return readers.journalNumber();
  }

  @Override
  public String fingerprint() {
    return analysis.fingerprint();
  }

  @Override
  public Optional<String> writtenWith() {
    return readers.writtenWith();
  }

  @Override
  public boolean refresh() {
    return readers.refresh();
  }

  @Override
  public EngineView view(Audience audience, Deadline deadline) {
    asked = true;
    return new LuceneView(readers.lease(audience), cache, analysis, counts, weights, deadline);
  }

  /** The same documents in an index of Lucene's alone, in a new folder, for measuring beside it. */
  public PlainIndex plain(Path folder) {
    return new PlainIndex(folder, analysis, weights);
  }

  @Override
  public void close() {
    readers.close();
    rollBack(writers);
  }

  static void rollBack(Map<Visibility, IndexWriter> writers) {
    try {
      for (IndexWriter writer : writers.values()) {
        writer.rollback();
        writer.getDirectory().close();
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("close the index", e);
    }
  }
}
