package wenmai.corpus.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions;
import wenmai.corpus.Archive;
import wenmai.corpus.EditProblem;
import wenmai.corpus.Papers;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.TestArchive;
import wenmai.corpus.Workroom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Publication;

/** Side values read again where something changed are those that reading all of them gives. */
class SidesTest {
  private static final int PAPERS = 30;
  private static final int ACTS = 30;
  private static final LocalDate DAY = TestArchive.TODAY;

  private static final Papers LAW =
      Papers.at(
              "law.txt",
              "云岭市河道管理条例\n（2019年5月30日云岭市人民代表大会常务委员会通过）\n"
                  + "第一条　为了保护河道，制定本条例。\n第二条　本条例自2019年8月1日起施行。\n")
          .kind(Kind.REGULATION)
          .organ("云岭市人民代表大会常务委员会")
          .date("2019-05-30");

  @TempDir Path folder;
  private final Random random = new Random(20261128);
  private final List<Papers> papers = new ArrayList<>();
  private final Set<Status> stood = EnumSet.noneOf(Status.class);
  private int former;

  @Test
  void whatIsReadAgainIsWhatReadingEverythingGives() {
    for (int i = 0; i < PAPERS; i++) {
      papers.add(paper(i, random.nextInt(PAPERS)));
    }
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, papers);
      try (Depot beside = Depot.openForReading(TestArchive.premises(folder), Clock.systemUTC())) {
        Sides sides = new Sides(beside);
        for (int i = 0; i < ACTS; i++) {
          act(archive);
          actOnTheLaw(archive, i);
          for (Audience audience : Audience.values()) {
            compare(sides.of(audience, DAY), new Sides(beside).of(audience, DAY));
          }
        }
      }
    }
    assertEquals(Set.of(Status.UNKNOWN, Status.IN_FORCE), stood);
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
    List<Papers> all = new ArrayList<>(papers);
    all.add(LAW);
    for (Papers paper : all) {
      DocumentId id = paper.id();
      assertEquals(whole.of(id), again.of(id), paper.path());
    }
    stood.add(again.of(LAW.id()).status());
  }

  /** A law comes, and goes again. */
  private void actOnTheLaw(Archive archive, int act) {
    if (act == ACTS / 3) {
      TestArchive.take(archive, List.of(LAW));
    } else if (act == ACTS * 2 / 3) {
      try (Accessions accessions = archive.accessions()) {
        accessions.withdraw(LAW.accession().file().location());
      }
    }
  }

  @Test
  void whatIsChangedWhereItStandsIsReadAgain() {
    try (Depot depot =
        Depot.openForWriting(TestArchive.premises(folder), "test", Clock.systemUTC())) {
      for (String table : List.of("link", "copy", "standing")) {
        String doc = table.equals("link") ? "target" : "doc";
        String others =
            switch (table) {
              case "link" -> "source, ordinal, audience, type, start, \"end\", quote";
              case "copy" -> "audience, original";
              default -> "audience, timeline, history";
            };
        String values =
            switch (table) {
              case "link" -> "1, 1, 1, 'cites', 0, 0, ''";
              case "copy" -> "1, 1";
              default -> "1, '', ''";
            };
        List<Long> noted =
            depot.write(session -> {
              session.update(
                  "INSERT INTO %s (%s, %s) VALUES (5, %s)".formatted(table, doc, others, values));
              session.update("DELETE FROM side_change");
              session.update("UPDATE %s SET %s = 7".formatted(table, doc));
              return session.list("SELECT doc FROM side_change ORDER BY doc", row -> row.number(1));
            });
        assertEquals(List.of(5L, 7L), noted, table);
      }
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
