package wenmai.corpus.semantic;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.PassageVectors;
import wenmai.corpus.engine.PassageVectors.Nearby;

/** A model and the vectors it has made of the collection (语义检索). For many threads. */
public final class Meanings implements AutoCloseable {
  private final Embedder embedder;
  private final PassageVectors vectors;
  private final VectorFiller filler;

  public Meanings(Embedder embedder, PassageVectors vectors) {
    this.embedder = embedder;
    this.vectors = vectors;
    this.filler = new VectorFiller(vectors, embedder);
  }

  /** The passages nearest in meaning to a question. */
  public List<Nearby> nearest(
      Audience audience, String question, int most, Predicate<DocumentId> wanted) {
    return vectors.nearest(audience, embedder.question(question), most, wanted);
  }

  /**
   * Makes the vectors that this view's documents lack; one caller at a time. What has been made is
   * kept, so it may be stopped and called again.
   *
   * @param goOn asked before each document
   * @param done hears how many documents have been filled in so far
   * @return documents filled in
   */
  public long fill(
      EngineView view, DocumentLookup lookup, BooleanSupplier goOn, LongConsumer done) {
    synchronized (filler) {
      if (lookup.audience() == Audience.INTERNAL) {
        filler.prune(view);
      }
      return filler.fill(view, lookup, goOn, done);
    }
  }

  /** How many documents of this view have no vectors yet, or old ones. */
  public long missing(EngineView view) {
    return filler.missingIn(view);
  }

  /** Lets searches see what another process has made. */
  public boolean refresh() {
    return vectors.refresh();
  }

  @Override
  public void close() {
    vectors.close();
  }
}
