package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Rejected;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Limits;

/** What was left out for want of OCR comes in by itself once OCR is on the machine. */
@DisabledOnOs(OS.WINDOWS)
class OcrLaterTest {
  /** A program that finds the same line on each picture, as Tesseract would tell of it. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      case "$*" in
        *--list-langs*) echo 'List of available languages (1):'; echo chi_sim ;;
        *--version*) echo 'tesseract 5.0' ;;
        *) cat > /dev/null
           printf '4\\t1\\t1\\t1\\t1\\t0\\t100\\t100\\t800\\t40\\t-1\\t\\n'
           printf '5\\t1\\t1\\t1\\t1\\t1\\t100\\t100\\t800\\t40\\t95\\t这一页是扫描出来的文字内容\\n' ;;
      esac
      """;

  @TempDir Path folder;
  @TempDir Path scratch;
  @TempDir Path programs;
  private final MemoryRegister register = new MemoryRegister();
  private FileIntake intake;

  @BeforeEach
  void open() {
    IndexerSettings settings =
        new IndexerSettings(
            TestSettings.config(),
            scratch,
            TestSettings.java(),
            1,
            programs.resolve("tesseract").toString(),
            Limits.defaults());
    intake = FileIntake.create(settings, FileIntakeTest::read, () -> register);
  }

  @AfterEach
  void close() {
    intake.close();
  }

  private IntakeReport run() {
    return intake.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
  }

  private void install() throws IOException {
    Path program = Files.writeString(programs.resolve("tesseract"), PROGRAM);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static List<String> codes(IntakeReport report) {
    return report.rejected().stream().map(Rejected::code).toList();
  }

  private String text() {
    return register.papers.values().stream()
        .map(paper -> paper.document().content().text())
        .reduce("", String::concat);
  }

  @Test
  void aPaperReadInPartIsReadAgainOnceOcrIsThere() throws IOException {
    mixed(folder.resolve("a.pdf"));
    IntakeReport first = run();
    assertEquals(1, first.added());
    assertEquals(List.of("needs-ocr"), codes(first));
    assertEquals(1, run().unchanged());
    assertFalse(text().contains("扫描"), text());
    install();
    IntakeReport again = run();
    assertEquals(1, again.updated());
    assertEquals(List.of(), codes(again));
    assertTrue(text().contains("drinking water") && text().contains("扫描"), text());
    assertEquals(1, register.papers.size(), "it is the same document");
    assertEquals(1, run().unchanged());
  }

  @Test
  void aPictureInAContainerComesInOnceOcrIsThere() throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    Path mixed = programs.resolve("mixed.pdf");
    mixed(mixed);
    pdf.write(Files.readAllBytes(mixed));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(), "png", png);
    try (OutputStream out = Files.newOutputStream(folder.resolve("a.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "scan.png", png.toByteArray());
      put(zip, "mixed.pdf", pdf.toByteArray());
    }
    assertEquals(1, run().added());
    assertEquals(1, run().unchanged());
    install();
    IntakeReport again = run();
    assertEquals(1, again.added());
    assertEquals(1, again.updated());
    assertEquals(2, run().unchanged());
  }

  @Test
  void aPictureComesInOnceOcrIsThereHoweverDeepItLies() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(), "png", png);
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner, StandardCharsets.UTF_8)) {
      put(zip, "附件1.png", png.toByteArray());
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("outer.zip"));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, "附件1.zip", inner.toByteArray());
    }
    Files.writeString(
        folder.resolve("mail.eml"),
        "From: a@example.org\nSubject: scan\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n"
            + "Content-Type: text/plain\n\nThe committee heard the report on drinking water.\n"
            + "--b\nContent-Type: application/zip; name=\"s.zip\"\n"
            + "Content-Disposition: attachment; filename=\"s.zip\"\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(inner.toByteArray())
            + "\n--b--\n");
    IntakeReport first = run();
    assertEquals(1, first.added());
    assertEquals(List.of("needs-ocr", "needs-ocr"), codes(first));
    run();
    install();
    assertEquals(2, run().added());
    IntakeReport last = run();
    assertEquals(0, last.added() + last.updated());
    assertEquals(2, last.unchanged());
  }

  @Test
  void whatOcrItselfCannotReadIsNotTriedAgain() throws IOException {
    mixed(folder.resolve("a.pdf"));
    Path program =
        Files.writeString(programs.resolve("tesseract"), PROGRAM.replace("cat >", "exit 1; cat >"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(1, run().added());
    assertFalse(register.files.values().stream().anyMatch(RegisteredFile::wantsOcr));
    assertEquals(1, run().unchanged());
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
  }

  private static BufferedImage picture() {
    BufferedImage image = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 600, 800);
    graphics.setColor(Color.BLACK);
    for (int y = 80; y < 700; y += 40) {
      graphics.fillRect(60, y, 480, 14);
    }
    graphics.dispose();
    return image;
  }

  private static void mixed(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage text = new PDPage(PDRectangle.A4);
      PDPage scan = new PDPage(PDRectangle.A4);
      document.addPage(text);
      document.addPage(scan);
      try (PDPageContentStream content = new PDPageContentStream(document, text)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(60, 700);
        content.showText("The committee heard the report on drinking water.");
        content.endText();
      }
      try (PDPageContentStream content = new PDPageContentStream(document, scan)) {
        content.drawImage(
            LosslessFactory.createFromImage(document, picture()),
            0,
            0,
            PDRectangle.A4.getWidth(),
            PDRectangle.A4.getHeight());
      }
      document.save(file.toFile());
    }
  }
}
