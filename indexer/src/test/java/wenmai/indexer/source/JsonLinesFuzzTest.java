package wenmai.indexer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.Accessions.FileLocation;

/** Lines of JSON, whatever they hold: each is told of once. */
class JsonLinesFuzzTest {
  private static final int LONGEST = 1 << 16;

  static Stream<Arguments> files() {
    return Stream.of(
            "{\"text\":\"甲\",\"externalId\":\"1\"}\n{\"text\":\"乙\",\"externalId\":\"1\"}\n",
            "\uFEFF{}\r\n\n[1,{\"externalId\":\"\\u0041\"}]\n{\"externalId\":{\"externalId\":1}}",
            "{\"record\":\"document\",\"id\":\"a\"",
            "\n\n\n")
        .map(lines -> Arguments.of((Object) lines.getBytes(StandardCharsets.UTF_8)));
  }

  /** Lines that hold anything; a mark at the beginning is nothing. */
  private static long lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1); // one character for each byte
    return Stream.of(text.split("\n", -1))
        .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        .filter(line -> !line.replaceFirst("^\uFEFF", "").isBlank())
        .count();
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "1m")
  void eachLineIsToldOfOnce(byte[] bytes) throws IOException {
    if (bytes.length > 1 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
      return; // gzip, which holds other lines than it seems to
    }
    Path file = Files.createTempFile("lines", ".jsonl");
    try {
      Files.write(file, bytes);
      long[] told = {0};
      SourceFile source =
          new SourceFile(
              new FileLocation("/", "a.jsonl"), file, bytes.length, 0, SourceFile.Ownership.THEIRS);
      ContainerLimits limits = new ContainerLimits(1L << 30, 1_000, Duration.ofHours(1));
      new JsonLines(source, LONGEST, limits, new ContainerBudget(source, limits))
          .read(
              new JsonLines.Visitor() {
                @Override
                public void line(SourceLine line) {
                  told[0]++;
                }

                @Override
                public void superseded(FileLocation location) {
                  told[0]++;
                }

                @Override
                public void tooLong(FileLocation location) {
                  told[0]++;
                }

                @Override
                public void expandsTooFar(String limit) {
                  throw new AssertionError(limit);
                }

                @Override
                public void beyondBudget() {
                  throw new AssertionError("so few lines are no bomb");
                }
              });
      assertEquals(lines(bytes), told[0]);
    } finally {
      Files.delete(file);
    }
  }
}
