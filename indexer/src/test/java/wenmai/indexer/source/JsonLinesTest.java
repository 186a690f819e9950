package wenmai.indexer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions.FileLocation;

class JsonLinesTest {
  private static final ContainerLimits LIMITS =
      new ContainerLimits(1 << 20, 10, Duration.ofHours(1));

  @TempDir Path folder;

  private List<String> told(byte[] bytes) throws IOException {
    Path file = folder.resolve("a.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    List<String> told = new ArrayList<>();
    SourceFile source =
        new SourceFile(
            new FileLocation("/", "a.jsonl.gz"),
            file,
            Files.size(file),
            0,
            SourceFile.Ownership.THEIRS);
    new JsonLines(source, 1_000, LIMITS, new ContainerBudget(source, LIMITS))
        .read(
            new JsonLines.Visitor() {
              @Override
              public void line(SourceLine line) {
                told.add("line " + line.number());
              }

              @Override
              public void superseded(FileLocation location) {
                told.add("superseded");
              }

              @Override
              public void tooLong(FileLocation location) {
                told.add("too long");
              }

              @Override
              public void expandsTooFar(String limit) {
                told.add("expands too far: " + limit);
              }

              @Override
              public void beyondBudget() {
                told.add("beyond");
              }
            });
    return told;
  }

  @Test
  void aFewBytesThatUnpackToMoreThanMayAreToldOfOnceAndNothingOfThemIsTakenIn() throws IOException {
    byte[] blank = "\n".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of("expands too far: 1 MB"), told(blank));
    byte[] endless = " ".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of("expands too far: 1 MB"), told(endless));
    byte[] papers = "{\"a\":1}\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of("expands too far: 1 MB"), told(papers));
  }

  @Test
  void moreLinesThanAPackedFileOfItsSizeCanHonestlyHoldAreLeft() throws IOException {
    List<String> told = told("{\"a\":1}\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    assertEquals("beyond", told.getLast());
    assertEquals(1, told.stream().filter("beyond"::equals).count());
    assertTrue(told.size() > 10_000 && told.size() < 10_200, String.valueOf(told.size()));
  }

  @Test
  void aLongExportIsToldLineByLine() throws IOException {
    StringBuilder export = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      export.append("{\"a\":").append(random.nextLong()).append("}\n");
    }
    assertEquals(20_000, told(export.toString().getBytes(StandardCharsets.UTF_8)).size());
  }

  @Test
  void linesWithBlankOnesBetweenAreCountedAndTold() throws IOException {
    assertEquals(
        List.of("line 1", "line 4"),
        told("{\"a\":1}\n\n  \n{\"a\":2}".getBytes(StandardCharsets.UTF_8)));
  }
}
