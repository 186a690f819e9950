package wenmai.web.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wenmai.analyzers.bench.AnalysisSpeed;
import wenmai.analyzers.lexicon.Lexicon;

/**
 * The analyzers beside bare loops over their segmenters and beside HanLP's own (分析速度), in
 * characters a second of processor time, so that a busy machine does not count; and one analyzer
 * shared by two threads.
 */
public final class AnalysisBench implements Bench {
  private static final int CHARACTERS = 1_000_000;
  private static final int ROUNDS = 8;
  private static final int THREADS = 2;

  private final TrialArchive.Maker maker;
  private final Lexicon lexicon;

  public AnalysisBench(TrialArchive.Maker maker, Lexicon lexicon) {
    this.maker = maker;
    this.lexicon = lexicon;
  }

  @Override
  public Map<String, Object> run(Path folder) {
    List<String> texts = texts(folder);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("characters", texts.stream().mapToLong(String::length).sum());
    for (AnalysisSpeed.Result result : new AnalysisSpeed(lexicon).run(texts, ROUNDS)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("charactersPerSecond", Math.round(result.charactersPerSecond()));
      one.put("wordsPerCharacter", Math.round(1000 * result.wordsPerCharacter()) / 1000.0);
      one.put("bytesPerWord", Math.round(10 * result.bytesPerWord()) / 10.0);
      figures.put(result.name(), one);
    }
    AnalysisSpeed.Shared alone = AnalysisSpeed.share(lexicon, texts, 1);
    AnalysisSpeed.Shared shared = AnalysisSpeed.share(lexicon, texts, THREADS);
    figures.put("one thread, charactersPerSecond", Math.round(alone.charactersPerSecond()));
    figures.put("two threads, charactersPerSecond each", Math.round(shared.charactersPerSecond()));
    figures.put("two threads, waits", shared.blocked());
    return figures;
  }

  /** The first million characters of the folder's papers, as an intake reads them. */
  private List<String> texts(Path folder) {
    List<String> texts = new ArrayList<>();
    try (TrialArchive archive = TrialArchive.open(maker)) {
      archive.take(folder);
      long[] left = {CHARACTERS};
      archive
          .room()
          .export(
              view -> {
                String text = view.document().content().text();
                if (left[0] > 0 && !text.isEmpty()) {
                  texts.add(text);
                  left[0] -= text.length();
                }
              },
              matter -> {});
    }
    return List.copyOf(texts);
  }
}
