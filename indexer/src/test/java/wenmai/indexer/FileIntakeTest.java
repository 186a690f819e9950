package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Rejected;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.IntakeStopped;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.structure.Outline;

/** Pins how a folder is followed: what is new, changed, renamed, gone. */
class FileIntakeTest {
  @TempDir Path folder;
  @TempDir Path scratch;
  private final MemoryRegister register = new MemoryRegister();
  private FileIntake intake;

  @BeforeEach
  void open() {
    intake = FileIntake.create(TestSettings.in(scratch), FileIntakeTest::read, () -> register);
  }

  @AfterEach
  void close() {
    intake.close();
  }

  static OfficialDocument read(ReadingInput input) {
    return new OfficialDocument(
        input.id(),
        input.provenance(),
        input.given(),
        new Content(
            input.text().text(),
            input.pages(),
            Outline.none(),
            List.of(),
            input.text().repairs(),
            List.of(),
            Optional.empty(),
            "zh-Hans"),
        input.visibility());
  }

  /** As a fault of ours would show: the reading of texts that begin so fails. */
  static OfficialDocument readOrFail(ReadingInput input, String beginning) {
    if (input.text().text().startsWith(beginning)) {
      throw new IllegalStateException("a fault of ours");
    }
    return read(input);
  }

  private IntakeReport run(Path... paths) {
    return intake.take(new Request(List.of(paths), Visibility.PUBLIC, false), Listener.silent());
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private DocumentId only() {
    assertEquals(1, register.papers.size());
    return register.papers.keySet().iterator().next();
  }

  @Test
  void unchangedFilesAreLeftAlone() throws IOException {
    write("a.txt", "甲县人民代表大会常务委员会公告");
    write("sub/b.md", "乙县人民代表大会常务委员会公告");
    assertEquals(2, run(folder).added());
    IntakeReport again = run(folder);
    assertEquals(2, again.unchanged());
    assertEquals(0, again.added() + again.updated() + again.removed());
  }

  @Test
  void aPaperWhoseReadingFailsIsToldOfAndStopsNoOther() throws IOException {
    write("a.txt", "甲县人民代表大会常务委员会公告");
    write("b.txt", "乙县人民代表大会常务委员会公告");
    write("c.txt", "丙县人民代表大会常务委员会公告");
    try (FileIntake failing =
        FileIntake.create(
            TestSettings.in(scratch), input -> readOrFail(input, "乙"), () -> register)) {
      IntakeReport report =
          failing.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
      assertEquals(2, report.added());
      assertEquals(
          List.of("b.txt reading-failed"),
          report.rejected().stream().map(one -> one.path() + " " + one.code()).toList());
    }
    assertEquals(1, run(folder).added(), "and is taken as soon as it can be read");
  }

  @Test
  void changedAndRenamedFilesKeepTheirIds() throws IOException {
    write("a.txt", "第一稿的文字");
    run(folder);
    DocumentId id = only();
    write("a.txt", "第二稿的文字，改长了一些");
    assertEquals(1, run(folder).updated());
    assertEquals(id, only());
    Files.move(folder.resolve("a.txt"), folder.resolve("b.txt"));
    assertEquals(0, run(folder).added());
    assertEquals(id, only());
    assertEquals(List.of("b.txt"), register.files.keySet().stream().map(f -> f.path()).toList());
  }

  @Test
  void aRemovedFileIsWithdrawnUnlessHalfIsGone() throws IOException {
    write("a.txt", "甲的文字");
    write("b.txt", "乙的文字");
    write("c.txt", "丙的文字");
    run(folder);
    Files.delete(folder.resolve("a.txt"));
    assertEquals(1, run(folder).removed());
    Files.delete(folder.resolve("b.txt"));
    Files.delete(folder.resolve("c.txt"));
    IntakeReport refused = run(folder);
    assertEquals(
        List.of("removals-refused"), refused.rejected().stream().map(Rejected::code).toList());
    assertEquals(folder.toString(), refused.rejected().getFirst().path());
    assertEquals(2, register.papers.size());
    assertEquals(
        2,
        intake
            .take(new Request(List.of(folder), Visibility.PUBLIC, true), Listener.silent())
            .removed());
  }

  @Test
  void aRunThatIsAskedToStopWithdrawsNothingAndTheNextGoesOn() throws IOException {
    for (int i = 0; i < 9; i++) {
      write(i + ".txt", "第" + i + "件的文字");
    }
    run(folder);
    Files.delete(folder.resolve("0.txt"));
    for (int i = 1; i < 9; i++) {
      write(i + ".txt", "第" + i + "件的文字，改过了");
    }
    Request request = new Request(List.of(folder), Visibility.PUBLIC, false);
    assertThrows(IntakeStopped.class, () -> intake.take(request, stoppingAfter(4)));
    assertEquals(9, register.papers.size());
    IntakeReport next = run(folder);
    assertEquals(1, next.removed());
    assertEquals(8, next.updated() + next.unchanged());
    assertTrue(next.updated() > 0, next.toString());
  }

  /** What is durable is told by the thread that made it so, while the run sees the next file. */
  @Test
  void whoeverListensHearsOneThingAtATime() throws IOException {
    for (int i = 0; i < 40; i++) {
      write(i + ".txt", "第" + i + "件的文字");
    }
    ExecutorService committer = Executors.newSingleThreadExecutor();
    Accessions elsewhere =
        (Accessions)
            Proxy.newProxyInstance(
                Accessions.class.getClassLoader(),
                new Class<?>[] {Accessions.class},
                (proxy, method, given) -> {
                  if (method.getName().equals("accept")) {
                    Runnable onDurable = (Runnable) given[1];
                    given[1] = (Runnable) () -> {};
                    committer.execute(onDurable);
                  }
                  return method.invoke(register, given);
                });
    Alone listener = new Alone();
    try (FileIntake other =
        FileIntake.create(TestSettings.in(scratch), FileIntakeTest::read, () -> elsewhere)) {
      other.take(new Request(List.of(folder), Visibility.PUBLIC, false), listener);
    } finally {
      committer.close();
    }
    assertEquals(40, listener.accepted.get());
    assertEquals(1, listener.most.get(), "at a time");
  }

  /** Notices how many speak to it at a time. */
  private static final class Alone implements Listener {
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public void accepted(String path, DocumentId id) {
      accepted.incrementAndGet();
      listen();
    }

    @Override
    public void progress(long done, long total) {
      listen();
    }

    private void listen() {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      LockSupport.parkNanos(1_000_000);
      now.decrementAndGet();
    }
  }

  private static Listener stoppingAfter(int files) {
    return new Listener() {
      private long seen;

      @Override
      public void accepted(String path, DocumentId id) {}

      @Override
      public void progress(long done, long total) {
        seen = done;
      }

      @Override
      public boolean wantsNoMore() {
        return seen >= files;
      }
    };
  }

  @Test
  void whatCannotBeReadIsListedAndTheRestGoesOn() throws IOException {
    write("good.txt", "能读的文字");
    write("empty.txt", "");
    Files.write(folder.resolve("odd.bin"), new byte[] {1, 2, 3, 4, 5, 6, 0, 0, 1, 1, 1, 1});
    IntakeReport report = run(folder, folder.resolve("missing.txt"));
    assertEquals(1, report.added());
    assertEquals(
        List.of("empty-file", "not-found", "unsupported-format"),
        report.rejected().stream().map(Rejected::code).sorted().toList());
    assertTrue(report.rejected().stream().noneMatch(r -> r.remedy().isEmpty()));
  }

  @Test
  void theSameFilesGetTheSameIdsWhereverTheFolderIs(@TempDir Path elsewhere) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "同样的文字", Charset.forName("GB18030"));
    Files.copy(folder.resolve("a.txt"), elsewhere.resolve("a.txt"));
    run(folder);
    run(elsewhere);
    only();
  }

  @Test
  void aNameInGb18030IsReadAndStays() throws IOException {
    Path file =
        Path.of(
            URI.create(
                folder.toUri()
                    + HexFormat.of()
                        .withPrefix("%")
                        .formatHex("决议.txt".getBytes(Charset.forName("GB18030")))));
    Files.writeString(file, "会议同意这个报告");
    IntakeReport first = run(folder);
    assertEquals(1, first.added());
    assertEquals(0, first.removed());
    assertEquals(List.of("决议.txt"), register.files.keySet().stream().map(f -> f.path()).toList());
    assertEquals(1, run(folder).unchanged());
    only();
  }
}
