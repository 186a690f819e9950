package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Status;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.version.ArticleHistory.Stand;

/** What stands on what, and what became of it, asked at the archive's door. */
class LineageTest {
  private static final String TITLE = "汀浦市公共厕所管理条例";
  private static final OfficialDocument OLD =
      ReadPapers.read(
          "old.txt",
          TITLE
              + "\n（2015年3月10日汀浦市第十四届人民代表大会常务委员会第三次会议通过）\n第一条　为了加强公共厕所管理，制定本条例。\n"
              + "第二条　公共厕所由街道办事处负责管理。\n第三条　公共厕所每日开放时间不少于十二小时。\n第四条　本条例自2015年5月1日起施行。");
  private static final OfficialDocument NEW =
      ReadPapers.read(
          "new.txt",
          TITLE
              + "\n（2015年3月10日汀浦市第十四届人民代表大会常务委员会第三次会议通过　2021年6月1日汀浦市第十五届人民代表大会常务委员会第九次会议修订）\n"
              + "第一条　为了加强公共厕所管理，制定本条例。\n第二条　公共厕所由城市管理部门负责管理。\n第三条　鼓励沿街单位向公众开放厕所。\n"
              + "第四条　公共厕所每日开放时间不少于十六小时。\n第五条　本条例自2021年8月1日起施行。");
  private static final OfficialDocument DECISION =
      ReadPapers.read(
          "decision.txt",
          "汀浦市人民代表大会常务委员会关于加强公共厕所建设的决定\n（2018年4月2日汀浦市第十四届人民代表大会常务委员会第二十次会议通过）\n"
              + "根据《汀浦市公共厕所管理条例》第二条第一款的规定，结合本市实际，作出如下决定。\n一、市人民政府应当编制规划。");
  private static final OfficialDocument LATER =
      ReadPapers.read(
          "later.txt",
          "汀浦市人民代表大会常务委员会关于改造公共厕所的决定\n（2022年4月2日汀浦市第十五届人民代表大会常务委员会第二十次会议通过）\n"
              + "根据《汀浦市公共厕所管理条例》第四条的规定，作出如下决定。\n一、市人民政府应当按期改造。");

  @TempDir static Path folder;
  private static Archive archive;

  @BeforeAll
  static void open() {
    archive = TestArchive.open(folder);
    ReadPapers.take(archive, List.of(DECISION, NEW, LATER, OLD));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  private static Lineage on(String day) {
    return archive.openFor(Reader.anonymous(), LocalDate.parse(day)).lineage();
  }

  private static List<DocumentId> ids(List<Lineage.Shaken> shaken) {
    return shaken.stream().map(one -> one.document().id()).toList();
  }

  @Test
  void aBasisThatWasAmendedSinceIsToldWithTheWordsOfTheNote() {
    Lineage.Basis basis = on("2024-01-01").bases(DECISION.id()).orElseThrow().getFirst();
    assertEquals(OLD.id(), basis.text().id());
    assertEquals(Provision.parse("2.1"), basis.article());
    assertTrue(basis.isShaken());
    assertEquals(Optional.of(LocalDate.parse("2021-06-01")), basis.since().getFirst().date());
    assertTrue(
        basis.since().getFirst().evidence().orElseThrow().quote().words().contains("修订"),
        basis::toString);
    assertEquals(Optional.of(NEW.id()), basis.current().map(DocumentSummary::id));
    assertEquals("根据《汀浦市公共厕所管理条例》第二条第一款的规定，结合本市实际，作出如下决定。", basis.words().quote().words());
  }

  @Test
  void whatWasMadeAfterTheAmendmentStandsOnFirmGround() {
    assertEquals(List.of(DECISION.id()), ids(on("2024-01-01").shaken()));
    assertFalse(on("2024-01-01").bases(LATER.id()).orElseThrow().getFirst().isShaken());
  }

  @Test
  void beforeTheAmendmentNothingIsShaken() {
    assertEquals(List.of(), on("2020-01-01").shaken());
  }

  @Test
  void eachDayHasItsText() {
    Lineage lineage = on("2024-01-01");
    assertEquals(Optional.of(OLD.id()), text(lineage, NEW, "2018-01-01"));
    assertEquals(Optional.of(NEW.id()), text(lineage, OLD, "2021-08-01"));
    assertEquals(Optional.empty(), text(lineage, NEW, "2015-04-01"));
    assertEquals(
        Status.NOT_YET_IN_FORCE,
        lineage.inForce(NEW.id(), LocalDate.parse("2018-01-01")).orElseThrow().own());
  }

  private static Optional<DocumentId> text(Lineage lineage, OfficialDocument asked, String day) {
    return lineage
        .inForce(asked.id(), LocalDate.parse(day))
        .orElseThrow()
        .text()
        .map(DocumentSummary::id);
  }

  @Test
  void anArticleIsFollowedThroughItsNumbersFromEitherVersion() {
    List<Stand> fromNew = on("2024-01-01").article(NEW.id(), "4");
    assertEquals(List.of("3", "4"), fromNew.stream().map(s -> s.article().address()).toList());
    assertEquals(fromNew, on("2024-01-01").article(OLD.id(), "3"));
    assertFalse(fromNew.getLast().change().orElseThrow().sameWords());
    assertEquals(List.of(), on("2024-01-01").article(NEW.id(), "99"));
  }

  @Test
  void whoCitesWhichArticleIsToldWithItsSentence() {
    List<Lineage.CitedBy> places = on("2024-01-01").citedBy(OLD.id()).orElseThrow();
    assertEquals(1, places.size());
    assertEquals(EdgeType.BASIS, places.getFirst().type());
    assertEquals(Provision.parse("2.1"), places.getFirst().article());
    assertTrue(places.getFirst().article().orElseThrow().touches(point("2")));
    assertFalse(places.getFirst().article().orElseThrow().touches(point("2.2")));
    assertTrue(point("10-15").touches(point("12.1")));
  }

  private static Provision point(String printed) {
    return Provision.parse(printed).orElseThrow();
  }
}
