package wenmai.corpus.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weights of ranking are data; a slip in the file is named, never guessed at. */
class WeightsTest {
  private static final Path CONFIG = Path.of(System.getProperty("wenmai.root"), "config");

  @TempDir Path folder;

  @Test
  void theSharesGoFromTheShortQuestionToTheLongStory() {
    Weights.Blend blend = new Weights.Blend(0.4f, 0.6f, 30, 80);
    assertEquals(0.4, blend.wordsIn("问"), 1e-6);
    assertEquals(0.5, blend.wordsIn("问".repeat(55)), 1e-6);
    assertEquals(0.6, blend.wordsIn("𠮷".repeat(500)), 1e-6);
  }

  @Test
  void aLineThatIsWrongIsNamed() throws IOException {
    List<String> shipped = Files.readAllLines(CONFIG.resolve("search").resolve("weights.tsv"));
    assertEquals(1, Weights.load(CONFIG).run().words());
    assertTrue(refusal(shipped, "run.words\t1", "run.words\tmany").contains("run.words\tmany"));
    assertTrue(refusal(shipped, "run.words\t1", "run.words\t-1").contains("run.words\t-1"));
    assertTrue(refusal(shipped, "run.words\t1", "run.wrods\t1").contains("run.words"));
    assertTrue(refusal(shipped, "run.words\t1", "run.words\t1\nsurplus\t1").contains("surplus"));
    assertTrue(
        refusal(shipped, "run.words\t1", "run.words\t1\nrun.words\t2").contains("run.words\t2"));
  }

  private String refusal(List<String> shipped, String line, String instead) throws IOException {
    Path file = Files.createDirectories(folder.resolve("search")).resolve("weights.tsv");
    Files.write(file, shipped.stream().map(one -> one.equals(line) ? instead : one).toList());
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Weights.load(folder)).getMessage());
  }
}
