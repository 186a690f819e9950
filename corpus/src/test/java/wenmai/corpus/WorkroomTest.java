package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.EditProblem.Reason;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;
import wenmai.corpus.text.CodePointSpan;

/** What staff do takes effect at once, outlives new readings, can be undone and is written down. */
class WorkroomTest {
  private static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  private static final Papers PAPER = Papers.at("a.txt", "关于河道整治情况的报告\n河道整治了三十公里。");
  private static final Papers OTHER = Papers.at("b.txt", "关于河道管理的报告\n河道有人管理。");
  private static final DocumentId ID = PAPER.id();

  @TempDir Path folder;
  private Archive archive;
  private Workroom room;

  @BeforeEach
  void open() {
    archive = TestArchive.open(folder);
    TestArchive.take(archive, List.of(PAPER, OTHER));
    room = archive.workroomFor(STAFF);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private ReadingRoom publicRoom() {
    return archive.openFor(Reader.anonymous(), TestArchive.TODAY);
  }

  private Optional<String> title() {
    return publicRoom().summaries(List.of(ID)).getFirst().title();
  }

  private List<DocumentId> found(String query) {
    return publicRoom().search(SearchRequest.of(query)).hits().stream()
        .map(hit -> hit.document().id())
        .toList();
  }

  private void refused(Reason reason, Runnable act) {
    Dossier before = room.dossier(ID);
    assertEquals(reason, assertThrows(EditProblem.class, act::run).reason());
    assertEquals(before, room.dossier(ID));
  }

  /** The same paper read again, with something that keeps it from the public. */
  private static Accession withPersonalData(Papers paper) {
    OfficialDocument read = paper.internal().document();
    Content content = read.content();
    Content warned =
        new Content(
            content.text(),
            content.pages(),
            content.outline(),
            content.citations(),
            content.repairs(),
            List.of(new Warning(WarningCode.PERSONAL_DATA, new CodePointSpan(0, 2), "身份证号")),
            content.votes(),
            content.language());
    OfficialDocument document =
        new OfficialDocument(read.id(), read.provenance(), read.facts(), warned, read.visibility());
    return new Accession(
        paper.file(),
        Map.of(paper.sha256(), new OriginalBytes.InMemory(paper.bytes())),
        List.of(new Paper(document, paper.text(), "test 2")));
  }

  private void take(Accession accession) {
    try (Accessions register = archive.accessions()) {
      register.accept(accession, () -> {});
    }
  }

  @Test
  void aCorrectionIsSeenAndFoundAtOnceAndOutlivesANewReading() {
    room.correct(ID, "title", Optional.of("关于水系治理的报告"));
    assertEquals(Optional.of("关于水系治理的报告"), title());
    assertEquals(List.of(ID), found("标题:水系"));
    take(withPersonalData(PAPER));
    take(PAPER.accession());
    assertEquals(Optional.of("关于水系治理的报告"), title());
    room.leaveAsRead(ID, "title");
    assertEquals(Optional.of("关于河道整治情况的报告"), title());
    assertEquals(List.of(), found("标题:水系"));
  }

  @Test
  void aCorrectionSaysWhoAndWhatWasReadAndThePublicIsNotToldWho() {
    room.correct(ID, "date", Optional.of("2024-05-06"));
    Dossier.FactEntry date =
        room.dossier(ID).facts().stream().filter(f -> f.name().equals("date")).findFirst().get();
    assertEquals(
        new Dossier.FactEntry(
            "date", Optional.empty(), Optional.of("2024-05-06"), Optional.of("林知夏")),
        date);
    assertFalse(TestArchive.export(archive, Reader.anonymous()).contains("林知夏"));
  }

  @Test
  void everyFactCanBeCorrectedAndWhatIsSeveralStaysSeveral() {
    Map<String, String> values =
        Map.of(
            "addressee", "市人民政府\n市监察委员会",
            "attachments", "清单",
            "basis", "《水法》第三条\n《防洪法》",
            "organLevel", "county");
    values.forEach((fact, value) -> room.correct(ID, fact, Optional.of(value)));
    OfficialDocument document =
        assertInstanceOf(Holding.Held.class, publicRoom().holding(ID)).document().document();
    assertEquals(List.of("市人民政府", "市监察委员会"), document.facts().values(FactKey.ADDRESSEE));
    assertEquals(List.of("《水法》第三条", "《防洪法》"), document.facts().values(FactKey.BASIS));
    assertEquals(
        Optional.of("市人民政府\n市监察委员会"),
        room.dossier(ID).facts().stream()
            .filter(fact -> fact.name().equals("addressee"))
            .findFirst()
            .orElseThrow()
            .now());
    assertFalse(TestArchive.export(archive, Reader.anonymous()).contains("林知夏"));
    for (FactKey<?> key : FactKey.all()) {
      room.correct(ID, key.name(), Optional.empty());
      room.leaveAsRead(ID, key.name());
    }
    assertEquals(Optional.of("关于河道整治情况的报告"), title());
  }

  @Test
  void whatFollowsFromTheAreaFollowsTheCorrectedOne() {
    room.correct(ID, "organ", Optional.of("密云县人民代表大会常务委员会"));
    room.correct(ID, "region", Optional.of("云崖省/苍梧市"));
    OfficialDocument document =
        assertInstanceOf(Holding.Held.class, publicRoom().holding(ID)).document().document();
    assertEquals("prefecture", document.facts().value(FactKey.ORGAN_LEVEL).orElseThrow().key());
  }

  @Test
  void aFactCanBeSaidNotToBeThere() {
    room.correct(ID, "title", Optional.empty());
    assertEquals(Optional.empty(), title());
    assertFalse(
        assertInstanceOf(Holding.Held.class, publicRoom().holding(ID))
            .document()
            .document()
            .facts()
            .get(FactKey.TITLE)
            .isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "date, yesterday, BAD_VALUE",
    "date, 2024-02-30, BAD_VALUE",
    "kind, sonnet, BAD_VALUE",
    "number, 第号, BAD_VALUE",
    "title, ' ', BAD_VALUE",
    "colour, red, UNKNOWN",
  })
  void whatIsNoValueIsRefusedAndNothingChanges(String fact, String value, Reason reason) {
    refused(reason, () -> room.correct(ID, fact, Optional.of(value)));
  }

  @Test
  void anActOnNothingIsRefused() {
    DocumentId nobody = new DocumentId("00000000000000000000");
    assertEquals(
        Reason.ABSENT,
        assertThrows(EditProblem.class, () -> room.publish(nobody, Publication.INTERNAL)).reason());
    refused(Reason.UNKNOWN, () -> room.clear(ID, WarningCode.CUT_TEXT));
  }

  @Test
  void whatBecomesInternalIsGoneForThePublicAndComesBackByReview() {
    room.publish(ID, Publication.INTERNAL);
    assertInstanceOf(Holding.Absent.class, publicRoom().holding(ID));
    assertEquals(List.of(), found("三十公里"));
    refused(Reason.BAD_STEP, () -> room.publish(ID, Publication.PUBLIC));
    room.publish(ID, Publication.REVIEWED);
    assertInstanceOf(Holding.Absent.class, publicRoom().holding(ID));
    room.publish(ID, Publication.PUBLIC);
    assertEquals(List.of(ID), found("三十公里"));
  }

  @Test
  void whatBecameInternalWeighsNothingInThePublicsScores() {
    try (Archive without = TestArchive.open(folder.resolve("without"))) {
      TestArchive.take(without, List.of(OTHER));
      room.publish(ID, Publication.INTERNAL);
      assertEquals(
          without.openFor(Reader.anonymous(), TestArchive.TODAY).search(SearchRequest.of("河道")),
          publicRoom().search(SearchRequest.of("河道")));
    }
  }

  @Test
  void personalDataBlocksUntilItIsClearedAndANewFindingBlocksAgain() {
    take(withPersonalData(PAPER));
    room.publish(ID, Publication.REVIEWED);
    refused(Reason.BLOCKED, () -> room.publish(ID, Publication.PUBLIC));
    room.clear(ID, WarningCode.PERSONAL_DATA);
    room.publish(ID, Publication.PUBLIC);
    assertInstanceOf(Holding.Held.class, publicRoom().holding(ID));
    room.unclear(ID, WarningCode.PERSONAL_DATA);
    assertInstanceOf(Holding.Absent.class, publicRoom().holding(ID));
  }

  @Test
  void whatWasMadePublicIsKeptBackWhenANewReadingFindsWhatNobodyLookedAt() {
    room.publish(ID, Publication.INTERNAL);
    room.publish(ID, Publication.REVIEWED);
    room.publish(ID, Publication.PUBLIC);
    take(withPersonalData(PAPER));
    assertInstanceOf(Holding.Absent.class, publicRoom().holding(ID));
  }

  @Test
  void whatIsWithdrawnKeepsATombstoneAndDoesNotComeBackByItself() {
    room.publish(ID, Publication.WITHDRAWN);
    assertInstanceOf(Holding.Withdrawn.class, publicRoom().holding(ID));
    take(withPersonalData(PAPER));
    take(PAPER.accession());
    assertInstanceOf(Holding.Withdrawn.class, publicRoom().holding(ID));
    assertEquals(List.of(), found("三十公里"));
  }

  @Test
  void theTombstoneOfAnInternalPaperIsInternal() {
    room.publish(ID, Publication.INTERNAL);
    room.publish(ID, Publication.WITHDRAWN);
    assertInstanceOf(Holding.Absent.class, publicRoom().holding(ID));
    assertInstanceOf(
        Holding.Withdrawn.class, archive.openFor(STAFF, TestArchive.TODAY).holding(ID));
  }

  @Test
  void whoseFileIsGoneIsNotBroughtBackByADecision() {
    try (Accessions register = archive.accessions()) {
      register.withdraw(PAPER.file().location());
    }
    room.publish(ID, Publication.WITHDRAWN);
    room.publish(ID, Publication.INTERNAL);
    assertInstanceOf(
        Holding.Withdrawn.class, archive.openFor(STAFF, TestArchive.TODAY).holding(ID));
  }

  /** One act of each kind. */
  private enum Deed {
    CORRECT,
    CLEAR,
    HIDE,
    WITHDRAW;

    void doIn(Workroom room) {
      switch (this) {
        case CORRECT -> room.correct(ID, "number", Optional.of("平人常发〔2022〕12号"));
        case CLEAR -> room.clear(ID, WarningCode.SECRECY_MARK);
        case HIDE -> room.publish(ID, Publication.INTERNAL);
        case WITHDRAW -> room.publish(ID, Publication.WITHDRAWN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyActCanBeUndoneAndBothStandInTheAudit(Deed deed) {
    String before = TestArchive.export(archive, Reader.anonymous());
    deed.doIn(room);
    Dossier.Step step = room.dossier(ID).history().getFirst();
    assertTrue(step.undoable(), step.toString());
    room.undo(ID, step.number());
    assertEquals(before, TestArchive.export(archive, Reader.anonymous()));
    assertEquals(2, room.latest(10).size());
    assertEquals(step.after(), room.dossier(ID).history().getFirst().before());
  }

  @Test
  void whatHasBeenChangedSinceCannotBeUndone() {
    room.correct(ID, "title", Optional.of("甲"));
    long first = room.dossier(ID).history().getFirst().number();
    room.correct(ID, "title", Optional.of("乙"));
    refused(Reason.NOT_UNDOABLE, () -> room.undo(ID, first));
    refused(Reason.NOT_UNDOABLE, () -> room.undo(ID, 999));
    refused(Reason.NOT_UNDOABLE, () -> archive.workroomFor(STAFF).undo(ID, -1));
  }

  @Test
  void theSameActTwiceIsOne() {
    room.correct(ID, "title", Optional.of("甲"));
    room.correct(ID, "title", Optional.of(" 甲 "));
    assertEquals(1, room.dossier(ID).history().size());
  }

  @ParameterizedTest
  @EnumSource(names = {"PUBLIC", "READER"})
  void whoMayNotEditGetsNoWorkroom(Role role) {
    assertThrows(
        IllegalArgumentException.class,
        () -> archive.workroomFor(new Reader(role, Optional.of("x"))));
  }

  @Test
  void decisionsOutliveClosingAndOpening() {
    room.correct(ID, "title", Optional.of("甲"));
    room.publish(OTHER.id(), Publication.INTERNAL);
    String before = TestArchive.export(archive, Reader.anonymous());
    archive.close();
    archive = TestArchive.open(folder);
    assertEquals(before, TestArchive.export(archive, Reader.anonymous()));
  }
}
