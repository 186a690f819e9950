package wenmai.indexer.source;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @MethodSource("files")
  @FuzzTest(maxDuration = "1m")
  void eachLineIsToldOfOnce(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("lines", ".jsonl");
    try {
      Files.write(file, bytes);
      long[] told = {0};
      SourceFile source =
          new SourceFile(
              new FileLocation("/", "a.jsonl"), file, bytes.length, 0, SourceFile.Ownership.THEIRS);
      new JsonLines(source, LONGEST)
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
              });
      long lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1).length;
      assertTrue(told[0] <= lines, told[0] + " of " + lines);
    } finally {
      Files.delete(file);
    }
  }
}
