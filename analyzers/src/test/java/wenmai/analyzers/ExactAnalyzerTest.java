package wenmai.analyzers;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.apache.lucene.tests.util.TestUtil;
import wenmai.analyzers.fold.Folded;

/**
 * The exact field: its terms are the code points of the folded text, and its offsets are theirs.
 */
public class ExactAnalyzerTest extends BaseTokenStreamTestCase {
  private static final Analyzer EXACT = new ExactAnalyzer(TestLexicon.get());

  public void testRandomTextsGiveConsistentStreams() throws IOException {
    checkRandomData(random(), EXACT, 200 * RANDOM_MULTIPLIER);
    checkRandomData(random(), EXACT, 20 * RANDOM_MULTIPLIER, 8192);
  }

  public void testEveryVisibleCharacterIsATerm() throws IOException {
    assertAnalyzesTo(
        EXACT,
        "“审 议\u200B意\r\n見”，Ａ",
        new String[] {"“", "审", "议", "意", "见", "”", ",", "a"},
        new int[] {0, 1, 3, 5, 8, 9, 10, 11},
        new int[] {1, 2, 4, 6, 9, 10, 11, 12},
        new int[] {1, 1, 1, 1, 1, 1, 1, 1});
  }

  public void testTermsAndOffsetsAreThoseOfThePureFunction() {
    for (int round = 0; round < 500 * RANDOM_MULTIPLIER; round++) {
      String text = TestUtil.randomUnicodeString(random(), 60) + "臺灣 〔２０２２〕\u3000號\uFEFFÅ𠮷";
      Folded folded = TestLexicon.get().folding().fold(text);
      List<AnalyzedTerm> terms = AnalyzedTerm.of(EXACT, text);
      StringBuilder joined = new StringBuilder();
      for (AnalyzedTerm term : terms) {
        assertEquals(text, folded.sourceStart(joined.length()), term.start());
        joined.append(term.term());
        assertEquals(text, folded.sourceEnd(joined.length()), term.end());
      }
      assertEquals(folded.text(), joined.toString());
    }
  }
}
