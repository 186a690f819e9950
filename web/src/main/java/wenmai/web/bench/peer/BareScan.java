package wenmai.web.bench.peer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * PDFBox draws the page, Tesseract reads it (扫描件): one process a page, one thread a process, each
 * page once, with the model of simplified characters.
 */
public final class BareScan implements BareReader {
  /** As fine as an intake draws them. */
  private static final int DPI = 200;

  private static final String MODEL = "chi_sim";
  private static final String TESSERACT = "tesseract";

  private BareScan() {}

  /** Nothing where Tesseract or its Chinese model is not installed. */
  public static Optional<BareScan> find() {
    try {
      String models = run(List.of(TESSERACT, "--list-langs"), new byte[0]);
      return models.lines().anyMatch(MODEL::equals)
          ? Optional.of(new BareScan())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "PDFBox PDFRenderer + tesseract";
  }

  @Override
  public int pages(Path file) throws IOException {
    return isPdf(file) ? new BarePdf().pages(file) : pictures(file);
  }

  @Override
  public String text(Path file) throws IOException {
    if (!isPdf(file)) {
      return recognise(file.toString(), new byte[0]);
    }
    StringBuilder text = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        text.append(
            recognise("stdin", png(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY))));
      }
    }
    return text.toString();
  }

  private static boolean isPdf(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
  }

  private static int pictures(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      reader.setInput(in);
      int count = reader.getNumImages(true);
      reader.dispose();
      return count;
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static String recognise(String from, byte[] picture) throws IOException {
    return run(
        List.of(
            TESSERACT,
            from,
            "stdout",
            "-l",
            MODEL,
            "--dpi",
            String.valueOf(DPI),
            "--psm",
            "3",
            "tsv"),
        picture);
  }

  /** Tesseract reads all of its picture before it writes. */
  private static String run(List<String> command, byte[] input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      throw new UncheckedIOException("tesseract ended before it had read its picture", e);
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
