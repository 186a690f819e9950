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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the text of a page's image (文字识别) with Tesseract, one process a page and one thread a
 * process: it is five times slower with more.
 */
final class Ocr {
  private static final int BUFFER = 1 << 16;

  /** A page of a newspaper has 10,000 words; each takes a line of some 60 bytes. */
  private static final int MOST_OUTPUT = 8 << 20;

  private final String command;
  private final String languages;
  private final String version;
  private final Duration limit;
  private final Runnable onPage;

  private Ocr(String command, String languages, String version, Duration limit, Runnable onPage) {
    this.command = command;
    this.languages = languages;
    this.version = version;
    this.limit = limit;
    this.onPage = onPage;
  }

  /** What was recognised: Tesseract's table of words, with places and confidence. */
  record Recognised(List<OcrLine> lines, double confidence) {}

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
      List<String> wanted =
          List.of("chi_sim", "chi_tra").stream().filter(installed::contains).toList();
      if (wanted.isEmpty()) {
        return Optional.empty();
      }
      String version =
          run(List.of(command, "--version"), Duration.ofSeconds(10), new byte[0])
              .lines()
              .findFirst()
              .orElse("tesseract");
      return Optional.of(
          new Ocr(command, wanted.getFirst(), version + " " + wanted.getFirst(), limit, onPage));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Tesseract with its version and model. */
  String tool() {
    return version;
  }

  /**
   * @throws IOException if Tesseract fails or takes too long
   */
  Recognised recognise(BufferedImage image, int dpi) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(command, "stdin", "stdout", "-l", languages));
    arguments.addAll(List.of("--dpi", String.valueOf(dpi), "--psm", "3"));
    arguments.addAll(List.of("-c", "preserve_interword_spaces=1", "tsv"));
    Recognised recognised = OcrLine.parse(run(arguments, limit, png.toByteArray()));
    onPage.run();
    return recognised;
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
