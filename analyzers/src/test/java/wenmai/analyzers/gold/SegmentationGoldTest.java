package wenmai.analyzers.gold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import wenmai.analyzers.AnalysisSettings;
import wenmai.analyzers.HanlpAnalyzer;
import wenmai.analyzers.TestLexicon;

/**
 * Ours against HanLP as it comes, on the gold set. Prices and dictionary were set looking at the
 * odd half; the even half was never looked at, and both must be better.
 */
class SegmentationGoldTest {
  private static final Analyzer INDEX =
      HanlpAnalyzer.forIndex(TestLexicon.get(), AnalysisSettings.defaults());
  private static final Analyzer QUERY = HanlpAnalyzer.forQueries(TestLexicon.get());

  private final List<GoldSentence> all = GoldSentence.readAll();

  @Test
  void theGoldSetIsWhole() {
    assertEquals(400, all.size());
    for (GoldSentence sentence : all) {
      assertEquals(sentence.text(), String.join("", sentence.words()), sentence.id());
      for (GoldSentence.Term term : sentence.terms()) {
        assertTrue(sentence.text().startsWith(term.text(), term.start()), sentence.id());
      }
    }
  }

  @Test
  void ourWordsAndTermsAreBetterThanHanlpsOnEitherHalf() {
    for (int half = 0; half < 2; half++) {
      GoldScore ours = GoldScore.of(Contestant.of(INDEX, QUERY), half(half));
      GoldScore raw = GoldScore.of(Contestant.rawHanlp(), half(half));
      String figures = "half " + half + ": ours " + ours.figures() + ", HanLP " + raw.figures();
      assertTrue(ours.wordF1() > raw.wordF1() + 0.05, figures);
      assertTrue(ours.termRecall() > raw.termRecall(), figures);
    }
  }

  private List<GoldSentence> half(int remainder) {
    return all.stream()
        .filter(sentence -> Integer.parseInt(sentence.id().substring(1)) % 2 == remainder)
        .toList();
  }
}
