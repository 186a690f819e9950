package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;
import wenmai.corpus.text.RepairedText;

/** A paper that names its place by its level only is of the place of those it lies beside. */
class CompanyTest {
  private static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  private static final String LETTER =
      """
      县人民政府办公室：

      经县人大常委会主任会议研究，现将代表意见转去，请研究处理，并于10月底前书面答复。

      县人大常委会办公室
      2024年9月3日
      """;

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void open() {
    archive = TestArchive.open(folder);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private static OfficialDocument letter(String path) {
    return ReadPapers.read(path, LETTER);
  }

  private static OfficialDocument report(String path, String place) {
    String text = "关于" + path + "的报告\n人大常委会：\n有关工作进展顺利。\n" + place + "人民政府\n2024年5月1日\n";
    OfficialDocument paper = ReadPapers.read(path, text);
    assertEquals(Optional.of(place), paper.facts().value(FactKey.REGION).map(Region::name));
    return paper;
  }

  private static List<OfficialDocument> reports(String folder, String place, int count) {
    List<OfficialDocument> papers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      papers.add(report(folder + place + i + ".txt", place));
    }
    return papers;
  }

  private static OfficialDocument internal(OfficialDocument paper) {
    return new OfficialDocument(
        paper.id(), paper.provenance(), paper.facts(), paper.content(), Visibility.INTERNAL);
  }

  private void take(List<OfficialDocument> papers, OfficialDocument... more) {
    List<OfficialDocument> all = new ArrayList<>(papers);
    all.addAll(List.of(more));
    ReadPapers.take(archive, all);
  }

  private OfficialDocument standing(OfficialDocument paper) {
    return assertInstanceOf(
            Holding.Held.class,
            archive.openFor(Reader.owner(), TestArchive.TODAY).holding(paper.id()))
        .document()
        .document();
  }

  private Optional<String> region(OfficialDocument paper) {
    return standing(paper).facts().value(FactKey.REGION).map(Region::name);
  }

  @Test
  void itHasTheirPlaceAndItsOrganThatOfThePlace() {
    OfficialDocument letter = letter("案卷/函.txt");
    take(reports("案卷/", "汐塘县", 3), letter);
    OfficialDocument standing = standing(letter);
    Fact<Region> region = standing.facts().get(FactKey.REGION).orElseThrow();
    assertEquals(new Evidence.InCompany("汐塘县"), region.evidence());
    assertEquals(
        Optional.of("汐塘县人民代表大会常务委员会办公室"), standing.facts().value(FactKey.ORGAN).map(Organ::name));
    assertEquals(letter.content(), standing.content());
    assertEquals(letter.provenance(), standing.provenance());
  }

  private int found() {
    return archive
        .openFor(Reader.anonymous(), TestArchive.TODAY)
        .search(SearchRequest.of("主任会议研究").with(Map.of(FacetName.REGION, List.of("汐塘县"))))
        .hits()
        .size();
  }

  private long lastChange() {
    Reader admin = new Reader(Role.ADMIN, Optional.of("林知夏"));
    return archive.conditionFor(admin).queue().journal();
  }

  @Test
  void itIsFoundUnderTheirPlace() {
    take(reports("", "汐塘县", 3), letter("函.txt"));
    assertEquals(1, found());
  }

  @Test
  void itsOriginalIsStillHeld() throws IOException {
    OfficialDocument letter = letter("函.txt");
    take(reports("", "汐塘县", 3), letter);
    try (InputStream bytes =
        archive
            .openFor(Reader.anonymous(), TestArchive.TODAY)
            .original(letter.id())
            .orElseThrow()
            .open()) {
      assertEquals(LETTER, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theOrderInWhichTheyCameDoesNotMatter() {
    OfficialDocument letter = letter("函.txt");
    take(List.of(letter), reports("", "汐塘县", 3).toArray(OfficialDocument[]::new));
    assertEquals(Optional.of("汐塘县"), region(letter));
    String inOrder = TestArchive.export(archive, Reader.owner());
    archive.close();
    archive = TestArchive.open(folder.resolve("other"));
    List<OfficialDocument> reversed = new ArrayList<>(reports("", "汐塘县", 3));
    reversed.add(letter);
    Collections.reverse(reversed);
    take(reversed);
    assertEquals(inOrder, TestArchive.export(archive, Reader.owner()));
  }

  @Test
  void itTakesThePlaceOfThoseThatComeLater() {
    OfficialDocument letter = letter("函.txt");
    take(reports("", "汐塘县", 2), letter);
    assertEquals(Optional.empty(), region(letter), "two papers tell nothing");
    take(List.of(report("又一件.txt", "汐塘县")));
    assertEquals(Optional.of("汐塘县"), region(letter));
  }

  @Test
  void itLosesThePlaceWithThosePapers() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter);
    try (Accessions register = archive.accessions()) {
      register.withdraw(new FileLocation("/papers", reports.getFirst().provenance().source()));
    }
    assertEquals(Optional.empty(), region(letter));
    Facts facts = standing(letter).facts();
    assertEquals(Optional.empty(), facts.value(FactKey.ORGAN));
    assertEquals(letter.facts().value(FactKey.PRINTED_ORGAN), facts.value(FactKey.PRINTED_ORGAN));
  }

  @Test
  void aPaperTakenInAgainUnchangedIsNotWrittenAgain() {
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter("函.txt"));
    long before = lastChange();
    take(reports, letter("函.txt"));
    assertEquals(before, lastChange());
  }

