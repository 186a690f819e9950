package wenmai.corpus.semantic;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.PassageVectors;
import wenmai.corpus.engine.PassageVectors.Nearby;

/** A model and the vectors it has made of the collection (语义检索). For many threads. */
public final class Meanings implements AutoCloseable {
  private final Supplier<Optional<Embedder>> load;
  private final PassageVectors vectors;
  private final Object filling = new Object();
  private @Nullable Optional<Embedder> loaded;

  /**
   * @param load gives the model, or nothing where there is none; called once, when the model is
   *     first needed
   */
  public Meanings(Supplier<Optional<Embedder>> load, PassageVectors vectors) {
    this.load = load;
    this.vectors = vectors;
  }

  private synchronized Optional<Embedder> model() {
    Optional<Embedder> model = loaded;
    if (model == null) {
      model = load.get();
      loaded = model;
    }
    return model;
  }

  /** Whether there is a model on this machine; loads it. */
  public boolean isAvailable() {
    return model().isPresent();
  }

  /**
   * The passages nearest in meaning to a question.
   *
   * @param ways one or more ways to put it, which count alike
   */
  public List<Nearby> nearest(
      Audience audience, List<String> ways, int most, Predicate<DocumentId> wanted) {
    return model()
        .map(model ->
            vectors.nearest(
                audience,
                UnitVector.between(ways.stream().map(model::question).toList()),
                most,
                wanted))
        .orElse(List.of());
  }

  /**
   * Makes the vectors that this view's documents lack; one caller at a time. What has been made is
   * kept, so it may be stopped and called again.
   *
   * @param pace how much of the machine it may take
   * @param goOn asked before each document
   * @param done hears how many documents have been filled in so far
   * @return documents filled in
   */
  public long fill(
      EngineView view, DocumentLookup lookup, Pace pace, BooleanSupplier goOn, LongConsumer done) {
    synchronized (filling) {
      if (lookup.audience() == Audience.INTERNAL) {
        VectorFiller.prune(vectors, view);
      }
      List<DocumentId> missing = missing(view, goOn);
      // The model is loaded only where there is something to do.
      return missing.isEmpty()
          ? 0
          : model()
              .map(model -> new VectorFiller(vectors, model, pace, goOn, done))
              .map(filler -> filler.fill(missing, view, lookup))
              .orElse(0L);
    }
  }

  /** How many of this view's documents still lack vectors. */
  public long waiting(EngineView view) {
    return VectorFiller.missing(vectors, view).size();
  }

  /** What is left to this process: while another one makes vectors, it waits and looks again. */
  private List<DocumentId> missing(EngineView view, BooleanSupplier goOn) {
    List<DocumentId> missing = VectorFiller.missing(vectors, view);
    while (!missing.isEmpty() && !vectors.claim()) {
      if (!goOn.getAsBoolean() || !isAvailable() || !pause()) {
        return List.of();
      }
      vectors.refresh();
      missing = VectorFiller.missing(vectors, view);
    }
    return missing;
  }

  private static boolean pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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
