package wenmai.corpus.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Papers;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.record.PaperRecord;

/** The truth on disk: what was written is there, in order, for whoever opens it next. */
class DepotTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;
  Depot depot;

  /** Where the tables are, wherever that is. */
  Premises premises() {
    return Premises.in(folder.resolve("data"));
  }

  @BeforeEach
  void open() {
    depot = Depot.openForWriting(premises(), "test", CLOCK);
  }

  @AfterEach
  void close() {
    depot.close();
  }

  static PreparedPaper prepared(Papers paper) {
    return PreparedPaper.of(
        new PaperRecord(paper.document(), paper.text(), "test"), Optional.of(paper.sha256()));
  }

  static Register.Entry entry(Papers paper) {
    return entry(paper, paper.path());
  }

  private static Register.Entry entry(Papers paper, String path) {
    return new Register.Entry(
        new Register.Place("/r", path),
        paper.bytes().length,
        1,
        paper.sha256(),
        List.of(paper.id()));
  }

  Register.Written put(Papers... papers) {
    return depot.write(session -> {
      Register register = new Register(session);
      for (Papers paper : papers) {
        register.put(entry(paper), List.of(prepared(paper)), CLOCK);
      }
      return register.written();
    });
  }

  Path migrations() {
    return Path.of(System.getProperty("wenmai.root"), "corpus/src/main/resources/db/migration");
  }

  int firstMigration() {
    return 1;
  }

  /** Two people who add a migration each at the same time give it the same number. */
  @Test
  void migrationsHaveNumbersOfTheirOwnAndTheSchemaIsTheLastOne() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (Stream<Path> files = Files.list(migrations())) {
      files.forEach(file ->
          numbers.add(
              Integer.valueOf(file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))));
    }
    numbers.sort(null);
    assertEquals(
        IntStream.rangeClosed(firstMigration(), Database.SCHEMA).boxed().toList(), numbers);
  }

  /** Programs before V14 told of them and kept nothing in mind. */
  @Test
  void whatAnEarlierProgramLeftOutForWantOfOcrIsReadAgain() throws IOException {
    String sql = Files.readString(migrations().resolve("V15__waiting_for_ocr.sql"));
    List<String> paths = List.of("卷（一）/a.pdf", "b.pdf", "c.zip", "c.zip!/d.eml", "e.zip");
    List<RefusedFiles.Refused> refused =
        List.of(
            refused("卷（一）/a.pdf", "needs-ocr"),
            refused("c.zip!/d.eml!/（附件）.png", "needs-ocr"),
            refused("e.zip!/f.pdf", "encrypted"));
    List<String> waiting =
        depot.write(session -> {
          Register register = new Register(session);
          paths.forEach(path -> register.put(bare(path), List.of(), CLOCK));
          new RefusedFiles(session).replace("/papers", refused);
          session.update(sql.replaceAll("(?m)^--.*$", "").strip().replaceAll(";$", ""));
          return paths.stream()
              .filter(path ->
                  register.at(bare(path).place()).filter(Register.Entry::wantsOcr).isPresent())
              .toList();
        });
    assertEquals(List.of("卷（一）/a.pdf", "c.zip", "c.zip!/d.eml"), waiting);
  }

  private static RefusedFiles.Refused refused(String path, String code) {
    return new RefusedFiles.Refused(path, "/papers", code, "", "", CLOCK.instant());
  }

  private static Register.Entry bare(String path) {
    return new Register.Entry(new Register.Place("/papers", path), 1, 1, path, List.of());
  }

  @Test
  void aFileThatWaitsForOcrIsRememberedUntilItHasBeenRead() {
    Papers paper = Papers.at("a.pdf", "关于水的报告\n水很多。");
    Register.Entry whole = entry(paper);
    Register.Entry waiting =
        new Register.Entry(
            whole.place(),
            whole.bytes(),
            whole.modifiedMillis(),
            whole.sha256(),
            whole.documents(),
            true);
    for (Register.Entry entry : List.of(waiting, whole)) {
      depot.write(session -> {
        Register register = new Register(session);
        register.put(entry, List.of(prepared(paper)), CLOCK);
        return register.written();
      });
      assertEquals(
          Optional.of(entry), depot.read(session -> new Register(session).at(entry.place())));
    }
    Register.Entry moved =
        new Register.Entry(
            new Register.Place("/r", "b.pdf"), 5, 2, whole.sha256(), whole.documents(), true);
    depot.write(session -> {
      Register register = new Register(session);
      register.confirm(whole.place(), moved, CLOCK);
      return register.written();
    });
    assertEquals(
        List.of(moved), depot.read(session -> new Register(session).withContent(whole.sha256())));
  }

  @Test
  void aPaperThatComesAgainUnchangedIsNotJournalledAgain() {
    Papers paper = Papers.at("a.txt", "关于水的报告\n水很多。");
    assertEquals(1, put(paper).lastNumber());
    Register.Written again = put(paper);
    assertEquals(1, again.lastNumber());
    assertEquals(List.of(), again.changes());
  }

  @Test
  void aFileThatNowHoldsAnotherPaperTakesTheFormerOneOut() {
    Papers former = Papers.at("a.txt", "旧报告\n旧。");
    Papers latter = Papers.at("a.txt", "新报告\n新。");
    put(former);
    Register.Written written = put(latter);
    assertEquals(
        List.of(new Change.Put(2, 2, latter.document()), new Change.Remove(former.id())),
        written.changes());
    depot.read(session -> {
      Documents documents = new Documents(session);
      assertFalse(documents.row(former.id()).orElseThrow().isHeld());
      assertTrue(documents.row(latter.id()).orElseThrow().isHeld());
      assertEquals(
          former.document(), documents.document(documents.row(former.id()).orElseThrow().doc()));
      return 0;
    });
  }

  @Test
  void aDocumentBelongsToTheFileThatGaveItLast() {
    Papers paper = Papers.at("a.txt", "报告\n甲。");
    put(paper);
    depot.write(session -> {
      Register register = new Register(session);
      register.put(entry(paper, "b.txt"), List.of(prepared(paper)), CLOCK);
      register.withdraw(new Register.Place("/r", "a.txt"), CLOCK);
      return 0;
    });
    assertTrue(held(paper.id()));
    depot.write(session -> {
      new Register(session).withdraw(new Register.Place("/r", "b.txt"), CLOCK);
      return 0;
    });
    assertFalse(held(paper.id()));
  }

  private boolean held(DocumentId id) {
    return depot.read(session -> new Documents(session).row(id).orElseThrow().isHeld());
  }

  @Test
  void aRenamedFileKeepsItsDocumentAndDrivesOutWhatStoodThere() {
    Papers kept = Papers.at("a.txt", "报告甲\n甲。");
    Papers driven = Papers.at("b.txt", "报告乙\n乙。");
    put(kept, driven);
    depot.write(session -> {
      new Register(session).confirm(new Register.Place("/r", "a.txt"), entry(kept, "b.txt"), CLOCK);
      return 0;
    });
    assertTrue(held(kept.id()));
    assertFalse(held(driven.id()));
    assertEquals(
        List.of("b.txt"),
        depot.read(session ->
            new Register(session)
                .withContent(kept.sha256()).stream().map(e -> e.place().path()).toList()));
  }

  @Test
  void filesAreToldInJavasOrderThatBeginSo() {
    List<String> paths =
        List.of(
            "甲/（一）.txt",
            "甲/\uD842\uDFB7.txt",
            "甲/a.txt",
            "甲/￥.txt",
            "甲/龥.txt",
            "乙/b.txt",
            "甲\uD842\uDFB7/c");
    List<Papers> papers = paths.stream().map(path -> Papers.at(path, path + "\n内容。")).toList();
    put(papers.toArray(Papers[]::new));
    List<String> told = new ArrayList<>();
    depot.read(session -> {
      new Register(session).each("/r", "甲/", entry -> told.add(entry.place().path()));
      return 0;
    });
    assertEquals(
        paths.stream().filter(p -> p.startsWith("甲/")).sorted(Comparator.naturalOrder()).toList(),
        told);
  }

  @Test
  void aFailureWithinATransactionLeavesNothingOfIt() {
    Papers paper = Papers.at("a.txt", "报告\n甲。");
    assertThrows(
        IllegalStateException.class,
        () ->
            depot.write(session -> {
              new Register(session).put(entry(paper), List.of(prepared(paper)), CLOCK);
              throw new IllegalStateException("power cut");
            }));
    assertEquals(0L, depot.<Long>read(session -> new Documents(session).lastNumber()));
  }

  @Test
  void aSecondWriterIsToldWhoTheFirstIs() {
    ArchiveHeld held =
        assertThrows(ArchiveHeld.class, () -> Depot.openForWriting(premises(), "index", CLOCK));
    assertEquals(ProcessHandle.current().pid(), held.holder().orElseThrow().pid());
    assertTrue(held.getMessage().contains("(test)"), held.getMessage());
  }

  @Test
  void readersBesideTheWriterSeeWhatIsCommitted() {
    try (Depot reader = Depot.openForReading(premises(), CLOCK)) {
      put(Papers.at("a.txt", "报告\n甲。"));
      assertEquals(
          1L,
          reader.<Long>read(session ->
              new Inventory(session).extent(wenmai.corpus.Reader.Audience.INTERNAL).documents()));
      assertThrows(StoreProblem.class, () -> reader.write(session -> 0));
    }
  }

  @Test
  void originalsAreKeptUnderTheirHashAndOtherBytesAreRefused() throws IOException {
    Papers paper = Papers.at("a.txt", "报告\n甲。");
    Originals originals = depot.originals();
    originals.publish(
        originals.stage(paper.sha256(), () -> new ByteArrayInputStream(paper.bytes())).stream()
            .toList());
    try (InputStream in = originals.open(paper.sha256())) {
      assertArrayEquals(paper.bytes(), in.readAllBytes());
    }
    assertTrue(originals.stage(paper.sha256(), InputStream::nullInputStream).isEmpty());
    assertThrows(
        ChangedOriginal.class,
        () -> originals.stage("00".repeat(32), InputStream::nullInputStream));
    List<String> all = new ArrayList<>();
    originals.each(all::add);
    assertEquals(List.of(paper.sha256()), all);
    Files.writeString(originals.place(paper.sha256()), "flipped");
    assertFalse(originals.hashOf(paper.sha256()).equals(paper.sha256()));
  }

  /** As who has the database in hand can. */
  void letTheAuditBeChanged(Session session) {
    session.update("DROP TRIGGER audit_is_not_changed");
  }

  @Test
  void theAuditCannotBeChangedUnnoticed() {
    for (String value : List.of("甲", "乙", "丙")) {
      depot.write(session -> {
        new Audit(session)
            .append(
                new Audit.Act("lin", "correct", "x", Optional.empty(), Optional.of(value)), CLOCK);
        return 0;
      });
    }
    assertEquals(Optional.empty(), depot.<Optional<Long>>read(s -> new Audit(s).firstBroken()));
    assertThrows(
        StoreProblem.class, () -> depot.write(s -> s.update("UPDATE audit SET after = '丁'")));
    depot.write(session -> {
      letTheAuditBeChanged(session);
      return session.update("UPDATE audit SET after = '丁' WHERE seq = 2");
    });
    assertEquals(Optional.of(2L), depot.<Optional<Long>>read(s -> new Audit(s).firstBroken()));
  }
}
