package wenmai.corpus.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Accessions;
import wenmai.corpus.Archive;
import wenmai.corpus.Papers;
import wenmai.corpus.Reader;
import wenmai.corpus.TestArchive;
import wenmai.corpus.custody.Fault.Kind;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.ArchiveHeld;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Edits;
import wenmai.corpus.store.Rereader;
import wenmai.corpus.store.StoreProblem;

/**
 * What the machine does to an archive, and what is done to it while it is in use: nothing is lost,
 * and it is said.
 */
class AdversityTest extends ArchiveCase {
  @Test
  void aRebuiltIndexAnswersAlikeAndTheFormerOneCanBeSwitchedBackTo() {
    try (Archive archive = TestArchive.open(data)) {
      var room = archive.openFor(Reader.owner(), TestArchive.TODAY);
      var before = room.search(SearchRequest.of("河道"));
      archive.rebuildIndex();
      assertEquals(before, room.search(SearchRequest.of("河道")));
      assertTrue(archive.switchIndexBack());
      assertEquals(before, room.search(SearchRequest.of("河道")));
    }
    assertEquals(List.of(), faults());
  }

  @Test
  void aSearchWhileTheIndexIsExchangedNeverSeesNothing() throws InterruptedException {
    try (Archive archive = TestArchive.open(data)) {
      var room = archive.openFor(Reader.owner(), TestArchive.TODAY);
      AtomicBoolean stop = new AtomicBoolean();
      List<Long> wrong = new ArrayList<>();
      Thread asker =
          Thread.ofPlatform()
              .start(() -> {
                while (!stop.get()) {
                  long total = room.search(SearchRequest.of("河道")).total();
                  if (total != 3) {
                    wrong.add(total);
                  }
                }
              });
      for (int i = 0; i < 3; i++) {
        archive.rebuildIndex();
      }
      stop.set(true);
      asker.join();
      assertEquals(List.of(), wrong);
    }
  }

  @Test
  void nothingIsRestoredOrRepairedUnderARunningWriter() {
    Path zip = folder.resolve("backup.zip");
    Backup.write(TestArchive.premises(data), zip, Clock.systemUTC());
    try (Archive archive = TestArchive.open(data)) {
      ArchiveHeld held =
          assertThrows(ArchiveHeld.class, () -> Restore.of(zip, TestArchive.premises(data)));
      assertTrue(String.valueOf(held.getMessage()).contains("process"), held.getMessage());
      List<Fault> faults = List.of(new Fault(Kind.INDEX_DAMAGED, "index", ""));
      assertThrows(ArchiveHeld.class, () -> Repair.of(TestArchive.settings(data), faults));
      assertInstanceOf(Archive.class, archive);
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesWhatWasThere() {
    String before = export(data);
    try (Depot depot =
        Depot.openForWriting(TestArchive.premises(data), "test", Clock.systemUTC())) {
      StoreProblem full =
          assertThrows(
              StoreProblem.class,
              () ->
                  depot.write(session -> {
                    long pages = session.first("PRAGMA page_count", row -> row.number(1)).get();
                    session.first("PRAGMA max_page_count = " + pages, row -> row.number(1));
                    session.update(
                        "INSERT INTO mark (name, value) VALUES ('much', hex(zeroblob(9000000)))");
                    return session;
                  }));
      assertTrue(String.valueOf(full.getMessage()).contains("no room left"), full.getMessage());
    }
    assertEquals(before, export(data));
  }

  @Test
  void whatBreaksAnIntakeOffIsSaidAsItIs() throws IOException {
    Papers late = Papers.at("late.txt", "关于河道的决议\n同意。\n");
    Path shelf = data.resolve("originals").resolve(late.sha256().substring(0, 2));
    assertFalse(Files.exists(shelf), "choose another text");
    Files.writeString(shelf, "no folder");
    StoreProblem problem =
        assertThrows(
            StoreProblem.class,
            () -> {
              try (Archive archive = TestArchive.open(data);
                  Accessions accessions = archive.accessions()) {
                accessions.accept(late.accession(), () -> {});
                accessions.flush();
              }
            });
    assertEquals(StoreProblem.Reason.NOT_WRITABLE, problem.reason());
    Files.delete(shelf);
    try (Archive archive = TestArchive.open(data)) {
      TestArchive.take(archive, List.of(late));
    }
    assertTrue(export(data).contains("关于河道的决议"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    StoreProblem problem = assertThrows(StoreProblem.class, () -> TestArchive.open(file));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("cannot be written"), problem.getMessage());
  }

  @Test
  void aClockThatJumpsBackChangesNoOrder() {
    Clock past = Clock.fixed(Instant.parse("1999-01-01T00:00:00Z"), Clock.systemUTC().getZone());
    try (Depot depot = Depot.openForWriting(TestArchive.premises(data), "test", past)) {
      long before =
          depot.read(session ->
              session.first("SELECT max(seq) FROM journal", row -> row.number(1)).orElseThrow());
      depot.write(session -> {
        Edits edits = new Edits(session, "x", past, Rereader.NONE);
        edits.correct(
            new Documents(session).row(PAPERS.getFirst().id()).orElseThrow(),
            FactKey.TITLE,
            Optional.of("改过"));
        assertEquals(before + 1, edits.written().lastNumber());
        return session;
      });
    }
    assertTrue(export(data).contains("改过"));
    assertEquals(List.of(), faults());
    assertEquals(Set.of(), Set.copyOf(kinds()));
  }
}
