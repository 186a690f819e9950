package wenmai.analyzers;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import wenmai.analyzers.fold.Folding;
import wenmai.analyzers.fold.FoldingCharFilter;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.HanlpTokenizer;
import wenmai.analyzers.segment.HanlpTokenizer.Positions;
import wenmai.analyzers.segment.hanlp.HanlpSegmentation;

/**
 * Words for ranking (词语分析器): folds, then cuts into words with HanLP's model and the words of the
 * field. Thread-safe and shared.
 *
 * <p>An index takes {@link #forIndex}, a query {@link #forQueries}; both count the same places, so
 * a phrase of the query's words, each at its place, matches wherever its characters stand.
 */
public final class HanlpAnalyzer extends Analyzer {
  private final Folding folding;
  private final HanlpSegmentation segmentation;
  private final Positions positions;

  private HanlpAnalyzer(Folding folding, HanlpSegmentation segmentation, Positions positions) {
    this.folding = folding;
    this.segmentation = segmentation;
    this.positions = positions;
  }

  /** For texts: words and, as the settings say, the words inside and across them. */
  public static HanlpAnalyzer forIndex(Lexicon lexicon, AnalysisSettings settings) {
    return new HanlpAnalyzer(
        lexicon.folding().wide(),
        new HanlpSegmentation(lexicon, settings.indexDetail()),
        Positions.GRAPH);
  }

  /** For queries: each stretch once, as the words of the best segmentation. */
  public static HanlpAnalyzer forQueries(Lexicon lexicon) {
    return new HanlpAnalyzer(
        lexicon.folding().wide(), new HanlpSegmentation(lexicon, Detail.WORDS), Positions.FLAT);
  }

  /** {@link #forQueries} beside this one; the words are held once. */
  public HanlpAnalyzer queries() {
    return new HanlpAnalyzer(folding, segmentation.in(Detail.WORDS), Positions.FLAT);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new HanlpTokenizer(segmentation, positions));
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
