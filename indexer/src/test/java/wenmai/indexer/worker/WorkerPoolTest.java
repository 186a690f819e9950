package wenmai.indexer.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Format;
import wenmai.indexer.extract.Limits;
import wenmai.indexer.extract.ParserSettings;
import wenmai.indexer.extract.RejectionCode;

/** Pins that a parser process that dies or takes too long costs one file, and is replaced. */
class WorkerPoolTest {
  @TempDir Path folder;

  private WorkerPool pool(Duration time) {
    Limits usual = Limits.defaults();
    Limits limits =
        new Limits(
            usual.fileBytes(),
            usual.textCharacters(),
            time,
            usual.ocrTimePerPage(),
            usual.expandedBytes(),
            usual.members(),
            usual.depth(),
            128L << 20);
    return new WorkerPool(
        TestSettings.java(),
        new ParserSettings(TestSettings.config(), folder, "no-such-program", limits),
        1);
  }

  /** The sample's file of that format. */
  private static Path rtf() throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of(System.getProperty("wenmai.root"), "corpus", "sample"))) {
      return files.filter(file -> file.toString().endsWith(".rtf")).findFirst().orElseThrow();
    }
  }

  /** Nothing else is started here; a process with a long class path does not tell its arguments. */
  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  @Test
  void aProcessThatDiesIsReplacedAndTheNextFileIsRead() throws Exception {
    try (WorkerPool pool = pool(Duration.ofSeconds(60))) {
      assertInstanceOf(
          Extraction.Extracted.class, pool.parse(rtf(), "a.rtf", Format.RTF), "at first");
      List<ProcessHandle> before = workers();
      assertEquals(1, before.size());
      before.getFirst().destroyForcibly();
      before.getFirst().onExit().get();
      Extraction lost = pool.parse(rtf(), "a.rtf", Format.RTF);
      assertEquals(
          RejectionCode.PARSER_CRASHED,
          assertInstanceOf(Extraction.Rejected.class, lost).code(),
          "the file it was given is reported");
      assertInstanceOf(
          Extraction.Extracted.class, pool.parse(rtf(), "a.rtf", Format.RTF), "by another one");
    }
    for (ProcessHandle worker : workers()) {
      worker.onExit().get();
    }
    assertTrue(workers().isEmpty(), "no process outlives its pool");
  }

  @Test
  void aPageThatNeedsTooMuchMemoryIsReportedAsSuchAndTheNextIsRead() throws Exception {
    Path bomb = Files.writeString(folder.resolve("bomb.html"), "<p>一".repeat(2_000_000));
    Path page =
        Files.writeString(
            folder.resolve("page.html"), "<html><body><p>县人大常委会关于预算的决议</p></body></html>");
    try (WorkerPool pool = pool(Duration.ofMinutes(5))) {
      Extraction extraction = pool.parse(bomb, "bomb.html", Format.HTML);
      assertEquals(
          RejectionCode.OUT_OF_MEMORY,
          assertInstanceOf(Extraction.Rejected.class, extraction).code(),
          extraction.toString());
      Extraction.Extracted read =
          assertInstanceOf(Extraction.Extracted.class, pool.parse(page, "page.html", Format.HTML));
      assertEquals("县人大常委会关于预算的决议\n", read.text().text());
    }
  }

  /** A pipe that nobody writes to never ends, however fast the machine is. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatTakesTooLongIsReportedAsSuch() throws Exception {
    Path endless = folder.resolve("endless.rtf");
    assertEquals(0, new ProcessBuilder("mkfifo", endless.toString()).start().waitFor());
    try (WorkerPool pool = pool(Duration.ofMillis(500))) {
      Extraction extraction = pool.parse(endless, "endless.rtf", Format.RTF);
      assertEquals(
          RejectionCode.TIMEOUT,
          assertInstanceOf(Extraction.Rejected.class, extraction).code(),
          extraction.toString());
    }
  }
}
