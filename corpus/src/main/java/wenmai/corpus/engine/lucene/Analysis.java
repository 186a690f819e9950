package wenmai.corpus.engine.lucene;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import wenmai.analyzers.AnalysisSettings;
import wenmai.analyzers.AnalyzedTerm;
import wenmai.analyzers.HanlpAnalyzer;
import wenmai.analyzers.fold.Folding;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.pinyin.Pinyin;
import wenmai.analyzers.segment.Detail;
import wenmai.corpus.citation.TitleKey;

/**
 * How texts and queries become terms (分析). Immutable; for many threads.
 *
 * @param words what is indexed of a text
 * @param queryWords what a query is cut into
 */
record Analysis(
    Folding folding, Analyzer words, Analyzer queryWords, Pinyin pinyin, String fingerprint) {

  static Analysis of(Lexicon lexicon) {
    HanlpAnalyzer words =
        HanlpAnalyzer.forIndex(lexicon, new AnalysisSettings(Detail.WORDS_WITHIN));
    return new Analysis(
        lexicon.folding(),
        words,
        words.queries(),
        new Pinyin(lexicon),
        "fields " + Fields.VERSION + "; lexicon " + lexicon.fingerprint());
  }

  /** A text as an exact search compares it. */
  String fold(String text) {
    return folding.fold(text).text();
  }

  /** The words of a query, each with its place in it. */
  List<AnalyzedTerm> queryTerms(String text) {
    return AnalyzedTerm.of(queryWords, text);
  }

  /** What may be typed for a name: its characters, its pinyin, its initials; folded. */
  Set<String> spellings(String name) {
    return pinyin.spellings(name);
  }

  /** How a word is pronounced, in pinyin without tones. */
  String sound(String word) {
    return pinyin.full(word);
  }

  /** A title as it is looked up: folded, and 第十二条 as 第12条. */
  String titleKey(String title) {
    return TitleNumerals.inDigits(TitleKey.of(fold(title)).value());
  }
}
