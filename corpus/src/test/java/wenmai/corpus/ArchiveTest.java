package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenmai.corpus.BudgetPapers.ALL;
import static wenmai.corpus.BudgetPapers.REPORT;
import static wenmai.corpus.BudgetPapers.RULE;
import static wenmai.corpus.BudgetPapers.SECRET;
import static wenmai.corpus.TestArchive.room;
import static wenmai.corpus.TestArchive.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.trace.Trace;

/** What the archive keeps and shows, with a real index and a real database. */
class ArchiveTest {
  @TempDir Path folder;

  private static List<DocumentId> ids(List<Trace.Edge> edges) {
    return edges.stream().map(Trace.Edge::from).toList();
  }

  @Test
  void whatCameInIsFoundAndItsOriginalGivenBack() throws IOException {
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, ALL);
      ReadingRoom room = room(archive, Reader.anonymous());
      assertEquals(
          List.of(RULE.id()),
          room.search(SearchRequest.of("\"制定本条例\"")).hits().stream()
              .map(hit -> hit.document().id())
              .toList());
      ReadingRoom.Original original = room.original(RULE.id()).orElseThrow();
      assertEquals("rule.txt", original.fileName());
      try (InputStream in = original.open()) {
        assertEquals(RULE.text(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      assertEquals(Optional.of(RULE.text()), room.rawText(RULE.id()));
    }
  }

  @Test
  void forThePublicAnArchiveWithInternalPapersIsTheArchiveWithoutThem() {
    try (Archive with = TestArchive.open(folder.resolve("with"));
        Archive without = TestArchive.open(folder.resolve("without"))) {
      TestArchive.take(with, ALL);
      TestArchive.take(without, ALL.stream().filter(paper -> !paper.equals(SECRET)).toList());
      assertEquals(
          TestArchive.export(without, Reader.anonymous()),
          TestArchive.export(with, Reader.anonymous()));
      assertInstanceOf(Holding.Absent.class, room(with, Reader.anonymous()).holding(SECRET.id()));
      assertEquals(
          List.of(),
          ids(view(room(with, Reader.anonymous()), RULE).citedBy()).stream()
              .filter(SECRET.id()::equals)
              .toList());
      assertTrue(ids(view(room(with, Reader.owner()), RULE).citedBy()).contains(SECRET.id()));
    }
  }

  @Test
  void orderOfArrivalLeavesNoTrace() {
    List<String> exports = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      List<Papers> papers = new ArrayList<>(ALL);
      Collections.shuffle(papers, new Random(seed));
      try (Archive archive = TestArchive.open(folder.resolve("order" + seed))) {
        if (seed < 3) {
          TestArchive.take(archive, papers);
        } else {
          papers.forEach(paper -> TestArchive.take(archive, List.of(paper)));
        }
        exports.add(TestArchive.export(archive, Reader.owner()));
      }
    }
    assertEquals(
        5,
        exports.getFirst().lines().filter(l -> l.startsWith("{\"record\":\"document\"")).count());
    assertEquals(
        1, exports.getFirst().lines().filter(l -> l.startsWith("{\"record\":\"matter\"")).count());
    assertEquals(List.of(exports.getFirst()), exports.stream().distinct().toList());
  }

  @Test
  void aWithdrawnPaperLeavesAPageAndNothingElse() {
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, ALL);
      try (Accessions accessions = archive.accessions()) {
        accessions.withdraw(new FileLocation("/papers", "rule.txt"));
        accessions.withdraw(new FileLocation("/papers", "secret.txt"));
      }
      ReadingRoom room = room(archive, Reader.anonymous());
      Holding.Withdrawn withdrawn =
          assertInstanceOf(Holding.Withdrawn.class, room.holding(RULE.id()));
      assertEquals("槐南省预算审查监督条例", withdrawn.title());
      assertInstanceOf(Holding.Absent.class, room.holding(SECRET.id()));
      assertInstanceOf(Resolution.Wanted.class, view(room, REPORT).resolutions().getFirst());
      assertEquals(0, room.search(SearchRequest.of("\"制定本条例\"")).total());
      assertEquals(Optional.empty(), room.trace(RULE.id(), 1));
    }
  }

  @Test
  void whatTheRegisterWasGivenItKnowsAtOnce() {
    try (Archive archive = TestArchive.open(folder);
        Accessions accessions = archive.accessions()) {
      accessions.accept(RULE.accession(), () -> {});
      assertEquals(Optional.of(RULE.file()), accessions.registered(RULE.file().location()));
      assertEquals(List.of(RULE.file()), accessions.withContent(RULE.sha256()));
      assertEquals(Optional.empty(), accessions.registered(REPORT.file().location()));
      assertEquals(List.of("/papers"), accessions.roots());
    }
  }

  @Test
  void everyPaperIsDurableBeforeItIsReported() {
    List<DocumentId> reported = new ArrayList<>();
    try (Archive archive = TestArchive.open(folder);
        Archive reader = Archive.openForReading(TestArchive.settings(folder))) {
      try (Accessions accessions = archive.accessions()) {
        for (Papers paper : ALL) {
          accessions.accept(
              paper.accession(),
              () -> {
                assertInstanceOf(
                    Holding.Held.class, room(reader, Reader.owner()).holding(paper.id()));
                reported.add(paper.id());
              });
        }
      }
    }
    assertEquals(ALL.stream().map(Papers::id).toList(), reported);
  }

  @Test
  void aReaderBesideTheWriterSeesWhatIsCommitted() {
    try (Archive archive = TestArchive.open(folder);
        Archive beside = Archive.openForReading(TestArchive.settings(folder))) {
      assertEquals(0, room(beside, Reader.anonymous()).search(SearchRequest.of("预算")).total());
      TestArchive.take(archive, List.of(RULE, REPORT));
      assertEquals(2, room(beside, Reader.anonymous()).search(SearchRequest.of("预算")).total());
      assertEquals(1, view(room(beside, Reader.anonymous()), RULE).citedBy().size());
    }
  }

  @Test
  void aPaperWithoutItsOriginalIsHeldAllTheSame() {
    try (Archive archive = TestArchive.open(folder);
        Accessions accessions = archive.accessions()) {
      accessions.accept(
          new Accession(
              RULE.file(),
              Map.<String, OriginalBytes>of(),
              List.of(new Paper(RULE.document(), RULE.text(), "test"))),
          () -> {});
      accessions.flush();
      ReadingRoom room = room(archive, Reader.owner());
      assertEquals(Optional.empty(), room.original(RULE.id()));
      accessions.accept(RULE.accession(), () -> {});
      accessions.flush();
      assertTrue(room.original(RULE.id()).isPresent());
    }
  }

  @Test
  void aSampleThatIsTakenOutLeavesNothingButARoomForOthers() throws IOException {
    Papers own = Papers.at("own.txt", "自己的报告\n自己的事情。");
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, ALL);
      archive.beginSample();
      archive.clearSample();
      assertFalse(archive.isSample());
      ALL.forEach(paper ->
          assertInstanceOf(
              Holding.Absent.class, room(archive, Reader.owner()).holding(paper.id())));
      TestArchive.take(archive, List.of(own));
      assertEquals(1, room(archive, Reader.owner()).statistics().documents());
    }
    try (Archive again = TestArchive.open(folder);
        Stream<Path> originals = Files.walk(folder.resolve("originals"))) {
      assertEquals(1, room(again, Reader.owner()).search(SearchRequest.of("")).total());
      assertEquals(1, originals.filter(Files::isRegularFile).count());
    }
  }
}