  @Test
  void twoThirdsMustBeOfOnePlace() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> papers = new ArrayList<>(reports("", "汐塘县", 4));
    papers.addAll(reports("", "云麓县", 2));
    papers.addAll(reports("", "临浦市", 9));
    take(papers, letter);
    assertEquals(Optional.of("汐塘县"), region(letter), "those of other levels do not count");
    take(List.of(report("又一件.txt", "云麓县")));
    assertEquals(Optional.empty(), region(letter), "four of seven are too few");
  }

  /** Else the more there are of them, the surer they would be of themselves. */
  @Test
  void anAutonomousCountyIsNotTheOneThatIsMeantBesideAnother() {
    List<OfficialDocument> papers = reports("案卷/", "汐塘县", 3);
    papers.addAll(reports("案卷/", "岩坪苗族自治县", 4));
    OfficialDocument letter = letter("案卷/函.txt");
    OfficialDocument own = ReadPapers.read("案卷/简讯.txt", "补选结果\n\n在自治县人代会上，自治县人民政府组成人员进行了宣誓。\n");
    take(papers, letter, own);
    assertEquals(Optional.of("汐塘县"), region(letter));
    assertEquals(Optional.of("岩坪苗族自治县"), region(own));
  }

  @Test
  void thoseThatWereReadInCompanyThemselvesDoNotCount() {
    OfficialDocument one = letter("一.txt");
    List<OfficialDocument> papers = new ArrayList<>(reports("", "汐塘县", 3));
    for (int i = 0; i < 5; i++) {
      papers.add(ReadPapers.read("函" + i + ".txt", LETTER.replace("10月底", "1" + i + "月底")));
    }
    take(papers, one);
    take(reports("", "云麓县", 2));
    assertEquals(Optional.empty(), region(one), "three of five");
  }

  @Test
  void whereItsOwnFolderSaysNothingTheOneAboveDoes() {
    OfficialDocument deep = letter("案卷/2024/函/一.txt");
    OfficialDocument inContainer =
        ReadPapers.read("案卷/来文.zip!/二.txt", LETTER.replace("10月", "11月"));
    OfficialDocument elsewhere = ReadPapers.read("别处/三.txt", LETTER.replace("10月", "12月"));
    List<OfficialDocument> papers = new ArrayList<>(reports("案卷/", "汐塘县", 3));
    papers.addAll(reports("另卷/", "云麓县", 3));
    take(papers, deep, inContainer, elsewhere);
    assertEquals(Optional.of("汐塘县"), region(deep));
    assertEquals(Optional.of("汐塘县"), region(inContainer));
    assertEquals(Optional.empty(), region(elsewhere), "all that there is does not agree");
  }

  @Test
  void aLetterFromElsewhereStaysWhatItSaysItIs() {
    OfficialDocument foreign = ReadPapers.read("来函.txt", LETTER.replace("\n县人大", "\n云麓县人大"));
    take(reports("", "汐塘县", 5), foreign);
    assertEquals(Optional.of("云麓县"), region(foreign));
  }

  @Test
  void aPublicPaperLearnsNothingFromInternalOnes() {
    OfficialDocument open = letter("函.txt");
    OfficialDocument closed = internal(ReadPapers.read("内部.txt", LETTER.replace("10月", "11月")));
    List<OfficialDocument> papers = new ArrayList<>();
    reports("", "汐塘县", 3).forEach(report -> papers.add(internal(report)));
    take(papers, open, closed);
    assertEquals(Optional.empty(), region(open));
    assertEquals(Optional.of("汐塘县"), region(closed), "those who may see it may see them");
  }

  @Test
  void whatIsPublishedLosesWhatItLearntFromInternalOnes() {
    OfficialDocument closed = internal(letter("内部.txt"));
    List<OfficialDocument> papers = new ArrayList<>();
    reports("", "汐塘县", 3).forEach(report -> papers.add(internal(report)));
    take(papers, closed);
    assertEquals(Optional.of("汐塘县"), region(closed));
    Workroom room = archive.workroomFor(STAFF);
    room.publish(closed.id(), Publication.REVIEWED);
    room.publish(closed.id(), Publication.PUBLIC);
    assertEquals(Optional.empty(), region(closed));
  }

  @Test
  void whatPeopleSayOfItStandsAndWhatTheyUndoKeepsItsPlace() {
    OfficialDocument letter = letter("函.txt");
    take(reports("", "汐塘县", 3), letter);
    Workroom room = archive.workroomFor(STAFF);
    room.correct(letter.id(), "title", Optional.of("转办函"));
    assertEquals(Optional.of("汐塘县"), region(letter));
    room.correct(letter.id(), "region", Optional.of("云麓县"));
    assertEquals(Optional.of("云麓县"), region(letter));
    room.leaveAsRead(letter.id(), "region");
    assertEquals(Optional.of("汐塘县"), region(letter));
    assertTrue(room.dossier(letter.id()).history().size() >= 3);
  }

  @Test
  void theIndexIsMadeAgainWithIt() {
    take(reports("", "汐塘县", 3), letter("函.txt"));
    archive.rebuildIndex();
    assertEquals(1, found());
  }

  private static OfficialDocument with(OfficialDocument paper, Region region) {
    Facts facts = paper.facts();
    Fact<Region> read = facts.get(FactKey.REGION).orElseThrow();
    Facts others = Facts.none();
    for (FactKey<?> key : FactKey.all()) {
      others = key.equals(FactKey.REGION) ? others : copied(facts, key, others);
    }
    return new OfficialDocument(
        paper.id(),
        paper.provenance(),
        others.and(FactKey.REGION, Fact.inferred(region, read.evidence(), read.confidence())),
        paper.content(),
        paper.visibility());
  }

  private static <T> Facts copied(Facts from, FactKey<T> key, Facts to) {
    Facts all = to;
    for (Fact<T> fact : from.all(key)) {
      all = all.and(key, fact);
    }
    return all;
  }

  private static List<OfficialDocument> reports(String folder, Region region, int count) {
    return reports(folder + region.path().getFirst(), region.name(), count).stream()
        .map(report -> with(report, region))
        .toList();
  }

  @Test
  void namesakesOfDifferentCitiesAreTwoPlaces() {
    OfficialDocument letter = ReadPapers.read("函.txt", LETTER.replace("县人", "区人"));
    List<OfficialDocument> papers = new ArrayList<>(reports("", Region.of("棠州市", "汀浦区"), 2));
    papers.addAll(reports("", Region.of("临浦市", "汀浦区"), 2));
    take(papers, letter);
    assertEquals(Optional.empty(), region(letter));
    take(reports("又", Region.of("棠州市", "汀浦区"), 1));
    assertEquals(Optional.empty(), region(letter), "three of five");
    take(reports("又又", Region.of("槐南省", "棠州市", "汀浦区"), 1));
    assertEquals(
        Optional.of(Region.of("棠州市", "汀浦区")),
        standing(letter).facts().value(FactKey.REGION),
        "four of six, by whichever way");
  }

  @Test
  void howeverManyThereAreAllAreAsked() {
    List<OfficialDocument> letters = new ArrayList<>();
    for (int i = 0; i < 210; i++) {
      letters.add(ReadPapers.read("函" + i + ".txt", LETTER.replace("10月底", i + "日内")));
    }
    take(letters);
    take(reports("", "汐塘县", 3));
    assertEquals(List.of(), letters.stream().filter(each -> region(each).isEmpty()).toList());
    assertEquals(Optional.of("汐塘县"), region(letters.getFirst()));
  }

  @Test
  void papersThatComeToAFolderAboveAreHeardBelow() {
    OfficialDocument letter = letter("案卷/2024/函.txt");
    take(List.of(letter));
    take(reports("案卷/", "汐塘县", 3));
    assertEquals(Optional.of("汐塘县"), region(letter));
    take(reports("案卷/别的/", "云麓县", 3));
    assertEquals(Optional.empty(), region(letter), "those of a folder beside it are heard above");
  }

  private void move(OfficialDocument paper, String to) {
    Accessions.RegisteredFile file = ReadPapers.accession(paper).file();
    try (Accessions register = archive.accessions()) {
      register.confirm(
          file.location(),
          new Accessions.RegisteredFile(
              new FileLocation("/papers", to),
              file.bytes(),
              file.modifiedMillis(),
              file.sha256(),
              file.documents()));
    }
  }

  @Test
  void itLosesThePlaceWhenThosePapersMoveAndFindsThemWhenItFollows() {
    OfficialDocument letter = letter("甲/函.txt");
    List<OfficialDocument> reports = reports("甲/", "汐塘县", 3);
    List<OfficialDocument> papers = new ArrayList<>(reports);
    papers.addAll(reports("丙/", "云麓县", 2));
    take(papers, letter);
    assertEquals(Optional.of("汐塘县"), region(letter));
    for (OfficialDocument report : reports) {
      move(report, "乙/" + report.id() + ".txt");
    }
    assertEquals(Optional.empty(), region(letter));
    move(letter, "乙/函.txt");
    assertEquals(Optional.of("汐塘县"), region(letter));
  }

  @Test
  void whatARunThatWasBrokenOffDidNotAskTheNextOneDoes() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> papers = new ArrayList<>(reports("", "汐塘县", 3));
    papers.add(letter);
    brokenOff(papers);
    assertEquals(Optional.empty(), region(letter));
    take(List.of());
    assertEquals(Optional.of("汐塘县"), region(letter));
  }

  /** All of it is on disk, and then the process dies. */
  private void brokenOff(List<OfficialDocument> papers) {
    Accessions dying = archive.accessions();
    papers.forEach(paper -> dying.accept(ReadPapers.accession(paper), () -> {}));
    assertEquals(List.of("/papers"), dying.roots());
    archive.close();
    archive = TestArchive.open(folder);
  }

  @Test
  void thePapersThatPeopleMakeInternalTellAPublicOneNothingFromTheNextRunOn() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter);
    assertEquals(Optional.of("汐塘县"), region(letter));
    Workroom room = archive.workroomFor(STAFF);
    reports.forEach(report -> room.publish(report.id(), Publication.INTERNAL));
    take(List.of());
    assertEquals(Optional.empty(), region(letter));
  }

  @Test
  void whatPeopleSetOfThePapersBesideItIsHeardFromTheNextRunOn() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter);
    Workroom room = archive.workroomFor(STAFF);
    reports.forEach(report -> room.correct(report.id(), "region", Optional.of("云麓县")));
    take(List.of());
    assertEquals(Optional.of("云麓县"), region(letter));
    room.publish(reports.getFirst().id(), Publication.WITHDRAWN);
    take(List.of());
    assertEquals(Optional.empty(), region(letter));
  }

  @Test
  void thoseThatAnotherArchiveReadInCompanyDoNotCount() {
    List<OfficialDocument> brought = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      OfficialDocument alone =
          ReadPapers.read("来" + i + ".txt", LETTER.replace("10月", "1" + i + "月"));
      OfficialDocument read =
          ReadPapers.read(
              new ReadingInput(
                      alone.id(),
                      alone.provenance(),
                      RepairedText.untouched(alone.content().text()),
                      List.of(),
                      Map.of(),
                      Facts.none(),
                      Visibility.PUBLIC)
                  .withCompany(List.of(Region.of("汐塘县"))));
      assertTrue(read.facts().has(FactKey.REGION));
      brought.add(read);
    }
    OfficialDocument letter = letter("函.txt");
    take(brought, letter);
    assertEquals(Optional.empty(), region(letter));
    assertEquals(Optional.of("汐塘县"), region(brought.getFirst()), "they keep what they brought");
    long before = lastChange();
    take(brought);
    take(reports("", "云麓县", 2));
    assertEquals(before + 2, lastChange());
    assertEquals(Optional.of("汐塘县"), region(brought.getFirst()));
  }

  @Test
  void whatWasAskedIsNotAskedAgainWithoutNews() {
    take(reports("", "汐塘县", 3), letter("函.txt"));
    take(List.of(report("又一件.txt", "汐塘县")));
    long before = lastChange();
    take(List.of());
    take(List.of());
    assertEquals(before, lastChange());
  }
}
