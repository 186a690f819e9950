package wenmai.analyzers;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import wenmai.analyzers.fold.Folding;
import wenmai.analyzers.fold.FoldingCharFilter;
import wenmai.analyzers.lexicon.Lexicon;

/**
 * Characters for truth (逐字分析器): every visible character of the folded text, punctuation too, is one
 * token at its own place, so a phrase of them is an exact run. Thread-safe and shared; texts and
 * queries take the same.
 *
 * <p>Its terms are the code points of {@link Folding#fold(CharSequence)}, no more and no fewer.
 */
public final class ExactAnalyzer extends Analyzer {
  private final Folding folding;

  public ExactAnalyzer(Lexicon lexicon) {
    this.folding = lexicon.folding();
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new CharacterTokenizer());
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new FoldingCharFilter(folding, reader);
  }

  @Override
  protected Reader initReaderForNormalization(String fieldName, Reader reader) {
    return initReader(fieldName, reader);
  }
}
