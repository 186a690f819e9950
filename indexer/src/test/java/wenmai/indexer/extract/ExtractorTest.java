package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.indexer.TestSettings;

/** Pins what a run parses by itself: nothing but text, for which no process has to be started. */
class ExtractorTest {
  @TempDir Path folder;

  private final List<Format> elsewhere = new ArrayList<>();

  private Extraction extract(String name, String content, int most) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    Limits usual = Limits.defaults();
    Limits limits =
        new Limits(
            usual.fileBytes(),
            most,
            usual.time(),
            usual.ocrTimePerPage(),
            usual.expandedBytes(),
            usual.members(),
            usual.depth(),
            usual.workerHeapBytes());
    ForeignParser noting =
        new ForeignParser() {
          @Override
          public Extraction parse(Path file, String name, Format format) {
            elsewhere.add(format);
            return Extraction.Rejected.of(RejectionCode.NO_TEXT);
          }

          @Override
          public void close() {}
        };
    try (Extractor extractor = new Extractor(TestSettings.config(), limits, noting)) {
      return extractor.extract(file, name);
    }
  }

  @Test
  void aWebPageIsParsedElsewhereAndPlainTextIsNot() throws IOException {
    extract("a.txt", "县人大常委会关于预算的决议", 1_000);
    extract("a.md", "# 县人大常委会关于预算的决议", 1_000);
    assertEquals(List.of(), elsewhere);
    extract("a.html", "<html><body><p>县人大常委会关于预算的决议</p></body></html>", 1_000);
    assertEquals(List.of(Format.HTML), elsewhere);
  }

  @Test
  void aTextOfMoreCharactersThanMayIsRefusedAndOneOfAsManyIsRead() throws IOException {
    Extraction.Rejected refused =
        assertInstanceOf(Extraction.Rejected.class, extract("a.txt", "a".repeat(1_001), 1_000));
    assertEquals(RejectionCode.TOO_LARGE, refused.code());
    assertEquals("1001 字", refused.detail());
    assertInstanceOf(Extraction.Extracted.class, extract("b.txt", "a".repeat(1_000), 1_000));
    assertInstanceOf(Extraction.Extracted.class, extract("c.txt", "字".repeat(1_000), 1_000));
  }
}
