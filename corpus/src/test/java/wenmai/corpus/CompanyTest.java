package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;

/** A paper that names its place by its level only is of the place of those it lies beside. */
class CompanyTest extends CompanyCase {
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
}
