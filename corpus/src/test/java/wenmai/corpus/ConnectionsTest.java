package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenmai.corpus.BudgetPapers.ALL;
import static wenmai.corpus.BudgetPapers.COPY;
import static wenmai.corpus.BudgetPapers.OPINION;
import static wenmai.corpus.BudgetPapers.REPORT;
import static wenmai.corpus.BudgetPapers.RULE;
import static wenmai.corpus.TestArchive.room;
import static wenmai.corpus.TestArchive.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

/** How papers hang together, through the door, with a real index and a real database. */
class ConnectionsTest {
  @TempDir Path folder;

  @Test
  void aCitationLeadsToItsDocumentAndBackWithTheSentenceThatProvesIt() {
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, List.of(REPORT, RULE));
      ReadingRoom room = room(archive, Reader.anonymous());
      DocumentView report = view(room, REPORT);
      assertEquals(
          List.of(
              new Resolution.Resolved(
                  report.document().content().citations().getFirst(), RULE.id())),
          report.resolutions());
      Trace.Edge edge = view(room, RULE).citedBy().getFirst();
      assertEquals(REPORT.id(), edge.from());
      assertEquals(EdgeType.CITES, edge.type());
      assertEquals("根据《槐南省预算审查监督条例》的规定，现将预算执行情况报告如下。", edge.evidence().quote().words());
      Trace trace = room.trace(OPINION.id(), 2).or(() -> room.trace(RULE.id(), 2)).orElseThrow();
      assertEquals(
          List.of(RULE.id(), REPORT.id()),
          trace.nodes().stream().map(DocumentSummary::id).toList());
    }
  }

  @Test
  void whatIsCitedAndNotHeldIsWanted() {
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, ALL);
      assertEquals(
          List.of(new ReadingRoom.Wanted("不在馆藏的办法", 1, List.of(OPINION.id()))),
          room(archive, Reader.anonymous()).wanted(0, 10));
      assertEquals(2, room(archive, Reader.owner()).wanted(0, 10).getFirst().documents());
    }
  }

  @Test
  void aCopyNamesItsOriginalAndCitationsLeadToTheOriginal() {
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, ALL);
      ReadingRoom room = room(archive, Reader.anonymous());
      assertEquals(Optional.of(REPORT.id()), view(room, COPY).duplicateOf());
      assertEquals(
          List.of(COPY.id()),
          view(room, REPORT).copies().stream().map(DocumentSummary::id).toList());
      Trace trace = room.trace(COPY.id(), 1).orElseThrow();
      assertTrue(
          trace.edges().stream().anyMatch(edge -> edge.type() == EdgeType.REPUBLISHES),
          () -> trace.edges().toString());
      assertEquals(
          List.of(OPINION.id()),
          view(room, REPORT).citedBy().stream().map(Trace.Edge::from).toList());
      assertEquals(1, archive.accessions().duplicates() + 1);
    }
  }

  @Test
  void aMatterHoldsItsPapersAndIsFoundFromEachOfThem() {
    Papers report =
        Papers.at(
                "work.txt",
                "汀浦区人民政府关于住宅小区物业管理工作情况的报告\n主任、各位副主任、各位委员：\n受区人民政府委托，现将住宅小区物业管理工作情况报告如下。")
            .organ("汀浦区人民政府")
            .region("槐南省", "棠州市", "汀浦区")
            .date("2023-06-30");
    Papers opinion =
        Papers.at(
                "review.txt",
                "汀浦区人民代表大会常务委员会关于住宅小区物业管理工作情况报告的审议意见\n会议听取和审议了《汀浦区人民政府关于住宅小区物业管理工作情况的报告》，提出以下审议意见。\n一、完善监管机制。区人民政府应当健全物业服务考核办法。")
            .kind(Kind.REVIEW_OPINION)
            .organ("汀浦区人民代表大会常务委员会")
            .region("槐南省", "棠州市", "汀浦区")
            .date("2023-07-10");
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, List.of(opinion, report));
      ReadingRoom room = room(archive, Reader.anonymous());
      String id = view(room, opinion).matters().getFirst();
      assertEquals(
          List.of(report.id(), opinion.id()),
          room.matter(id).orElseThrow().stages().stream()
              .map(Matter.StageEntry::document)
              .toList());
      assertEquals(List.of(id), view(room, report).matters());
      assertEquals(1, room.statistics().matters());
      try (Accessions accessions = archive.accessions()) {
        accessions.withdraw(new FileLocation("/papers", "work.txt"));
      }
      String left = view(room, opinion).matters().getFirst();
      assertEquals(
          List.of(opinion.id()),
          room.matter(left).orElseThrow().stages().stream()
              .map(Matter.StageEntry::document)
              .toList());
    }
  }

  @Test
  void anAmendedRuleKnowsItsVersionsAndHowItStoodOnEachDay() {
    Papers former =
        Papers.at(
                "2015.txt",
                "槐南省绿化条例\n（2015年3月1日槐南省第十二届人民代表大会常务委员会第十四次会议通过）\n第一条 为了绿化，制定本条例。\n第二条 植树造林人人有责。")
            .kind(Kind.REGULATION)
            .region("槐南省")
            .date("2015-03-01");
    Papers latter =
        Papers.at(
                "2021.txt",
                "槐南省绿化条例\n（2015年3月1日槐南省第十二届人民代表大会常务委员会第十四次会议通过　根据2021年6月1日槐南省第十三届人民代表大会常务委员会第二十次会议《关于修改〈槐南省绿化条例〉的决定》修正）\n第一条 为了绿化和生态，制定本条例。\n第二条 植树造林、爱护草木人人有责。\n第三条 本条例由省绿化委员会解释。")
            .kind(Kind.REGULATION)
            .region("槐南省")
            .date("2021-06-01");
    Papers citing =
        Papers.at("plan.txt", "槐南省绿化工作报告\n按照《槐南省绿化条例》的规定开展工作。").region("槐南省").date("2018-05-01");
    try (Archive archive = TestArchive.open(folder)) {
      TestArchive.take(archive, List.of(latter, citing, former));
      ReadingRoom now = room(archive, Reader.anonymous());
      assertEquals(Status.AMENDED, view(now, former).status());
      assertEquals(
          List.of(Status.AMENDED, Status.IN_FORCE),
          now.summaries(List.of(former.id(), latter.id())).stream()
              .map(DocumentSummary::status)
              .toList());
      assertEquals(latter.id(), view(now, former).statusReason().orElseThrow().document());
      assertEquals(
          List.of(Optional.of(former.id()), Optional.of(latter.id())),
          view(now, latter).versions().stream().map(DocumentView.Version::document).toList());
      ReadingRoom then = archive.openFor(Reader.anonymous(), java.time.LocalDate.of(2018, 1, 1));
      assertEquals(Status.IN_FORCE, view(then, former).status());
      assertEquals(Status.NOT_YET_IN_FORCE, view(then, latter).status());
      assertEquals(
          former.id(), ((Resolution.Resolved) view(now, citing).resolutions().getFirst()).target());
      Trace.Edge edge =
          now.trace(latter.id(), 1).orElseThrow().edges().stream()
              .filter(found -> found.type() == EdgeType.VERSION_OF)
              .findFirst()
              .orElseThrow();
      assertEquals(List.of(latter.id(), former.id()), List.of(edge.from(), edge.to()));
      assertTrue(edge.evidence().quote().words().contains("修正"), edge::toString);
    }
  }
}
