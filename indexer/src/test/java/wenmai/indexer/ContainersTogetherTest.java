package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Rejected;
import wenmai.indexer.extract.Limits;

/** Pins that containers in one container are counted together, and what becomes of the rest. */
class ContainersTogetherTest extends IntakeCase {
  private static final int MEMBERS = 25;

  private void allow(int members) {
    Limits usual = Limits.defaults();
    Limits limits =
        new Limits(
            usual.fileBytes(),
            usual.textCharacters(),
            usual.time(),
            usual.ocrTimePerPage(),
            usual.expandedBytes(),
            members,
            usual.depth(),
            usual.workerHeapBytes());
    IndexerSettings settings = TestSettings.in(scratch);
    intake.close();
    intake =
        FileIntake.create(
            new IndexerSettings(
                settings.config(),
                settings.scratch(),
                settings.java(),
                settings.cores(),
                settings.tesseract(),
                limits),
            FileIntakeTest::read,
            () -> register);
  }

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] tenTexts(String which) throws IOException {
    Map<String, byte[]> texts = new LinkedHashMap<>();
    for (int i = 0; i < 10; i++) {
      String text = "关于第" + i + "件" + which + "的决定";
      texts.put(i + ".txt", text.getBytes(StandardCharsets.UTF_8));
    }
    return zip(texts);
  }

  private static byte[] zips(int count) throws IOException {
    Map<String, byte[]> inner = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      inner.put("包" + i + ".zip", tenTexts("包" + i));
    }
    return zip(inner);
  }

  private static List<String> told(IntakeReport report) {
    return report.rejected().stream()
        .map((Rejected one) -> one.code() + " " + one.path() + " " + one.reason())
        .toList();
  }

  @Test
  void zipsInAZipHaveOneLimitTogetherAndTheRestIsToldOfOnce() throws IOException {
    Files.write(folder.resolve("a.zip"), zips(6));
    Files.writeString(folder.resolve("b.txt"), "旁边的文件");
    allow(MEMBERS);
    IntakeReport report = run();
    assertEquals(23, report.added(), "two ZIPs of ten, two of the third, and the neighbour");
    assertEquals(List.of("expands-too-far a.zip 内容展开后超过上限（25 个文件），可能是炸弹文件"), told(report));
    assertEquals(23, run().unchanged());
  }

  @Test
  void whatWasTakenInBeforeAndIsBeyondTheLimitNowStays() throws IOException {
    Files.write(folder.resolve("a.zip"), zips(4));
    assertEquals(40, run().added());
    Files.write(folder.resolve("a.zip"), zips(5));
    allow(MEMBERS);
    IntakeReport report = run();
    assertEquals(0, report.removed());
    assertEquals(40, register.papers.size());
    assertEquals(1, report.rejected().size(), told(report).toString());
  }

  @Test
  void whatIsAttachedToAMailCountsWithWhatLiesInItAndKeepsItsOriginal() throws IOException {
    StringBuilder mail =
        new StringBuilder(
            "Subject: report\r\nFrom: a@example.org\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n现将材料报上，请审阅。\r\n");
    for (int i = 1; i <= 3; i++) {
      mail.append("--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n")
          .append("Content-Disposition: attachment; filename=" + i + ".zip\r\n\r\n")
          .append(Base64.getMimeEncoder().encodeToString(tenTexts("包" + i)))
          .append("\r\n");
    }
    Files.writeString(folder.resolve("m.eml"), mail + "--b--\r\n");
    allow(MEMBERS);
    IntakeReport report = run();
    assertEquals(List.of("expands-too-far m.eml 内容展开后超过上限（25 个文件），可能是炸弹文件"), told(report));
    assertEquals(23, report.added(), "the mail, two ZIPs of ten and two of the third");
    assertTrue(
        register.files.keySet().stream()
            .anyMatch(file -> file.path().equals("m.eml!/3.zip!/.unopened")),
        register.files.keySet().toString());
  }

  @Test
  void manyFilesThatAreNoBombComeInWhole() throws IOException {
    Files.write(folder.resolve("a.zip"), zips(30));
    IntakeReport report = run();
    assertEquals(300, report.added());
    assertEquals(List.of(), report.rejected());
  }
}
