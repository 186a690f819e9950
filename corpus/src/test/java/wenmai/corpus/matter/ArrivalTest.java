package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Archive;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.Reader;
import wenmai.corpus.TestArchive;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Marks;

/**
 * What follows from the papers is a function of them alone: the same papers in three random orders,
 * in several batches, and everything derived thrown away and made again from the records, give
 * byte-identical exports, matters among them.
 */
class ArrivalTest {
  private static final int PAPERS = 36;
  private static final List<String> DERIVED =
      List.of(
          "catalogue",
          "lookup",
          "link",
          "sketch",
          "anchor",
          "same_words",
          "copy",
          "standing",
          "version_link",
          "matter_partition",
          "matter_card",
          "matter_draft",
          "matter",
          "matter_document",
          "matter_former",
          "matter_link",
          "stale",
          "stale_matter");

  @TempDir Path folder;

  private static List<OfficialDocument> papers() throws IOException {
    List<OfficialDocument> papers = new ArrayList<>();
    for (OfficialDocument document : SampleSet.read("county").documents()) {
      if (papers.size() < PAPERS) {
        papers.add(ReadPapers.read(papers.size() + ".txt", document.content().text()));
      }
    }
    return papers;
  }

  @Test
  void neitherTheOrderOfArrivalNorMakingItAgainLeavesATrace() throws IOException {
    List<OfficialDocument> papers = papers();
    List<String> exports = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      List<OfficialDocument> shuffled = new ArrayList<>(papers);
      Collections.shuffle(shuffled, new Random(seed));
      try (Archive archive = TestArchive.open(folder.resolve("" + seed))) {
        int half = seed * PAPERS / 4;
        ReadPapers.take(archive, shuffled.subList(0, half));
        ReadPapers.take(archive, shuffled.subList(half, shuffled.size()));
        exports.add(TestArchive.export(archive, Reader.owner()));
      }
    }
    forgetWhatWasDerived(folder.resolve("1"));
    try (Archive archive = TestArchive.open(folder.resolve("1"))) {
      exports.add(TestArchive.export(archive, Reader.owner()));
    }
    assertTrue(exports.getFirst().contains("{\"record\":\"matter\""), "no matter among them");
    assertEquals(List.of(exports.getFirst()), exports.stream().distinct().toList());
  }

  private static void forgetWhatWasDerived(Path archive) {
    try (Depot depot =
        Depot.openForWriting(TestArchive.premises(archive), "test", Clock.systemUTC())) {
      var unused =
          depot.write(session -> {
            DERIVED.forEach(table -> session.update("DELETE FROM " + table));
            new Marks(session).set(Marks.DERIVED, "0");
            return session;
          });
    }
  }
}
