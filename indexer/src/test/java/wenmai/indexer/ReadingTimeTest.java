package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.Examined;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Rejected;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.text.TimeIsUp;
import wenmai.indexer.extract.Limits;

/**
 * Pins that a text whose reading would never end costs itself alone. Readings that end take next to
 * nothing of the time they have.
 */
class ReadingTimeTest extends IntakeCase {
  private static final String ENDLESS = "无尽的文字";

  private final AtomicBoolean released = new AtomicBoolean();

  @AfterEach
  void release() {
    released.set(true);
  }

  private void readBy(Function<ReadingInput, OfficialDocument> reader) {
    Limits usual = Limits.defaults();
    Limits limits =
        new Limits(
            usual.fileBytes(),
            usual.textCharacters(),
            Duration.ofSeconds(1),
            usual.ocrTimePerPage(),
            usual.expandedBytes(),
            usual.members(),
            usual.depth(),
            usual.workerHeapBytes());
    IndexerSettings settings = TestSettings.in(scratch);
    intake.close();
    intake =
        FileIntake.create(
            new IndexerSettings(
                settings.config(), scratch, settings.java(), 2, settings.tesseract(), limits),
            reader,
            () -> register);
  }

  /** Goes on until it is told that its time is up. */
  private static OfficialDocument heeding(ReadingInput input) {
    while (input.text().text().contains(ENDLESS)) {
      TimeIsUp.check();
    }
    return FileIntakeTest.read(input);
  }

  /** Never asks. */
  private OfficialDocument stubborn(ReadingInput input) {
    while (input.text().text().contains(ENDLESS) && !released.get()) {
      Thread.onSpinWait();
    }
    return FileIntakeTest.read(input);
  }

  private static List<String> told(IntakeReport report) {
    return report.rejected().stream().map(one -> one.code() + " " + one.path()).toList();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      boolean endless = name.startsWith("无尽");
      Files.writeString(folder.resolve(name), endless ? ENDLESS + name : "县人民代表大会常务委员会公告" + name);
    }
  }

  @Test
  void aReadingThatTakesTooLongIsToldOfAndTheRestGoesOn() throws IOException {
    write("a.txt", "无尽一.txt", "无尽二.md", "z.txt");
    readBy(ReadingTimeTest::heeding);
    IntakeReport report = run();
    assertEquals(List.of("reading-timeout 无尽一.txt", "reading-timeout 无尽二.md"), told(report));
    assertEquals(2, report.added());
    assertEquals("文字已经取出，但识别其中的内容超过时间上限（1 秒）", report.rejected().getFirst().reason());
    readBy(FileIntakeTest::read);
    assertEquals(2, run().added(), "they are taken as soon as they can be read");
  }

  /** There are more of them than threads. */
  @Test
  void readingsThatNothingStopsAreGivenUp() throws IOException {
    write("无尽一.txt", "无尽二.txt", "无尽三.txt", "z.txt");
    readBy(this::stubborn);
    IntakeReport report = run();
    assertEquals(
        List.of("reading-timeout 无尽一.txt", "reading-timeout 无尽三.txt", "reading-timeout 无尽二.txt"),
        told(report).stream().sorted().toList());
    assertEquals(1, report.added());
  }

  @Test
  void whatWasTakenInBeforeStays() throws IOException {
    write("a.txt", "z.txt");
    assertEquals(2, run().added());
    Files.writeString(folder.resolve("a.txt"), ENDLESS);
    readBy(ReadingTimeTest::heeding);
    IntakeReport report = run();
    assertEquals(List.of("reading-timeout a.txt"), told(report));
    assertEquals(0, report.removed());
    assertEquals("县人民代表大会常务委员会公告a.txt", at("a.txt").orElseThrow().content().text());
  }

  @Test
  void oneMemberOfAZipAndOneLineCostNoOther() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("包.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String text : List.of("关于甲的决定", ENDLESS, "关于乙的决定")) {
        zip.putNextEntry(new ZipEntry(text + ".txt"));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    Files.writeString(
        folder.resolve("行.jsonl"),
        "{\"externalId\":\"x\",\"text\":\"关于丙的决定\"}\n{\"externalId\":\"y\",\"text\":\""
            + ENDLESS
            + "\"}\n{\"externalId\":\"z\",\"text\":\"关于丁的决定\"}\n");
    readBy(ReadingTimeTest::heeding);
    IntakeReport report = run();
    assertEquals(
        List.of("reading-timeout 包.zip!/无尽的文字.txt", "reading-timeout 行.jsonl!/y"), told(report));
    assertEquals(4, report.added());
  }

  /** That nothing is left in the scratch folder is asked after each test. */
  @Test
  void whatCameWithAFileThatIsNotReadIsNotLeftLyingAbout() throws IOException {
    Files.writeString(
        folder.resolve("m.eml"),
        "Subject: report\r\nFrom: a@example.org\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + ENDLESS
            + "\r\n--b\r\nContent-Type: application/octet-stream\r\n"
            + "Content-Disposition: attachment; filename=list.txt\r\n\r\nlist\r\n--b--\r\n");
    intake.close();
    intake =
        FileIntake.create(
            TestSettings.in(scratch),
            input -> FileIntakeTest.readOrFail(input, "report"),
            () -> register);
    assertEquals(List.of("reading-failed m.eml"), told(run()));
  }

  @Test
  void whatIsOnlyLookedAtEndsLikewise() throws IOException {
    write("a.txt", "无尽.txt", "z.txt");
    readBy(this::stubborn);
    List<String> seen = new ArrayList<>();
    intake.examine(
        List.of(folder),
        examined ->
            seen.add(
                switch (examined) {
                  case Examined.Readable(OfficialDocument paper, String raw) ->
                      paper.provenance().source();
                  case Examined.Unreadable(Rejected why) -> why.code();
                }));
    assertEquals(List.of("a.txt", "z.txt", "reading-timeout"), seen);
  }
}
