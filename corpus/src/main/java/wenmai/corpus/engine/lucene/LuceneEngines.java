package wenmai.corpus.engine.lucene;

import java.nio.file.Path;
import java.util.Optional;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.engine.Weights;

/**
 * Opens {@link LuceneEngine}s that analyse alike (检索引擎的开启): the tables and words that this takes
 * are made when the first is opened, and held once for all. For many threads.
 */
public final class LuceneEngines {
  private final Lexicon lexicon;
  private final Weights weights;
  private Optional<Analysis> made = Optional.empty();

  public LuceneEngines(Lexicon lexicon, Weights weights) {
    this.lexicon = lexicon;
    this.weights = weights;
  }

  /**
   * Opens for the one writer; makes a new index where there is none.
   *
   * @param bufferMegabytes memory for what is not yet written, for both indexes together
   * @throws UnableToUseIndex where it cannot be written, or another process is writing
   */
  public LuceneEngine forWriting(Path folder, int bufferMegabytes) {
    return LuceneEngine.forWriting(folder, analysis(), weights, bufferMegabytes);
  }

  /** Opens for searching alone; what has been committed by now, or nothing. */
  public LuceneEngine forReading(Path folder) {
    return LuceneEngine.forReading(folder, analysis(), weights);
  }

  private synchronized Analysis analysis() {
    Analysis analysis = made.orElseGet(() -> Analysis.of(lexicon));
    made = Optional.of(analysis);
    return analysis;
  }
}
