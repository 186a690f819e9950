package wenmai.analyzers;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import wenmai.analyzers.segment.Detail;

/** The words field through Lucene's own checks; both analyzers, every detail. */
public class HanlpAnalyzerTest extends BaseTokenStreamTestCase {
  private static final Analyzer INDEX =
      HanlpAnalyzer.forIndex(TestLexicon.get(), AnalysisSettings.defaults());
  private static final Analyzer WITHIN =
      HanlpAnalyzer.forIndex(TestLexicon.get(), new AnalysisSettings(Detail.WORDS_WITHIN));
  private static final Analyzer QUERY = HanlpAnalyzer.forQueries(TestLexicon.get());

  public void testRandomTextsGiveConsistentStreams() throws IOException {
    for (Analyzer analyzer : new Analyzer[] {INDEX, WITHIN, QUERY}) {
      checkRandomData(random(), analyzer, 200 * RANDOM_MULTIPLIER);
    }
  }

  public void testLongRandomTextsGiveConsistentStreams() throws IOException {
    checkRandomData(random(), INDEX, 20 * RANDOM_MULTIPLIER, 8192);
  }

  public void testNumbersAreWrittenOneWay() throws IOException {
    assertAnalyzesTo(QUERY, "第十二条", new String[] {"第12条"});
    assertAnalyzesTo(QUERY, "二〇二三年", new String[] {"2023年"});
    assertAnalyzesTo(QUERY, "十五件", new String[] {"15件"});
  }
}
