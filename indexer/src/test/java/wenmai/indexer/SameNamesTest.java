package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;

/** Files of one name in one mail or container are so many papers, each in a place of its own. */
class SameNamesTest extends MarkedCase {
  private static final String BODY = "请查收所附材料，并请提出意见。\n";

  private static List<Map.Entry<String, byte[]>> attached(String name, String... texts) {
    List<Map.Entry<String, byte[]>> attached = new ArrayList<>();
    for (String text : texts) {
      attached.add(Map.entry(name, utf8(text)));
    }
    return attached;
  }

  private Set<String> places() {
    return register.papers.values().stream()
        .map(paper -> paper.document().provenance().source())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void eachOfAMailHasItsPlaceTheSameAtEveryRun() throws IOException {
    Files.writeString(
        folder.resolve("m.eml"), mail(BODY, attached("扫描.txt", list("甲"), list("乙"), list("丙"))));
    IntakeReport report = take();
    Set<String> expected =
        Set.of("m.eml", "m.eml!/扫描.txt", "m.eml!/扫描 (2).txt", "m.eml!/扫描 (3).txt");
    assertEquals(expected, places());
    assertEquals(4, report.added());
    Set<?> ids = Set.copyOf(register.papers.keySet());
    Files.writeString(
        folder.resolve("m.eml"),
        mail(BODY + "又。", attached("扫描.txt", list("甲"), list("乙"), list("丙"))));
    take();
    assertEquals(expected, places());
    assertEquals(ids, register.papers.keySet());
  }

  @Test
  void eachOfAZipHasItsPlaceThoughAnotherIsCalledSo() throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(folder.resolve("a.zip"))) {
      for (String name : List.of("一/扫描.txt", "一/扫描.txt", "一/扫描 (2).txt", "扫描.txt")) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(list("第" + register.papers.size() + name).getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    take();
    assertEquals(
        Set.of(
            "a.zip!/一/扫描.txt", "a.zip!/一/扫描 (2).txt", "a.zip!/一/扫描 (2) (2).txt", "a.zip!/扫描.txt"),
        places());
  }

  @Test
  void aMarkedOneIsNotLostToAnUnmarkedOne() throws IOException {
    Files.writeString(
        folder.resolve("m.eml"), mail(BODY, attached("扫描.txt", MARK + PLAIN, list("乙"))));
    take();
    assertEquals(3, register.papers.size());
    assertEquals(Set.of("m.eml", "扫描 (2).txt"), open());
  }
}
