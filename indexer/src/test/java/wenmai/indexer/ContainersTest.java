package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Rejected;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/** Pins what comes out of lines of JSON and of ZIPs, and what must not. */
class ContainersTest extends IntakeCase {
  private OfficialDocument external(String id) {
    return Optional.ofNullable(register.papers.get(DocumentId.ofExternal(id)))
        .orElseThrow()
        .document();
  }

  private static List<String> codes(IntakeReport report) {
    return report.rejected().stream().map(Rejected::code).sorted().toList();
  }

  @Test
  void ofTwoLinesWithOneExternalIdTheLaterWins() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"externalId":"x","text":"旧的文字"}
        {"externalId":"y","text":"另一件","title":"标题甲","date":"2022-12-09","visibility":"internal"}
        {"text":"新的文字","externalId":"x"}
        """);
    IntakeReport report = run();
    assertEquals(2, report.added());
    assertEquals(3, report.seen());
    assertEquals("新的文字", external("x").content().text());
    assertEquals(Optional.of("标题甲"), external("y").facts().value(FactKey.TITLE));
    assertEquals(Visibility.INTERNAL, external("y").visibility());
    assertEquals(2, run().unchanged());
  }

  @Test
  void aChangedLineUpdatesItsPaperAndALostLineWithdrawsIt() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file,
        """
        {"externalId":"x","text":"甲"}
        {"externalId":"y","text":"乙"}
        {"externalId":"z","text":"丙"}
        """);
    run();
    Files.writeString(
        file,
        """
        {"externalId":"x","text":"甲改"}
        {"externalId":"z","text":"丙"}
        """);
    IntakeReport report = run();
    assertEquals(1, report.updated());
    assertEquals(1, report.removed());
    assertEquals("甲改", external("x").content().text());
    assertEquals(2, register.papers.size());
    Files.writeString(file, "{\"externalId\":\"q\",\"text\":\"丁\"}");
    assertEquals(List.of("removals-refused"), codes(run()));
    assertEquals(3, register.papers.size());
  }

  @Test
  void badLinesAreListedByNumberAndTheRestComesIn() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.jsonl.gz")))) {
      out.write(
          """
          {"externalId":"x","text":"好的"}
          {"externalId":"broken","text":"没有完
          {"externalId":"notext"}
          ["array"]
          {"externalId":"badfact","text":"文字","date":"2022-13-01"}

          {"record":"matter","id":"m"}
          {"text":"最后一行"}\
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    IntakeReport report = run();
    assertEquals(2, report.added());
    assertEquals(List.of("bad-fact", "bad-line", "bad-line", "bad-line"), codes(report));
    assertTrue(report.rejected().stream().anyMatch(r -> r.reason().contains("第 5 行")));
  }

  @Test
  void aPlaceThatWasInferredWhenAPaperWasExportedIsNotGivenWhenItComesBack() throws IOException {
    String id = "00262dd05452342941d1";
    Files.writeString(
        folder.resolve("a.jsonl"),
        "{\"record\":\"document\",\"id\":\"%s\",\"visibility\":\"public\",".formatted(id)
            + "\"text\":\"州人民政府办公室：\\n请一并办理。\",\"region\":\"某州\","
            + "\"regionPath\":[\"某州\"],\"organ\":\"某州人民政府\",\"evidence\":{\"region\":"
            + "{\"start\":0,\"end\":1,\"source\":\"text\",\"confidence\":0.6,\"inferred\":true},"
            + "\"organ\":{\"source\":\"given\",\"confidence\":1.0,\"inferred\":false}}}");
    assertEquals(1, run().added());
    Facts facts = register.papers.values().iterator().next().document().facts();
    assertEquals(Optional.empty(), facts.value(FactKey.REGION));
    assertEquals(Optional.of("某州人民政府"), facts.value(FactKey.ORGAN).map(Organ::name));
  }

  @Test
  void aPlaceTakenFromThePapersBesideOneIsInferredAgainWhenItComesBackWithoutThem()
      throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        "{\"record\":\"document\",\"id\":\"00262dd05452342941d1\",\"visibility\":\"public\","
            + "\"text\":\"县人民政府办公室：\\n请一并办理。\",\"region\":\"某县\","
            + "\"regionPath\":[\"某市\",\"某县\"],\"evidence\":{\"region\":"
            + "{\"source\":\"company\",\"words\":\"某县\",\"inferred\":true}}}\n"
            + "{\"record\":\"document\",\"id\":\"00262dd05452342941d2\",\"visibility\":\"public\","
            + "\"text\":\"县里的另一件\",\"regionPath\":[\"某市/某县\",\"\"],"
            + "\"evidence\":{\"region\":{\"source\":\"company\",\"inferred\":true}}}");
    List<List<Region>> companies = Collections.synchronizedList(new ArrayList<>());
    try (FileIntake noting =
        FileIntake.create(
            TestSettings.in(scratch),
            input -> {
              companies.add(input.company());
              return FileIntakeTest.read(input);
            },
            () -> register)) {
      noting.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
    }
    assertTrue(companies.contains(List.of(Region.of("某市", "某县"))), companies.toString());
    assertTrue(companies.contains(List.of()), "what is no place is none");
  }

  @Test
  void aContainerWithALineWhoseReadingFailedIsOpenedAgain() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"externalId":"x","text":"甲县人民代表大会常务委员会公告"}
        {"externalId":"y","text":"乙县人民代表大会常务委员会公告"}
        """);
    try (FileIntake failing =
        FileIntake.create(
            TestSettings.in(scratch),
            input -> FileIntakeTest.readOrFail(input, "乙"),
            () -> register)) {
      IntakeReport report =
          failing.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
      assertEquals(1, report.added());
      assertEquals(List.of("reading-failed"), codes(report));
    }
    IntakeReport mended = run();
    assertEquals(1, mended.added(), "the file is as it was, and its second line new");
    assertEquals(List.of(), codes(mended));
    assertEquals(0, run().added());
  }

  @Test
  void zipMembersAreFilesOfTheirOwnWhateverTheEncodingOfTheirNames() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(
            Files.newOutputStream(folder.resolve("a.zip")), Charset.forName("GBK"))) {
      put(zip, "文件夹/决定.txt", "关于某事的决定".getBytes(StandardCharsets.UTF_8));
      put(zip, "__MACOSX/._x.txt", new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0});
      put(zip, ".DS_Store", new byte[] {1, 2, 3});
      put(zip, "../出去.txt", "逃出去的文件".getBytes(StandardCharsets.UTF_8));
      put(zip, "内层.zip", zipped("里面.txt", "层层嵌套的文件"));
    }
    IntakeReport report = run();
    assertEquals(2, report.added());
    assertEquals(List.of("apple-double", "unsafe-name"), codes(report));
    assertEquals(
        List.of("a.zip!/内层.zip!/里面.txt", "a.zip!/文件夹/决定.txt"),
        register.papers.values().stream()
            .map(paper -> paper.document().provenance().source())
            .sorted()
            .toList());
    assertEquals(2, run().unchanged());
    Files.move(folder.resolve("a.zip"), folder.resolve("b.zip"));
    IntakeReport moved = run();
    assertEquals(0, moved.added() + moved.removed());
    assertEquals(2, moved.updated());
  }

  @Test
  void aBombIsRefusedAndItsNeighbourComesIn() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.zip")))) {
      zip.putNextEntry(new ZipEntry("big.txt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 180; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    Files.writeString(folder.resolve("good.txt"), "旁边的文件");
    Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(zipped("x.txt", "文字"), 40));
    Files.write(folder.resolve("doc.docx"), zipped("x.txt", "不是文档"));
    IntakeReport report = run();
    assertEquals(1, report.added());
    assertEquals(List.of("damaged", "damaged", "expands-too-far"), codes(report));
  }

  @Test
  void containersNestOnlySoDeep() throws IOException {
    byte[] inner = zipped("x.txt", "最里面");
    for (int i = 0; i < 6; i++) {
      inner = zipped("n.zip", inner);
    }
    Files.write(folder.resolve("deep.zip"), inner);
    assertEquals(List.of("nested-too-deep"), codes(run()));
  }

  private static byte[] zipped(String name, String text) throws IOException {
    return zipped(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zipped(String name, byte[] bytes) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, name, bytes);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
