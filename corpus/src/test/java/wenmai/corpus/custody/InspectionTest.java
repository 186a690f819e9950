package wenmai.corpus.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Archive;
import wenmai.corpus.TestArchive;
import wenmai.corpus.custody.Fault.Kind;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.StoreProblem;

/** What can befall the parts of an archive is found and named, and mended where it can be. */
class InspectionTest extends ArchiveCase {
  @Test
  void aWholeArchiveHasNoFaultsAndNoneHasNoneEither() {
    Inspection.Findings findings = Inspection.of(TestArchive.settings(data), IndexFiles::faults);
    assertEquals(new Inspection.Findings(3, 3, List.of()), findings);
    Path nowhere = folder.resolve("nowhere");
    assertEquals(
        new Inspection.Findings(0, 0, List.of()),
        Inspection.of(TestArchive.settings(nowhere), IndexFiles::faults));
    assertFalse(Files.exists(nowhere), "looking makes nothing");
  }

  @Test
  void aFlippedBitInAnOriginalIsFoundByItsHashAndMendedFromWhereItCameFrom() throws IOException {
    flipBit(original(PAPERS.getFirst()), 5);
    assertEquals(
        List.of(
            new Fault(Kind.ORIGINAL_DAMAGED, PAPERS.getFirst().sha256(), "the bytes are others")),
        faults());
    repair();
    assertEquals(List.of(), faults());
  }

  @Test
  void aMissingOriginalIsFoundAndFetchedAndOneThatIsGoneStaysNamed() throws IOException {
    Files.delete(original(PAPERS.get(0)));
    Files.delete(original(PAPERS.get(1)));
    Files.writeString(sources.resolve("b.txt"), "其他内容");
    assertEquals(List.of(Kind.ORIGINAL_MISSING), kinds());
    repair();
    assertEquals(List.of(PAPERS.get(1).sha256()), faults().stream().map(Fault::subject).toList());
  }

  @Test
  void aDamagedRecordIsFoundAndItsFileReadAgainNextTime() {
    sql("UPDATE record SET json = x'00' WHERE doc = (SELECT min(doc) FROM record)");
    assertEquals(List.of(Kind.RECORD), kinds());
    repair();
    try (Depot depot = Depot.openForReading(TestArchive.premises(data), Clock.systemUTC())) {
      long again =
          depot.read(session ->
              session
                  .first("SELECT count(*) FROM file WHERE sha256 = ''", row -> row.number(1))
                  .orElseThrow());
      assertEquals(1, again);
    }
  }

  @Test
  void anAuditThatWasTamperedWithGivesItselfAway() {
    try (Archive archive = TestArchive.open(data)) {
      archive.workroomFor(STAFF).correct(PAPERS.getFirst().id(), "title", Optional.of("河道整治报告"));
    }
    assertThrows(StoreProblem.class, () -> sql("UPDATE audit SET who = 'nobody'"));
    sql("DROP TRIGGER audit_is_not_changed");
    sql("UPDATE audit SET who = 'nobody'");
    assertEquals(List.of(Kind.AUDIT), kinds());
  }

  @Test
  void aDamagedIndexIsFoundAndMadeAgain() throws IOException {
    String before = export(data);
    for (Path file : segments()) {
      flipBit(file, Files.size(file) / 2);
    }
    assertEquals(List.of(Kind.INDEX_DAMAGED), kinds());
    repair();
    assertEquals(List.of(), faults());
    assertEquals(before, export(data));
    assertEquals(1, hits("三十公里"));
  }

  @Test
  void anIndexThatHoldsOthersThanTheRecordsIsFoundAndMadeAgain() {
    sql("UPDATE document SET held = 0 WHERE id = '" + PAPERS.getFirst().id() + "'");
    assertEquals(List.of(Kind.INDEX_DIFFERS), kinds());
    repair();
    assertEquals(List.of(), faults());
  }

  @Test
  void aDamagedDatabaseIsNamedAndLeftToABackup() throws IOException {
    Path file = data.resolve("archive.db");
    for (long at = 8192 * 3; at < Files.size(file); at += 8192) {
      flipBit(file, at);
      flipBit(file, at + 9);
    }
    assertTrue(kinds().contains(Kind.DATABASE), () -> kinds().toString());
    assertEquals(List.of(), Repair.of(TestArchive.settings(data), faults()));
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("index"))) {
      return files.filter(file -> file.toString().endsWith(".cfs")).toList();
    }
  }
}
