package wenmai.analyzers.gold;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import wenmai.analyzers.AnalyzedTerm;

/** A way of analysing that is scored: the terms of a text, and those of a query. */
interface Contestant {
  List<AnalyzedTerm> index(String text);

  List<AnalyzedTerm> query(String text);

  static Contestant of(Analyzer index, Analyzer query) {
    return new Contestant() {
      @Override
      public List<AnalyzedTerm> index(String text) {
        return AnalyzedTerm.of(index, text);
      }

      @Override
      public List<AnalyzedTerm> query(String text) {
        return AnalyzedTerm.of(query, text);
      }
    };
  }

  /** HanLP as it comes: {@code HanLP.newSegment()}, each word a place. */
  static Contestant rawHanlp() {
    Segment segment = HanLP.newSegment().enableOffset(true);
    return new Contestant() {
      @Override
      public List<AnalyzedTerm> index(String text) {
        List<AnalyzedTerm> terms = new ArrayList<>();
        for (Term term : segment.seg(text)) {
          int end = term.offset + term.word.length();
          terms.add(new AnalyzedTerm(term.word, term.offset, end, terms.size(), 1, "word"));
        }
        return terms;
      }

      @Override
      public List<AnalyzedTerm> query(String text) {
        return index(text);
      }
    };
  }
}
