package wenmai.corpus.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.Archive;
import wenmai.corpus.Papers;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.TestArchive;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.custody.Fault.Kind;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.ArchiveHeld;
import wenmai.corpus.store.Database;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.StoreProblem;

/**
 * What can befall an archive is found and named, mended where it can be, and undone by a backup.
 */
class CustodyTest {
  private static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  private static final List<Papers> PAPERS =
      List.of(
          Papers.at("a.txt", "关于河道整治情况的报告\n根据《河道管理条例》，河道整治了三十公里。"),
          Papers.at("b.txt", "河道管理条例\n第一条 为了管理河道，制定本条例。"),
          Papers.at("c.txt", "内部通报\n对河道整治中的问题予以通报。").internal());

  /** Made once, and copied for each test: making one takes a second. */
  @TempDir static Path shared;

  @TempDir Path folder;
  private Path data;
  private static Path sources;

  @BeforeAll
  static void make() throws IOException {
    sources = Files.createDirectories(shared.resolve("sources"));
    try (Archive archive = TestArchive.open(shared.resolve("data"));
        Accessions register = archive.accessions()) {
      for (Papers paper : PAPERS) {
        register.accept(accession(paper), () -> {});
      }
    }
  }

  @BeforeEach
  void copy() throws IOException {
    data = folder.resolve("data");
    Path made = shared.resolve("data");
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(made.relativize(file)));
      }
    }
    for (Papers paper : PAPERS) {
      Files.write(sources.resolve(paper.path()), paper.bytes());
    }
  }

  private static Accession accession(Papers paper) {
    return new Accession(
        new RegisteredFile(
            new FileLocation(sources.toString(), paper.path()),
            paper.bytes().length,
            1,
            paper.sha256(),
            List.of(paper.id())),
        Map.of(paper.sha256(), new OriginalBytes.InMemory(paper.bytes())),
        List.of(new Paper(paper.document(), paper.text(), "test")));
  }

  private List<Fault> faults() {
    return Inspection.of(TestArchive.settings(data), IndexFiles::faults).faults();
  }

  private List<Kind> kinds() {
    return faults().stream().map(Fault::kind).distinct().toList();
  }

  private void repair() {
    Repair.of(TestArchive.settings(data), faults());
  }

  private String export(Path archive) {
    try (Archive open = TestArchive.open(archive)) {
      return TestArchive.export(open, Reader.owner());
    }
  }

  private Path original(Papers paper) {
    return data.resolve("originals")
        .resolve(paper.sha256().substring(0, 2))
        .resolve(paper.sha256());
  }

  private static void flipBit(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int before = bytes.read();
      bytes.seek(at);
      bytes.write(before ^ 1);
    }
  }

  private void sql(String statement) {
    try (Database database = Database.openForReading(data.resolve("archive.db"));
        Session session = database.connect()) {
      session.update(statement);
    }
  }

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
    try (Depot depot = Depot.openForReading(data, Clock.systemUTC())) {
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

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("index"))) {
      return files.filter(file -> file.toString().endsWith(".cfs")).toList();
    }
  }

  private long hits(String query) {
    try (Archive archive = TestArchive.open(data)) {
      return archive
          .openFor(Reader.owner(), TestArchive.TODAY)
          .search(SearchRequest.of(query))
          .total();
    }
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
  void aRestoredBackupIsTheArchiveAndLetsNobodyInWhoWasSignedIn() {
    String token;
    try (AccountBook book = AccountBook.open(data, Clock.systemUTC())) {
      book.add("审计员", Role.READER, "long enough", "owner");
      token = ((Attempt.Granted) book.signIn("审计员", "long enough", "")).token();
    }
    try (Archive archive = TestArchive.open(data)) {
      archive.workroomFor(STAFF).correct(PAPERS.getFirst().id(), "title", Optional.of("改"));
    }
    Path zip = folder.resolve("backup.zip");
    Backup.write(data, zip, Clock.systemUTC());
    Path back = folder.resolve("back");
    assertEquals(new Restore.Summary(3, 3), Restore.of(zip, back));
    assertEquals(export(data), export(back));
    try (AccountBook book = AccountBook.open(back, Clock.systemUTC())) {
      assertEquals("审计员", book.accounts().getFirst().name());
      assertEquals(Optional.empty(), book.holderOf(token));
    }
  }

  @Test
  void restoringOverAnotherArchiveLeavesNothingOfItToBeFound() {
    String before = export(data);
    Path zip = folder.resolve("backup.zip");
    Backup.write(data, zip, Clock.systemUTC());
    try (Archive archive = TestArchive.open(data)) {
      TestArchive.take(archive, List.of(Papers.at("later.txt", "后来的报告\n后来的事情。")));
    }
    assertEquals(1, hits("后来的事情"));
    Restore.of(zip, data);
    assertEquals(before, export(data));
    assertEquals(0, hits("后来的事情"));
    assertEquals(List.of(), faults());
  }

  @Test
  void aFolderIsFilledUpWithWhatItLacks() throws IOException {
    Path nightly = Files.createDirectories(folder.resolve("nightly"));
    assertEquals(3, Backup.write(data, nightly, Clock.systemUTC()).copied());
    try (Archive archive = TestArchive.open(data)) {
      TestArchive.take(archive, List.of(Papers.at("later.txt", "后来的报告\n后来的事情。")));
    }
    Backup.Summary second = Backup.write(data, nightly, Clock.systemUTC());
    assertEquals(new Backup.Summary(4, 4, 1, List.of()), second);
    Path back = folder.resolve("back");
    Restore.of(nightly, back);
    assertEquals(export(data), export(back));
  }

  @Test
  void aBackupTakenWhilePapersComeInIsOfOneMoment() throws InterruptedException {
    Path zip = folder.resolve("backup.zip");
    try (Archive archive = TestArchive.open(data)) {
      Thread taker =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 12; i++) {
                  TestArchive.take(
                      archive, List.of(Papers.at(i + ".txt", "第" + i + "份报告\n内容是第" + i + "份。")));
                }
              });
      Backup.write(data, zip, Clock.systemUTC());
      taker.join();
    }
    Path back = folder.resolve("back");
    Restore.of(zip, back);
    TestArchive.open(back).close();
    assertEquals(List.of(), Inspection.of(TestArchive.settings(back), IndexFiles::faults).faults());
  }

  @Test
  void whatIsNoWholeBackupIsRefusedAndTheArchiveIsAsItWas() throws IOException {
    String before = export(data);
    Path zip = folder.resolve("backup.zip");
    Backup.write(data, zip, Clock.systemUTC());
    byte[] bytes = Files.readAllBytes(zip);
    Path cut =
        Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path words = Files.writeString(folder.resolve("words.zip"), "no backup");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path nightly = Files.createDirectories(folder.resolve("nightly"));
    Backup.write(data, nightly, Clock.systemUTC());
    flipBit(nightly.resolve("archive.db"), 9000);
    for (Path wrong : List.of(cut, words, empty, nightly, folder.resolve("not there"))) {
      assertThrows(StoreProblem.class, () -> Restore.of(wrong, data), wrong.toString());
      assertEquals(before, export(data), wrong.toString());
    }
  }

  @Test
  void aDamagedOriginalIsNotCopiedAndIsNamed() throws IOException {
    flipBit(original(PAPERS.getFirst()), 5);
    Backup.Summary summary = Backup.write(data, folder.resolve("backup.zip"), Clock.systemUTC());
    assertEquals(List.of(PAPERS.getFirst().sha256()), summary.lost());
    assertEquals(2, summary.originals());
  }

  @Test
  void nothingIsRestoredOrRepairedUnderARunningWriter() {
    Path zip = folder.resolve("backup.zip");
    Backup.write(data, zip, Clock.systemUTC());
    try (Archive archive = TestArchive.open(data)) {
      ArchiveHeld held = assertThrows(ArchiveHeld.class, () -> Restore.of(zip, data));
      assertTrue(String.valueOf(held.getMessage()).contains("process"), held.getMessage());
      List<Fault> faults = List.of(new Fault(Kind.INDEX_DAMAGED, "index", ""));
      assertThrows(ArchiveHeld.class, () -> Repair.of(TestArchive.settings(data), faults));
      assertInstanceOf(Archive.class, archive);
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesWhatWasThere() {
    String before = export(data);
    try (Depot depot = Depot.openForWriting(data, "test", Clock.systemUTC())) {
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
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    StoreProblem problem = assertThrows(StoreProblem.class, () -> TestArchive.open(file));
    assertTrue(
        String.valueOf(problem.getMessage()).contains("cannot be written"), problem.getMessage());
  }

  @Test
  void aClockThatJumpsBackChangesNoOrder() {
    Clock past =
        Clock.fixed(java.time.Instant.parse("1999-01-01T00:00:00Z"), Clock.systemUTC().getZone());
    try (Depot depot = Depot.openForWriting(data, "test", past)) {
      long before =
          depot.read(session ->
              session.first("SELECT max(seq) FROM journal", row -> row.number(1)).orElseThrow());
      depot.write(session -> {
        wenmai.corpus.store.Edits edits =
            new wenmai.corpus.store.Edits(session, "x", past, wenmai.corpus.store.Rereader.NONE);
        edits.correct(
            new wenmai.corpus.store.Documents(session).row(PAPERS.getFirst().id()).orElseThrow(),
            wenmai.corpus.document.FactKey.TITLE,
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
