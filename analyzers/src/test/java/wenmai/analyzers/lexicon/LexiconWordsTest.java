package wenmai.analyzers.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wenmai.analyzers.AnalysisSettings;
import wenmai.analyzers.AnalyzedTerm;
import wenmai.analyzers.HanlpAnalyzer;
import wenmai.analyzers.TestLexicon;

/**
 * Every word of the lexicon: as a query it is one word, and in a text it is found where it stands,
 * whatever surrounds it.
 */
class LexiconWordsTest {
  private static final Analyzer INDEX =
      HanlpAnalyzer.forIndex(TestLexicon.get(), AnalysisSettings.defaults());
  private static final Analyzer QUERY = HanlpAnalyzer.forQueries(TestLexicon.get());

  /** Surroundings that begin or end in half a word, which tempt a segmenter to cut elsewhere. */
  private static final List<String> BEFORE = List.of("会议讨论了", "本次", "加强和改", "应当向全");

  private static final List<String> BEHIND = List.of("的问题。", "工作", "人员", "法");

  @ParameterizedTest
  @EnumSource
  void everyWordIsOneWordInAQueryAndFoundWhereverItStands(PartOfLexicon part) {
    List<String> failures = new ArrayList<>();
    for (Word word : TestLexicon.get().words().values()) {
      if (word.part() == part) {
        check(word.text(), failures);
      }
    }
    assertEquals(List.of(), failures);
  }

  private static void check(String word, List<String> failures) {
    List<String> query = AnalyzedTerm.of(QUERY, word).stream().map(AnalyzedTerm::term).toList();
    if (!query.equals(List.of(word))) {
      failures.add(word + " as a query is " + query);
    }
    for (int i = 0; i < BEFORE.size(); i++) {
      int start = BEFORE.get(i).length();
      String text = BEFORE.get(i) + word + BEHIND.get(i);
      if (AnalyzedTerm.of(INDEX, text).stream()
          .noneMatch(term -> term.term().equals(word) && term.start() == start)) {
        failures.add(word + " is not found in " + text);
      }
    }
  }

  @Test
  void theFieldHasWordsOfEveryPart() {
    for (PartOfLexicon part : PartOfLexicon.values()) {
      long count =
          TestLexicon.get().words().values().stream().filter(word -> word.part() == part).count();
      assertTrue(count > 100, part + " has " + count);
    }
  }
}
