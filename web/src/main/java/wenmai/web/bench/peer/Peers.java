package wenmai.web.bench.peer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import wenmai.analyzers.segment.hanlp.HanlpBaseline;

/** The analyzers that Chinese searches are usually built on (常用分析器). */
public final class Peers {
  private Peers() {}

  /** By name; without those whose library is not on the class path. */
  public static Map<String, Analyzer> analyzers() {
    Map<String, Analyzer> analyzers = new LinkedHashMap<>();
    analyzers.put("lucene CJKAnalyzer", new CJKAnalyzer());
    ifThere(SmartChineseAnalyzer::new)
        .ifPresent(smart -> analyzers.put("lucene SmartChineseAnalyzer", smart));
    analyzers.put("hanlp viterbi", hanlp());
    return analyzers;
  }

  private static Optional<Analyzer> ifThere(Supplier<Analyzer> make) {
    try {
      return Optional.of(make.get());
    } catch (LinkageError e) {
      return Optional.empty(); // a benchmark's library, which no installation needs
    }
  }

  private static Analyzer hanlp() {
    HanlpBaseline baseline = new HanlpBaseline(HanlpBaseline.Setting.VITERBI);
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(
            new WordsTokenizer(text -> baseline.words(text.toLowerCase(Locale.ROOT))));
      }
    };
  }
}
