package wenmai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wenmai.corpus.Intake;
import wenmai.corpus.Intake.Examined;
import wenmai.web.bench.peer.BareDocx;
import wenmai.web.bench.peer.BareOfd;
import wenmai.web.bench.peer.BarePdf;
import wenmai.web.bench.peer.BareReader;
import wenmai.web.bench.peer.BareScan;

/**
 * Pages a second by kind of file (每秒页数): whole extraction as an intake does it (parsed in worker
 * processes, repaired, read) on all cores, beside the bare library on as many threads, in turns.
 * Files that either side refuses are left out, and PDFs that are neither text throughout nor
 * pictures throughout.
 */
public final class PagesBench implements Bench {
  /** Of processor time, where it is known: a busy machine gives little of it. */
  private static final double WARM_UP_SECONDS = 6;

  private static final double MOST_WARM_UP_SECONDS = 20;
  private static final double TURN_SECONDS = 4;
  private static final int TURNS = 3;
  private static final int MOST_FILES = 200_000;

  private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".tif", ".tiff");

  private final Supplier<Intake> examiners;

  /**
   * @param examiners what reads files without taking them in
   */
  public PagesBench(Supplier<Intake> examiners) {
    this.examiners = examiners;
  }

  private enum Kind {
    PDF,
    DOCX,
    OFD,
    OCR,
    OTHER
  }

  /** One side of a row, which works on a file at a time. */
  private static final class Side {
    private final Consumer<Path> work;
    private double seconds;
    private double processor;
    private boolean told = true;

    Side(Consumer<Path> work) {
      this.work = work;
    }

    void work(List<Path> files) {
      OptionalDouble before = ProcessorTime.seconds();
      long start = System.nanoTime();
      OnAllCores.each(files, work);
      seconds += (System.nanoTime() - start) / 1e9;
      OptionalDouble after = ProcessorTime.seconds();
      told &= before.isPresent() && after.isPresent();
      processor += after.orElse(0) - before.orElse(0);
    }

    /** Returns how many times the files are to be worked on for one turn. */
    int warmUp(List<Path> files) {
      double last = 0;
      while ((told ? processor : seconds) < WARM_UP_SECONDS && seconds < MOST_WARM_UP_SECONDS) {
        double before = seconds;
        work(files);
        last = seconds - before;
      }
      int wanted = (int) Math.ceil(TURN_SECONDS / last);
      seconds = 0;
      processor = 0;
      return Math.clamp(MOST_FILES / files.size(), 1, wanted);
    }

    Map<String, Object> figures(long pages) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("pages", pages);
      figures.put("seconds", rounded(seconds));
      figures.put("pagesPerSecond", rounded(pages / seconds));
      if (told) {
        int cores = Runtime.getRuntime().availableProcessors();
        figures.put("coresBusy", rounded(processor / seconds / cores));
        figures.put("processorMillisPerPage", rounded(1000 * processor / pages));
      }
      return figures;
    }
  }

  @Override
  public Map<String, Object> run(Path folder) {
    Intake intake = examiners.get();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("cores", Runtime.getRuntime().availableProcessors());
    Map<Kind, BareReader> readers = readers();
    Map<Kind, List<Path>> files = byKind(folder);
    for (Kind kind : List.of(Kind.PDF, Kind.DOCX, Kind.OFD, Kind.OCR)) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      List<Path> some = files.getOrDefault(kind, List.of());
      Optional<BareReader> bare = Optional.ofNullable(readers.get(kind));
      figures.put(
          name,
          bare.<Object>map(reader -> row(intake, reader, some))
              .orElse("tesseract with chi_sim is not installed"));
    }
    return figures;
  }

  private static Map<Kind, BareReader> readers() {
    Map<Kind, BareReader> readers = new EnumMap<>(Kind.class);
    readers.put(Kind.PDF, new BarePdf());
    readers.put(Kind.DOCX, new BareDocx());
    readers.put(Kind.OFD, new BareOfd());
    BareScan.find().ifPresent(scan -> readers.put(Kind.OCR, scan));
    return readers;
  }

  private static Map<String, Object> row(Intake intake, BareReader bare, List<Path> all) {
    List<Path> files = new ArrayList<>();
    long pages = 0;
    for (Path file : all) {
      int count = isReadable(intake, file) ? pages(bare, file) : 0;
      pages += count;
      if (count > 0) {
        files.add(file);
      }
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("files", files.size());
    row.put("leftOut", all.size() - files.size());
    row.put("pages", pages);
    if (!files.isEmpty()) {
      compare(intake, bare, files, pages, row);
    }
    return row;
  }

  private static void compare(
      Intake intake, BareReader bare, List<Path> files, long pages, Map<String, Object> row) {
    Side ours = new Side(file -> intake.examine(List.of(file), examined -> {}));
    Side theirs = new Side(file -> text(bare, file));
    int ourPasses = ours.warmUp(files);
    int theirPasses = theirs.warmUp(files);
    for (int turn = 0; turn < TURNS; turn++) {
      ours.work(repeated(files, ourPasses));
      theirs.work(repeated(files, theirPasses));
    }
    long ourPages = pages * ourPasses * TURNS;
    long theirPages = pages * theirPasses * TURNS;
    row.put("wenmai", ours.figures(ourPages));
    row.put(bare.name(), theirs.figures(theirPages));
    row.put("wenmai/bare", rounded(ourPages / ours.seconds / (theirPages / theirs.seconds)));
  }

  /** The whole list again and again, so that no core waits between two passes. */
  private static List<Path> repeated(List<Path> files, int times) {
    return Stream.generate(() -> files).limit(times).flatMap(List::stream).toList();
  }

  private static boolean isReadable(Intake intake, Path file) {
    AtomicBoolean readable = new AtomicBoolean();
    intake.examine(
        List.of(file),
        examined -> {
          if (examined instanceof Examined.Readable) {
            readable.set(true);
          }
        });
    return readable.get();
  }

  /** None if the library refuses the file. */
  private static int pages(BareReader bare, Path file) {
    try {
      return bare.text(file).isBlank() ? 0 : bare.pages(file);
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  private static void text(BareReader bare, Path file) {
    try {
      bare.text(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Kind, List<Path>> byKind(Path folder) {
    Map<Kind, List<Path>> files = new EnumMap<>(Kind.class);
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> files.computeIfAbsent(kind(file), k -> new ArrayList<>()).add(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Kind kind(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      return pdf(file);
    } else if (name.endsWith(".docx")) {
      return Kind.DOCX;
    } else if (name.endsWith(".ofd")) {
      return Kind.OFD;
    }
    return PICTURES.stream().anyMatch(name::endsWith) ? Kind.OCR : Kind.OTHER;
  }

  private static Kind pdf(Path file) {
    try {
      return switch (new BarePdf().layer(file)) {
        case TEXT -> Kind.PDF;
        case PICTURES -> Kind.OCR;
        case MIXED -> Kind.OTHER;
      };
    } catch (IOException | RuntimeException e) {
      return Kind.OTHER;
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
