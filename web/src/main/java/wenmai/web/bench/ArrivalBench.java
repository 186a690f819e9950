package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one more paper costs a congress that has many: papers of one place are taken in by steps,
 * and after each step some come one by one. The papers are made for it; the folder is not looked
 * at.
 */
public final class ArrivalBench implements Bench {
  private static final List<Integer> STEPS = List.of(500, 2_000, 5_000, 20_000);
  private static final int SINGLY = 15;

  private final TrialArchive.Maker maker;
  private final int most;

  public ArrivalBench(TrialArchive.Maker maker) {
    this(maker, STEPS.getLast());
  }

  private ArrivalBench(TrialArchive.Maker maker, int most) {
    this.maker = maker;
    this.most = most;
  }

  @Override
  public Bench sized(int papers) {
    return new ArrivalBench(maker, papers);
  }

  @Override
  public Map<String, Object> run(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      return measure(archive);
    }
  }

  @Override
  public Map<String, Object> runKeeping(Path folder, Path kept) {
    try (TrialArchive archive = TrialArchive.keeping(maker, kept)) {
      return measure(archive);
    }
  }

  private Map<String, Object> measure(TrialArchive archive) {
    DrawnTrails drawn = new DrawnTrails();
    Map<String, Object> figures = new LinkedHashMap<>();
    int held = 0;
    for (int step : STEPS) {
      if (step <= most) {
        double seconds = take(drawn, step - held, archive);
        List<Double> millis = new ArrayList<>();
        OptionalDouble before = ProcessorTime.seconds();
        for (int i = 0; i < SINGLY; i++) {
          millis.add(1_000 * take(drawn, 1, archive));
        }
        OptionalDouble spent = ProcessorTime.seconds();
        double processor = spent.orElse(0) - before.orElse(0);
        held = step + SINGLY;
        figures.put(
            step + " papers", figures(seconds, millis, 1_000 * processor / SINGLY, archive));
      }
    }
    return figures;
  }

  private static Map<String, Object> figures(
      double seconds, List<Double> millis, double processorMillis, TrialArchive archive) {
    List<Double> sorted = millis.stream().sorted().toList();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("fillingSeconds", Math.round(seconds));
    figures.put("matters", archive.room().statistics().matters());
    figures.put("onePaperMillisMedian", Math.round(sorted.get(SINGLY / 2)));
    figures.put("onePaperMillisMost", Math.round(sorted.getLast()));
    figures.put("onePaperProcessorMillis", Math.round(processorMillis));
    System.gc(); // what is left is what is kept
    Runtime runtime = Runtime.getRuntime();
    figures.put("liveMegabytes", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    return figures;
  }

  private static double take(DrawnTrails drawn, int papers, TrialArchive archive) {
    try {
      Path lines = Files.createTempDirectory("wenmai-papers");
      try {
        drawn.write(lines.resolve("papers.jsonl"), papers);
        long start = System.nanoTime();
        var unused = archive.take(lines);
        return (System.nanoTime() - start) / 1e9;
      } finally {
        TrialArchive.delete(lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
