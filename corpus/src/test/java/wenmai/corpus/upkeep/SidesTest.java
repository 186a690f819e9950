package wenmai.corpus.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Archive;
import wenmai.corpus.EditProblem;
import wenmai.corpus.Papers;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.TestArchive;
import wenmai.corpus.Workroom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Publication;

/** Side values read again where something changed are those that reading all of them gives. */
class SidesTest {
  private static final int PAPERS = 30;
  private static final int ACTS = 30;
  private static final LocalDate DAY = TestArchive.TODAY;

  @TempDir Path folder;
  private final Random random = new Random(20261128);
  private final List<Papers> papers = new ArrayList<>();
  private int former;

  @Test
  void whatIsReadAgainIsWhatReadingEverythingGives() {
    for (int i = 0; i < PAPERS; i++) {
      papers.add(paper(i, random.nextInt(PAPERS)));
    }
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, papers);
      try (Depot beside = Depot.openForReading(folder, Clock.systemUTC())) {
        Sides sides = new Sides(beside);
        for (int i = 0; i < ACTS; i++) {
          act(archive);
          for (Audience audience : Audience.values()) {
            compare(sides.of(audience, DAY), new Sides(beside).of(audience, DAY));
          }
        }
      }
    }
    assertTrue(former > ACTS, "hardly ever was a table made from the one before: " + former);
  }

  /** Every third has the words of another, so that there are copies. */
  private static Papers paper(int i, int cited) {
    String body = i % 3 == 0 ? "各位代表听取了关于道路建设的报告，并提出了意见。" : "第" + i + "号报告说明了水库的情况。";
    return Papers.at(
            i + ".txt", "关于第" + i + "项工作的报告\n" + body.repeat(4) + "\n根据《关于第" + cited + "项工作的报告》办理。")
        .date("2025-01-" + (10 + i % 18));
  }

  private void compare(SideValues again, SideValues whole) {
    former += again.former().isPresent() ? 1 : 0;
    for (Papers paper : papers) {
      DocumentId id = paper.id();
      assertEquals(whole.of(id), again.of(id), paper.path());
    }
  }

  private void act(Archive archive) {
    int which = random.nextInt(papers.size());
    DocumentId id = papers.get(which).id();
    Workroom room = archive.workroomFor(new Reader(Reader.Role.STAFF, Optional.of("林知夏")));
    try {
      switch (random.nextInt(5)) {
        case 0, 1 -> room.publish(id, Publication.values()[random.nextInt(4)]);
        case 2 -> room.correct(id, "status", Optional.of("repealed"));
        case 3 -> {
          papers.add(paper(papers.size(), which));
          TestArchive.take(archive, List.of(papers.getLast()));
        }
        default -> room.correct(id, "title", Optional.of("关于第" + (which + 1) + "项工作的报告"));
      }
    } catch (EditProblem badStep) {
      return; // not every state follows upon every other
    }
  }
}
