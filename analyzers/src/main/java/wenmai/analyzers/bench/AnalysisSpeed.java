package wenmai.analyzers.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import wenmai.analyzers.AnalysisSettings;
import wenmai.analyzers.ExactAnalyzer;
import wenmai.analyzers.HanlpAnalyzer;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.analyzers.segment.Detail;
import wenmai.analyzers.segment.Segmenter;
import wenmai.analyzers.segment.hanlp.HanlpBaseline;
import wenmai.analyzers.segment.hanlp.HanlpSegmentation;

/**
 * Measures the analyzers beside HanLP's own segmenter (分析速度): one thread, the same texts, the best
 * of several rounds in which the contestants take turns.
 */
public final class AnalysisSpeed {

  /**
   * What one contestant did.
   *
   * @param name which it is
   * @param charactersPerSecond of processor time, in UTF-16 units
   * @param wordsPerCharacter how many words or terms it gave
   * @param bytesPerWord memory it asked for, in bytes for each word or term
   */
  public record Result(
      String name, double charactersPerSecond, double wordsPerCharacter, double bytesPerWord) {}

  /**
   * What threads with one analyzer between them did.
   *
   * @param charactersPerSecond of processor time of each, in UTF-16 units
   * @param blocked how often one had to wait for another
   */
  public record Shared(int threads, double charactersPerSecond, long blocked) {}

  private record Contestant(String name, ToLongFunction<String> words) {}

  private static final double NANOS = 1e9;

  private final List<Contestant> contestants;
  private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  public AnalysisSpeed(Lexicon lexicon) {
    Segmenter bare = new HanlpSegmentation(lexicon, Detail.ALL_WORDS).newSegmenter();
    Segmenter within = new HanlpSegmentation(lexicon, Detail.WORDS_WITHIN).newSegmenter();
    contestants =
        List.of(
            contestant(
                "all words, stream", HanlpAnalyzer.forIndex(lexicon, AnalysisSettings.defaults())),
            new Contestant("all words, bare loop", text -> loop(bare, text)),
            contestant("words within words, stream", within(lexicon)),
            new Contestant("words within words, bare loop", text -> loop(within, text)),
            contestant("query, stream", HanlpAnalyzer.forQueries(lexicon)),
            contestant("exact field", new ExactAnalyzer(lexicon)),
            contestant("HanLP Viterbi, bare loop", HanlpBaseline.Setting.VITERBI),
            contestant("HanLP as it comes, bare loop", HanlpBaseline.Setting.AS_IT_COMES));
  }

  private static Analyzer within(Lexicon lexicon) {
    return HanlpAnalyzer.forIndex(lexicon, new AnalysisSettings(Detail.WORDS_WITHIN));
  }

  /**
   * One analyzer for as many threads as that, each with all the texts.
   *
   * @param count threads, 1 or more
   */
  public static Shared share(Lexicon lexicon, List<String> texts, int count) {
    Analyzer analyzer = within(lexicon);
    long characters = texts.stream().mapToLong(String::length).sum();
    ThreadMXBean bean = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    record Spent(long nanos, long blocked) {}
    try (ExecutorService pool =
        Executors.newFixedThreadPool(count, Thread.ofPlatform().name("share-", 0).factory())) {
      List<Future<Spent>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        running.add(
            pool.submit(() -> {
              texts.forEach(text -> consume(analyzer, text)); // warms up
              long start = bean.getCurrentThreadCpuTime();
              texts.forEach(text -> consume(analyzer, text));
              ThreadInfo info = bean.getThreadInfo(Thread.currentThread().threadId());
              return new Spent(bean.getCurrentThreadCpuTime() - start, info.getBlockedCount());
            }));
      }
      long nanos = 0;
      long blocked = 0;
      for (Future<Spent> one : running) {
        nanos += one.get().nanos();
        blocked += one.get().blocked();
      }
      return new Shared(count, characters * count / (nanos / NANOS), blocked);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param rounds how often each contestant reads all the texts, 1 or more; the first ones warm up
   */
  public List<Result> run(List<String> texts, int rounds) {
    long characters = texts.stream().mapToLong(String::length).sum();
    double[] best = new double[contestants.size()];
    double[] words = new double[contestants.size()];
    double[] bytes = new double[contestants.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < best.length; i++) {
        long memory = threads.getCurrentThreadAllocatedBytes();
        long start = threads.getCurrentThreadCpuTime();
        words[i] = texts.stream().mapToLong(contestants.get(i).words()).sum();
        bytes[i] = threads.getCurrentThreadAllocatedBytes() - memory;
        best[i] = Math.min(best[i], (threads.getCurrentThreadCpuTime() - start) / NANOS);
      }
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      results.add(
          new Result(
              contestants.get(i).name(),
              characters / best[i],
              words[i] / characters,
              bytes[i] / words[i]));
    }
    return List.copyOf(results);
  }

  private static Contestant contestant(String name, Analyzer analyzer) {
    return new Contestant(name, text -> consume(analyzer, text));
  }

  private static Contestant contestant(String name, HanlpBaseline.Setting setting) {
    HanlpBaseline baseline = new HanlpBaseline(setting);
    return new Contestant(name, baseline::count);
  }

  static long consume(Analyzer analyzer, String text) {
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      stream.reset();
      long words = 0;
      while (stream.incrementToken()) {
        words++;
      }
      stream.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  static long loop(Segmenter segmenter, String text) {
    char[] characters = text.toCharArray();
    segmenter.reset(characters, characters.length);
    long words = 0;
    while (segmenter.next()) {
      words++;
    }
    return words;
  }
}
