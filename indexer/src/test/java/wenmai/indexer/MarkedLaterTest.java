package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.document.Visibility;

/** It makes no difference in which order, by which run and by which name a marked paper comes. */
class MarkedLaterTest extends MarkedCase {
  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void aContainerThatALaterMarkedNoticeListsIsInternalWithAllInIt() throws IOException {
    members.put("甲组.txt", list("甲组"));
    members.put("乙组.txt", list("乙组"));
    Files.write(folder.resolve("附件1.街道督查清单.zip"), zip());
    file("另一.txt", PLAIN.replace("督查", "检查"));
    take();
    assertEquals(Set.of("甲组.txt", "乙组.txt", "另一.txt"), open());
    file("通知.txt", MARK + NOTICE);
    take();
    assertEquals(Set.of("另一.txt"), open());
  }

  @Test
  void whatIsPutBesideARenamedMarkedNoticeIsInternal() throws IOException {
    file("旧/通知.txt", MARK + PLAIN);
    file("旧/附件1.txt", list("清单"));
    take();
    Files.move(folder.resolve("旧"), folder.resolve("新"));
    file("新/附件2.txt", list("名单"));
    file("新/简介.txt", list("简介"));
    take();
    assertEquals(Set.of("新/简介.txt"), open());
  }

  @Test
  void aMarkedNoticeMovedBesideAnAttachmentKeepsIt() throws IOException {
    file("甲/通知.txt", MARK + PLAIN);
    file("乙/附件1.txt", list("清单"));
    take();
    assertEquals(Set.of("乙/附件1.txt"), open());
    Files.move(folder.resolve("甲/通知.txt"), folder.resolve("乙/通知.txt"));
    take();
    assertEquals(Set.of(), open());
  }

  @Test
  void filesGivenOneByOneAreKeptAsAFolderIs() throws IOException {
    Path list = file("附件1.txt", list("清单"));
    Path other = file("简介.txt", list("简介"));
    Path notice = file("通知.txt", MARK + PLAIN);
    take(Visibility.PUBLIC, list);
    take(Visibility.PUBLIC, other);
    assertEquals(Set.of("附件1.txt", "简介.txt"), open());
    IntakeReport report = take(Visibility.PUBLIC, notice);
    assertEquals(Set.of("简介.txt"), open());
    assertEquals(2, report.internal().size());
    take(Visibility.PUBLIC, file("附件2.txt", list("名单")));
    assertEquals(Set.of("简介.txt"), open());
  }

  @Test
  void filesOfAFolderGivenInOneCommandAreKeptAsTheFolderIs() throws IOException {
    Path list = file("附件1.txt", list("清单"));
    Path inFolder = file("附件/名单.txt", list("名单"));
    Path notice = file("通知.txt", MARK + PLAIN);
    take(Visibility.PUBLIC, list, inFolder.getParent(), notice);
    assertEquals(Set.of(), open());
  }

  @Test
  void filesOfSeveralFoldersGivenInOneCommandDoNotLieTogether() throws IOException {
    Path list = file("甲/附件1.txt", list("清单"));
    Path notice = file("乙/通知.txt", MARK + PLAIN);
    take(Visibility.PUBLIC, list, notice);
    assertEquals(Set.of("附件1.txt"), open());
  }

  @ParameterizedTest
  @ValueSource(strings = {"附件1.txt", "附件2.txt", "附件/名单.txt"})
  void besideAMarkedNoticeThatComesOutOfAContainerAnAttachmentIsInternal(String name)
      throws IOException {
    file(name, list("清单"));
    file("别处/附件1.txt", list("另一清单"));
    members.put("通知.txt", MARK + PLAIN);
    Files.write(folder.resolve("通知.zip"), zip());
    take();
    assertEquals(Set.of("别处/附件1.txt"), open());
    file("附件3.txt", list("又一清单"));
    take();
    assertEquals(Set.of("别处/附件1.txt"), open());
  }

  @Test
  void anAttachmentThatSaysNoMoreThanItsNumberIsOfNoCertainNoticeBesideAMarkedOne()
      throws IOException {
    file("公开通知.txt", NOTICE);
    file("涉密报告.txt", MARK + PLAIN);
    file("附件1.txt", list("清单"));
    file("附件2.督查人员名单.txt", list("名单"));
    take();
    assertEquals(Set.of("公开通知.txt", "附件2.督查人员名单.txt"), open());
  }

  @Test
  void aMarkedNoticeThatComesLaterLeavesWhatCertainlyBelongsToAnother() throws IOException {
    file("公开通知.txt", NOTICE);
    file("附件1.txt", list("清单"));
    file("附件2.督查人员名单.txt", list("名单"));
    take();
    assertEquals(3, open().size());
    Path marked = file("涉密报告.txt", MARK + PLAIN);
    take(Visibility.PUBLIC, marked);
    assertEquals(Set.of("公开通知.txt", "附件2.督查人员名单.txt"), open());
  }

  @Test
  void inALargeFolderALaterAttachmentIsInternalToo() throws IOException {
    for (int i = 0; i < 1_003; i++) {
      file("第" + i + "号便笺.txt", "第" + i + "号便笺\n请于第" + i + "日前送来材料。\n");
    }
    file("终通知.txt", MARK + PLAIN);
    file("附件1.txt", list("清单"));
    take();
    assertEquals(1_003, open().size());
    file("附件2.txt", list("名单"));
    take();
    assertEquals(1_003, open().size());
  }

  @Test
  void whatWasKeptForWhatLayBesideItStaysInternalByAnotherNameAndInOtherWords() throws IOException {
    file("通知.txt", MARK + PLAIN);
    Path list = file("附件1.txt", list("清单"));
    take();
    assertEquals(Set.of(), open());
    Path renamed = Files.move(list, folder.resolve("名单.txt"));
    take();
    Files.writeString(renamed, list("清单") + "三、红旗街道，检查一次。\n");
    take();
    assertEquals(Set.of(), open());
  }

  @Test
  void aMarkedNoticeThatAPersonPublishedKeepsNothingMore() throws IOException {
    Path notice = file("通知.txt", MARK + PLAIN);
    take();
    register.publish("通知.txt");
    Path list = file("附件1.txt", list("清单"));
    take();
    assertEquals(Set.of("通知.txt", "附件1.txt"), open());
    Files.writeString(notice, MARK + PLAIN + "\n");
    Files.writeString(list, list("名单"));
    take();
    assertEquals(Set.of("通知.txt", "附件1.txt"), open());
  }
}
