package wenmai.indexer.extract;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the text of a page's image (文字识别) with Tesseract, one process a page and one thread a
 * process: it is five times slower with more.
 */
final class Ocr {
  /** The models for Chinese, the more likely first. */
  private static final List<String> SCRIPTS = List.of("chi_sim", "chi_tra");

  private static final int BUFFER = 1 << 16;

  /** A page of a newspaper has 10,000 words; each takes a line of some 60 bytes. */
  private static final int MOST_OUTPUT = 8 << 20;

  /** A page in the script and the position that was expected is read with more than that. */
  private static final double SURE = 75;

  /** A page that was read in its own script is seldom read with less; then a part of it decides. */
  private static final double QUITE_SURE = 89;

  /** So much surer the other script must be of that part. */
  private static final double SURER = 3;

  /** Lines of the part by which scripts are compared. */
  private static final int LINES_TO_COMPARE = 5;

  /** Less is noise: the page may lie on its side. */
  private static final double NOISE = 60;

  /** What the models of scripts written downwards are called besides. */
  private static final String DOWNWARDS = "_vert";

  private static final Pattern TURN = Pattern.compile("Rotate: (90|180|270)");
  private static final String ORIENTATION = "osd";

  private final String command;
  private final List<String> scripts;
  private final List<String> downwards;
  private final boolean seesOrientation;
  private final String version;
  private final Duration limit;
  private final Runnable onPage;

  private Ocr(
      String command, List<String> installed, String version, Duration limit, Runnable onPage) {
    this.command = command;
    this.scripts = SCRIPTS.stream().filter(installed::contains).toList();
    this.downwards =
        SCRIPTS.stream().map(script -> script + DOWNWARDS).filter(installed::contains).toList();
    this.seesOrientation = installed.contains(ORIENTATION);
    this.version =
        Stream.concat(scripts.stream(), downwards.stream())
            .collect(Collectors.joining("+", version + " ", ""));
    this.limit = limit;
    this.onPage = onPage;
  }

  /**
   * What was recognised: Tesseract's table of words, with places and confidence.
   *
   * @param height of the page as it was read, in pixels
   */
  record Recognised(List<OcrLine> lines, double confidence, int height) {}

