package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Intake.Examined;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingRules;

/**
 * Reads the sample corpus from its files, in all their formats, and compares the facts with its
 * gold tables. Scans are left out: recognising them takes long and needs a program that may not be
 * there.
 */
class SampleFactsTest {
  private static final Path ROOT = Path.of(System.getProperty("wenmai.root"));
  private static final Map<String, Double> BARS = new LinkedHashMap<>();

  static {
    BARS.put("title", 0.98);
    BARS.put("number", 0.99);
    BARS.put("region", 0.98);
    BARS.put("date", 0.97);
    BARS.put("session", 0.97);
    BARS.put("kind", 0.96);
    BARS.put("organ", 0.92);
  }

  @TempDir Path scratch;

  @Test
  void theFactsOfTheSampleAreReadFromItsFiles() throws IOException {
    Map<String, OfficialDocument> documents = read();
    Map<String, Integer> right = new TreeMap<>();
    int all = 0;
    StringBuilder misses = new StringBuilder();
    for (Map<String, String> row : gold()) {
      OfficialDocument document = documents.get(row.get("path"));
      if (document == null) {
        continue;
      }
      all++;
      for (String fact : BARS.keySet()) {
        String read = printed(document, fact);
        boolean hit = squeezed(read).equals(squeezed(String.valueOf(row.get(fact))));
        right.merge(fact, hit ? 1 : 0, Integer::sum);
        misses.append(hit ? "" : fact + " of " + row.get("path") + ": " + read + "\n");
      }
    }
    assertTrue(all > 200, all + " papers of the tables were found");
    for (Map.Entry<String, Double> bar : BARS.entrySet()) {
      double share = right.getOrDefault(bar.getKey(), 0) / (double) all;
      assertTrue(share >= bar.getValue(), bar.getKey() + " right in " + share + "\n" + misses);
    }
  }

  private Map<String, OfficialDocument> read() throws IOException {
    DocumentReader reader =
        new DocumentReader(
            ReadingRules.load(ROOT.resolve("config")), (text, outline, facts) -> List.of());
    Map<String, OfficialDocument> documents = new HashMap<>();
    IndexerSettings settings = TestSettings.in(scratch);
    IndexerSettings withoutOcr =
        new IndexerSettings(
            settings.config(), scratch, settings.java(), 2, "no-such-program", settings.limits());
    try (FileIntake intake =
        FileIntake.create(
            withoutOcr,
            reader::read,
            () -> {
              throw new IllegalStateException("nothing is taken in");
            })) {
      for (String half : List.of("public", "internal")) {
        intake.examine(
            List.of(ROOT.resolve("corpus/sample").resolve(half)),
            examined -> {
              if (examined instanceof Examined.Readable readable) {
                OfficialDocument document = readable.document();
                assertEquals(
                    readable.rawText(),
                    IndexableDocument.of(document).raw().orElse(document.content().text()),
                    "the repairs undone");
                documents.put(half + "/" + document.provenance().source(), document);
              }
            });
      }
    }
    return documents;
  }

  private static List<Map<String, String>> gold() throws IOException {
    List<Map<String, String>> rows = new java.util.ArrayList<>();
    for (String half : List.of("city", "county")) {
      Path table = ROOT.resolve("corpus/src/test/resources/wenmai/sample/" + half + "-facts.tsv");
      List<String> lines = Files.readAllLines(table);
      String[] names = lines.getFirst().split("\t", -1);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
          row.put(names[i], cells[i]);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String printed(OfficialDocument document, String name) {
    FactKey<?> key =
        FactKey.all().stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
    return printed(document, key).orElse("null");
  }

  /** A region by its own name, as the tables have it. */
  private static <T> Optional<String> printed(OfficialDocument document, FactKey<T> key) {
    Optional<String> printed = document.facts().value(key).map(key::print);
    return key.equals(FactKey.REGION)
        ? document.facts().value(FactKey.REGION).map(region -> region.name())
        : printed;
  }

  private static String squeezed(String value) {
    return value.replaceAll("[\\s\\u3000]", "");
  }
}
