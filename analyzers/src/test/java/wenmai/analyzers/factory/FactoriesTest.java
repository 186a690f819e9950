package wenmai.analyzers.factory;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilterFactory;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import wenmai.analyzers.AnalysisSettings;
import wenmai.analyzers.AnalyzedTerm;
import wenmai.analyzers.ExactAnalyzer;
import wenmai.analyzers.HanlpAnalyzer;
import wenmai.analyzers.TestLexicon;

/** The factories, found by name as a search server finds them. */
public class FactoriesTest extends BaseTokenStreamTestCase {
  private static final String CONFIG = TestLexicon.configDir().toString();
  private static final String TEXT = "棠州市人大常委會〔２０２２〕第十二号公告：臺灣㎡，工作报告。";

  public void testAChainOfFactoriesIsTheWordsAnalyzer() throws IOException {
    try (Analyzer made =
        CustomAnalyzer.builder()
            .addCharFilter(FoldingCharFilterFactory.NAME, "config", CONFIG)
            .withTokenizer(HanlpTokenizerFactory.NAME, "config", CONFIG)
            .build()) {
      assertEquals(
          AnalyzedTerm.of(
              HanlpAnalyzer.forIndex(TestLexicon.get(), AnalysisSettings.defaults()), TEXT),
          AnalyzedTerm.of(made, TEXT));
      checkRandomData(random(), made, 20 * RANDOM_MULTIPLIER);
    }
  }

  public void testAChainForQueriesIsTheQueryAnalyzer() throws IOException {
    try (Analyzer made =
        CustomAnalyzer.builder()
            .addCharFilter(FoldingCharFilterFactory.NAME, "config", CONFIG)
            .withTokenizer(
                HanlpTokenizerFactory.NAME,
                "config",
                CONFIG,
                "detail",
                "words",
                "positions",
                "flat")
            .build()) {
      assertEquals(
          AnalyzedTerm.of(HanlpAnalyzer.forQueries(TestLexicon.get()), TEXT),
          AnalyzedTerm.of(made, TEXT));
    }
  }

  public void testAChainOfCharactersIsTheExactAnalyzer() throws IOException {
    try (Analyzer made =
        CustomAnalyzer.builder()
            .addCharFilter(FoldingCharFilterFactory.NAME, "config", CONFIG, "reach", "exact")
            .withTokenizer(CharacterTokenizerFactory.NAME)
            .build()) {
      assertEquals(
          AnalyzedTerm.of(new ExactAnalyzer(TestLexicon.get()), TEXT), AnalyzedTerm.of(made, TEXT));
      checkRandomData(random(), made, 20 * RANDOM_MULTIPLIER);
    }
  }

  public void testAnUnknownOptionIsNamed() {
    Map<String, String> options = new HashMap<>(Map.of("config", CONFIG, "mode", "search"));
    IllegalArgumentException refused =
        expectThrows(
            IllegalArgumentException.class,
            () -> TokenizerFactory.forName(HanlpTokenizerFactory.NAME, options));
    assertTrue(rootMessage(refused), rootMessage(refused).contains("unknown options: mode"));
  }

  public void testAnUnknownValueIsNamedWithThoseThatAreKnown() {
    Map<String, String> options = new HashMap<>(Map.of("config", CONFIG, "detail", "finest"));
    IllegalArgumentException refused =
        expectThrows(
            IllegalArgumentException.class,
            () -> TokenizerFactory.forName(HanlpTokenizerFactory.NAME, options));
    assertTrue(
        rootMessage(refused),
        rootMessage(refused)
            .contains("detail is finest; it can be words, words_within, all_words"));
  }

  public void testAFolderMustBeNamed() {
    IllegalArgumentException refused =
        expectThrows(
            IllegalArgumentException.class,
            () -> CharFilterFactory.forName(FoldingCharFilterFactory.NAME, new HashMap<>()));
    assertTrue(rootMessage(refused), rootMessage(refused).contains("option config is missing"));
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