  /**
   * Looks for Tesseract with a Chinese model.
   *
   * @param command its name or path
   * @param limit for one page
   * @param onPage runs when a page is done
   */
  static Optional<Ocr> find(String command, Duration limit, Runnable onPage) {
    try {
      String listed = run(List.of(command, "--list-langs"), Duration.ofSeconds(10), new byte[0]);
      List<String> installed = listed.lines().map(String::strip).toList();
      if (SCRIPTS.stream().noneMatch(installed::contains)) {
        return Optional.empty();
      }
      String version =
          run(List.of(command, "--version"), Duration.ofSeconds(10), new byte[0])
              .lines()
              .findFirst()
              .orElse("tesseract");
      return Optional.of(new Ocr(command, installed, version, limit, onPage));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Tesseract with its version and models. */
  String tool() {
    return version;
  }

  /**
   * Reads the page; one that leans is set level, one that gives little sense is tried downwards,
   * upright, and in the other script.
   *
   * @throws IOException if Tesseract fails or takes too long
   */
  Recognised recognise(BufferedImage page, int dpi) throws IOException {
    BufferedImage image = Skew.level(page);
    byte[] png = png(image);
    Recognised best = recognise(png, scripts.getFirst(), image.getHeight(), dpi);
    if (best.confidence() < NOISE && OcrLine.runDownwards(best.lines())) {
      Recognised columns = downwards(png, image.getWidth(), dpi);
      if (columns.confidence() >= NOISE) {
        return columns;
      }
    }
    int turn = best.confidence() < NOISE && seesOrientation ? turn(png, dpi) : 0;
    BufferedImage upright = turn == 0 ? image : PageTurn.clockwise(image, turn);
    if (turn != 0) {
      png = png(upright);
      best = better(best, recognise(png, scripts.getFirst(), upright.getHeight(), dpi));
    }
    for (String other : scripts.subList(1, scripts.size())) {
      if (best.confidence() < SURE
          || (best.confidence() < QUITE_SURE && isSurer(other, upright, best, dpi))) {
        best = better(best, recognise(png, other, upright.getHeight(), dpi));
      }
    }
    return best;
  }

  /**
   * The page read in columns from right to left; without sense where it is not written so, and
   * empty where there is no model for it.
   */
  private Recognised downwards(byte[] png, int width, int dpi) throws IOException {
    Recognised best = new Recognised(List.of(), 0, width);
    for (String script : downwards) {
      if (best.confidence() < QUITE_SURE) {
        best = better(best, OcrLine.parseDownwards(read(png, script, dpi), width));
      }
    }
    return best;
  }

  /** Whether the other script reads some lines of the page with more confidence. */
  private boolean isSurer(String other, BufferedImage page, Recognised read, int dpi)
      throws IOException {
    List<OcrLine> lines = densest(read.lines());
    int top = (int) lines.stream().mapToDouble(OcrLine::top).min().orElse(0);
    int bottom = (int) lines.stream().mapToDouble(OcrLine::bottom).max().orElse(0);
    int margin = (bottom - top) / (2 * LINES_TO_COMPARE);
    int from = Math.max(0, top - margin);
    int height = Math.min(page.getHeight(), bottom + margin) - from;
    if (lines.isEmpty() || height <= 0) {
      return false;
    }
    BufferedImage part = page.getSubimage(0, from, page.getWidth(), height);
    double own = confidence(lines);
    double others = recognise(png(part), other, height, dpi).confidence();
    return others > own + SURER;
  }

  /** Neighbouring lines that hold most. */
  private static List<OcrLine> densest(List<OcrLine> lines) {
    int last = Math.max(0, lines.size() - LINES_TO_COMPARE);
    return IntStream.rangeClosed(0, last)
        .mapToObj(i -> lines.subList(i, Math.min(lines.size(), i + LINES_TO_COMPARE)))
        .max(
            Comparator.comparingInt(
                some -> some.stream().mapToInt(line -> line.text().length()).sum()))
        .orElse(List.of());
  }

  private static double confidence(List<OcrLine> lines) {
    double letters = lines.stream().mapToInt(line -> line.text().length()).sum();
    return lines.stream().mapToDouble(line -> line.confidence() * line.text().length()).sum()
        / Math.max(1, letters);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static Recognised better(Recognised one, Recognised other) {
    return other.confidence() > one.confidence() ? other : one;
  }

  private Recognised recognise(byte[] png, String script, int height, int dpi) throws IOException {
    return OcrLine.parse(read(png, script, dpi), height);
  }

  /** Tesseract's table of the words on a page. */
  private String read(byte[] png, String script, int dpi) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(command, "stdin", "stdout", "-l", script));
    arguments.addAll(List.of("--dpi", String.valueOf(dpi), "--psm", "3"));
    arguments.addAll(List.of("-c", "preserve_interword_spaces=1", "tsv"));
    String table = run(arguments, limit, png);
    onPage.run();
    return table;
  }

  /** By how many degrees the page must be turned clockwise; 0 where Tesseract cannot tell. */
  private int turn(byte[] png, int dpi) {
    List<String> arguments =
        List.of(
            command,
            "stdin",
            "stdout",
            "-l",
            ORIENTATION,
            "--dpi",
            String.valueOf(dpi),
            "--psm",
            "0");
    try {
      Matcher turn = TURN.matcher(run(arguments, limit, png));
      return turn.find() ? Integer.parseInt(turn.group(1)) : 0;
    } catch (IOException e) {
      return 0; // it says so by failing where there are too few letters
    }
  }

  private static String run(List<String> arguments, Duration limit, byte[] input)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(arguments);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    Thread watchdog =
        Thread.ofPlatform().daemon().name("ocr-watchdog").start(() -> killAfter(process, limit));
    try {
      feed(process, input);
      String output = read(process);
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException("tesseract: " + code);
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
      watchdog.interrupt();
    }
  }

  /** A process that reads its picture to the end before it writes cannot deadlock with us. */
  private static void feed(Process process, byte[] input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      // It ended before it had read all: its exit code says why.
    }
  }

  private static String read(Process process) throws IOException {
    StringBuilder text = new StringBuilder();
    try (InputStream in = process.getInputStream();
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      char[] buffer = new char[BUFFER];
      for (int n; (n = reader.read(buffer)) > 0; ) {
        text.append(buffer, 0, n);
        if (text.length() > MOST_OUTPUT) {
          throw new IOException("tesseract: too much output");
        }
      }
    }
    return text.toString();
  }

  private static void killAfter(@Nullable Process process, Duration limit) {
    try {
      if (process != null && !process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is done
    }
  }
}
