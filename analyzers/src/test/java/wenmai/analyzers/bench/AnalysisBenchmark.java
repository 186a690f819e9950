package wenmai.analyzers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import wenmai.analyzers.AnalysisSettings;
import wenmai.analyzers.ExactAnalyzer;
import wenmai.analyzers.HanlpAnalyzer;
import wenmai.analyzers.TestLexicon;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.Segmenter;
import wenmai.analyzers.segment.hanlp.HanlpBaseline;
import wenmai.analyzers.segment.hanlp.HanlpSegmentation;

/**
 * The analyzers under JMH, one text of some 100,000 characters an operation; not run by the tests.
 * From the module's folder, after {@code mvn test-compile}:
 *
 * <pre>
 * java -Dwenmai.root=.. -cp target/classes:target/test-classes:DEPENDENCIES org.openjdk.jmh.Main
 *   AnalysisBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class AnalysisBenchmark {
  /** A folder of texts, read up to {@link #LENGTH}; without one the gold sentences repeat. */
  @Param("")
  public String corpus = "";

  private static final int LENGTH = 100_000;

  private String text = "";
  private Analyzer index = new ExactAnalyzer(TestLexicon.get());
  private Analyzer query = index;
  private Analyzer exact = index;
  private HanlpSegmentation segmentation =
      new HanlpSegmentation(TestLexicon.get(), Detail.ALL_WORDS);
  private HanlpBaseline viterbi = new HanlpBaseline(HanlpBaseline.Setting.VITERBI);
  private HanlpBaseline asItComes = new HanlpBaseline(HanlpBaseline.Setting.AS_IT_COMES);

  @State(Scope.Thread)
  public static class OneThread {
    private Segmenter segmenter =
        new HanlpSegmentation(TestLexicon.get(), Detail.ALL_WORDS).newSegmenter();
  }

  @Setup
  public void prepare() throws IOException {
    Lexicon lexicon = TestLexicon.get();
    index = HanlpAnalyzer.forIndex(lexicon, AnalysisSettings.defaults());
    query = HanlpAnalyzer.forQueries(lexicon);
    text = readText();
  }

  private String readText() throws IOException {
    StringBuilder all = new StringBuilder();
    if (corpus.isEmpty()) {
      String gold =
          Files.readString(Path.of("src/test/resources/wenmai/gold/segmentation.words.txt"))
              .replace(" ", "");
      while (all.length() < LENGTH) {
        all.append(gold);
      }
    } else {
      try (Stream<Path> files = Files.walk(Path.of(corpus))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
          all.append(Files.readString(file));
          if (all.length() > LENGTH) {
            break;
          }
        }
      }
    }
    return all.substring(0, Math.min(LENGTH, all.length()));
  }

  @Benchmark
  public long indexStream() {
    return AnalysisSpeed.consume(index, text);
  }

  /** One analyzer shared by two threads: the sum should be twice that of one. */
  @Benchmark
  @Threads(2)
  public long indexStreamSharedByTwo() {
    return AnalysisSpeed.consume(index, text);
  }

  @Benchmark
  public long indexBareLoop(OneThread thread) {
    return AnalysisSpeed.loop(thread.segmenter, text);
  }

  @Benchmark
  public long queryStream() {
    return AnalysisSpeed.consume(query, text);
  }

  @Benchmark
  public long exactStream() {
    return AnalysisSpeed.consume(exact, text);
  }

  @Benchmark
  public long hanlpViterbiBareLoop() {
    return viterbi.count(text);
  }

  @Benchmark
  public long hanlpAsItComesBareLoop() {
    return asItComes.count(text);
  }

  /** What a new segmenter costs, for a pool of threads makes one each. */
  @Benchmark
  public Object newSegmenter() {
    return segmentation.newSegmenter();
  }
}
