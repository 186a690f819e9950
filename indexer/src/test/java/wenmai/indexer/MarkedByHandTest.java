package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;

/** What staff decide on a paper counts for what lies beside it, and the report says what is so. */
class MarkedByHandTest extends MarkedCase {
  @Test
  void whatLiesWithAPaperThatStaffMarkedIsInternalAfterTheNextRun() throws IOException {
    members.put("一/通知.txt", PLAIN);
    members.put("一/附件1.txt", list("清单"));
    members.put("一/附件/名单.txt", list("名单"));
    members.put("一/简介.txt", list("简介"));
    members.put("二/通知.txt", PLAIN.replace("督查", "检查"));
    members.put("二/附件1.txt", list("另一清单"));
    takeFolder();
    assertEquals(6, open().size());
    register.mark("一/通知.txt");
    IntakeReport report = take();
    assertEquals(Set.of("一/简介.txt", "二/通知.txt", "二/附件1.txt"), open());
    assertEquals(2, report.internal().size());
    assertEquals(6, report.unchanged());
    register.publish("一/附件1.txt");
    assertEquals(List.of(), take().internal());
    assertEquals(Set.of("一/简介.txt", "一/附件1.txt", "二/通知.txt", "二/附件1.txt"), open());
  }

  @Test
  void soIsWhatLiesWithItInAContainer() throws IOException {
    members.put("通知.txt", PLAIN);
    members.put("附件1.txt", list("清单"));
    members.put("简介.txt", list("简介"));
    takeZip();
    assertEquals(3, open().size());
    register.mark("a.zip!/通知.txt");
    take();
    assertEquals(Set.of("简介.txt"), open());
  }

  @Test
  void whatAPublicNoticeCertainlyListsStaysPublicBesideIt() throws IOException {
    members.put("公开通知.txt", NOTICE);
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    members.put("报告.txt", PLAIN.replace("督查", "检查"));
    takeFolder();
    register.mark("报告.txt");
    take();
    assertEquals(Set.of("公开通知.txt", "附件1.街道督查清单.txt"), open());
  }

  @Test
  void theReportDoesNotTellOfWhatAPersonPublished() throws IOException {
    members.put("通知.txt", MARK + NOTICE);
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    assertEquals(2, takeFolder().internal().size());
    register.publish("附件1.街道督查清单.txt");
    members.put("通知.txt", MARK + NOTICE + "又。\n");
    IntakeReport report = takeFolder();
    assertEquals(Set.of("附件1.街道督查清单.txt"), open());
    assertEquals(List.of("通知.txt"), report.internal().stream().map(one -> one.path()).toList());
    Files.writeString(folder.resolve("附件1.街道督查清单.txt"), list("街道督查清单") + "三、又一处。\n");
    assertEquals(List.of(), take().internal());
  }
}
