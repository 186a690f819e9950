package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Kind;
import wenmai.corpus.matter.Matter;

/** What staff decide about matters holds, survives a new reading, and can be taken back. */
class MatterReviewTest {
  private static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  private static final Papers REPORT = report("toilets", "公共厕所管理工作", "2023-06-30");
  private static final Papers OPINION = opinion("toilets", "公共厕所管理工作", "2023-07-10");
  private static final Papers OTHER = opinion("streets", "背街小巷整治工作", "2023-09-10");

  @TempDir Path folder;
  private Archive archive;
  private MatterReview review;

  private static Papers report(String path, String subject, String date) {
    return Papers.at(
            path + "-report.txt",
            "汀浦区人民政府关于" + subject + "情况的报告\n主任、各位副主任、各位委员：\n受区人民政府委托，现将" + subject + "情况报告如下。")
        .organ("汀浦区人民政府")
        .region("槐南省", "棠州市", "汀浦区")
        .date(date);
  }

  private static Papers opinion(String path, String subject, String date) {
    return Papers.at(
            path + "-opinion.txt",
            "汀浦区人民代表大会常务委员会关于"
                + subject
                + "情况报告的审议意见\n会议听取和审议了《汀浦区人民政府关于"
                + subject
                + "情况的报告》，提出以下审议意见。\n一、完善机制。区人民政府应当健全考核办法，三个月内报告研究处理情况。")
        .kind(Kind.REVIEW_OPINION)
        .organ("汀浦区人民代表大会常务委员会")
        .region("槐南省", "棠州市", "汀浦区")
        .date(date);
  }

  @BeforeEach
  void open() {
    archive = TestArchive.open(folder);
    TestArchive.take(archive, List.of(REPORT, OPINION, OTHER));
    review = archive.workroomFor(STAFF).matters();
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private ReadingRoom room() {
    return archive.openFor(Reader.anonymous(), TestArchive.TODAY);
  }

  private String matterOf(Papers paper) {
    Holding.Held held = (Holding.Held) room().holding(paper.id());
    return held.document().matters().getFirst();
  }

  private List<DocumentId> papers(String matter) {
    return room().matter(matter).orElseThrow().stages().stream()
        .map(Matter.StageEntry::document)
        .toList();
  }

  @Test
  void aConfirmedMatterIsMarkedAsReviewedUntilThatIsTakenBack() {
    String id = matterOf(OPINION);
    assertFalse(room().matter(id).orElseThrow().reviewed());
    assertEquals(id, review.confirm(id));
    assertTrue(room().matter(id).orElseThrow().reviewed());
    assertEquals(id, review.release(id));
    assertFalse(room().matter(id).orElseThrow().reviewed());
    assertEquals(
        List.of("matter-release", "matter-confirm"),
        archive.workroomFor(STAFF).latest(2).stream().map(entry -> entry.act().act()).toList());
  }

  @Test
  void aPaperThatWasTakenOutStaysOutWhenEverythingIsReadAgain() {
    String id = matterOf(OPINION);
    assertEquals(2, papers(id).size());
    String left = review.split(id, List.of(REPORT.id()));
    assertEquals(List.of(OPINION.id()), papers(left));
    TestArchive.take(archive, List.of(OTHER, OPINION, REPORT));
    assertEquals(List.of(OPINION.id()), papers(left));
    review.release(left);
    assertEquals(2, papers(left).size());
  }

  @Test
  void mergedMattersAreOneAndBothIdsLeadThere() {
    String one = matterOf(OPINION);
    String two = matterOf(OTHER);
    assertFalse(one.equals(two));
    String merged = review.merge(one, two);
    assertEquals(3, papers(merged).size());
    assertEquals(merged, room().matter(one).orElseThrow().id());
    assertEquals(merged, room().matter(two).orElseThrow().id());
    assertTrue(room().matter(merged).orElseThrow().reviewed());
    archive.close();
    archive = TestArchive.open(folder);
    assertEquals(merged, room().matter(two).orElseThrow().id());
  }

  @Test
  void aPaperThatCanBeNoStepIsRefusedAndNothingChanges() {
    String id = matterOf(OPINION);
    Papers elsewhere =
        Papers.at("far.txt", "鹿野县林业局关于植树情况的简报\n今年植树三千亩。").region("鹿野县").date("2023-08-01");
    TestArchive.take(archive, List.of(elsewhere));
    String before = TestArchive.export(archive, Reader.owner());
    assertThrows(EditProblem.class, () -> review.join(id, elsewhere.id()));
    assertThrows(EditProblem.class, () -> review.split(id, papers(id)));
    assertThrows(EditProblem.class, () -> review.confirm("supervision-nothing"));
    assertEquals(before, TestArchive.export(archive, Reader.owner()));
  }
}
