package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenmai.corpus.TestArchive.TODAY;

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
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Status;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;

/** The archive through its door, with a real index and a real database. */
class ArchiveTest {
  static final Papers RULE =
      Papers.at("rule.txt", "槐南省预算审查监督条例\n第一条 为了加强预算审查监督，制定本条例。\n第二条 县级以上人民代表大会常务委员会审查监督预算。")
          .kind(Kind.REGULATION)
          .region("槐南省")
          .date("2020-05-01");
  static final Papers REPORT =
      Papers.at(
              "report.txt", "汀浦区关于预算执行情况的报告\n根据《槐南省预算审查监督条例》的规定，现将预算执行情况报告如下。\n收入增长百分之五，支出增长百分之三。")
          .region("槐南省", "棠州市", "汀浦区")
          .date("2023-07-01")
          .number("汀政〔2023〕8号");
  static final Papers OPINION =
      Papers.at(
              "opinion.txt",
              "汀浦区人大常委会审议意见\n会议审议了《汀浦区关于预算执行情况的报告》，提出意见如下。\n一要严格执行《不在馆藏的办法》。\n二要按期报告。")
          .kind(Kind.REVIEW_OPINION)
          .region("槐南省", "棠州市", "汀浦区")
          .date("2023-08-01");
  static final Papers COPY =
      Papers.at(
              "copy.txt",
              "首页 新闻 报告\n汀浦区关于预算执行情况的报告\n根据《槐南省预算审查监督条例》的规定，现将预算执行情况报告如下。\n收入增长百分之五，支出增长百分之三。\n分享到 打印")
          .with(FactKey.TITLE, "汀浦区关于预算执行情况的报告")
          .with(FactKey.AUTHORITY, Authority.MIRROR)
          .region("槐南省", "棠州市", "汀浦区");
  static final Papers SECRET =
      Papers.at("secret.txt", "汀浦区内部通报\n对《槐南省预算审查监督条例》执行中的问题予以通报，另见《不在馆藏的办法》。")
          .region("槐南省", "棠州市", "汀浦区")
          .internal();
  private static final List<Papers> ALL = List.of(RULE, REPORT, OPINION, COPY, SECRET);

  @TempDir Path folder;

  private static ReadingRoom room(Archive archive, Reader reader) {
    return archive.openFor(reader, TODAY);
  }

  private static DocumentView view(ReadingRoom room, Papers paper) {
    return assertInstanceOf(Holding.Held.class, room.holding(paper.id())).document();
  }

  private static List<DocumentId> ids(List<Trace.Edge> edges) {
    return edges.stream().map(Trace.Edge::from).toList();
  }

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
      assertEquals(List.of(OPINION.id()), ids(view(room, REPORT).citedBy()));
      assertEquals(1, archive.accessions().duplicates() + 1);
    }
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
