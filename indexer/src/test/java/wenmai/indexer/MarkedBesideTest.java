package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.Intake.IntakeReport;

/** What may be an attachment of a paper that bears a mark of secrecy is kept with it. */
class MarkedBesideTest extends MarkedCase {
  @Test
  void whatIsAttachedToAnUnmarkedAttachmentOfAMarkedMailIsAsInternal() throws IOException {
    members.put("清单.txt", list("街道督查清单"));
    Map<String, byte[]> inner = new LinkedHashMap<>();
    inner.put("a.txt", utf8(list("督查人员名单")));
    inner.put("b.txt", utf8(list("督查车辆名单")));
    Map<String, byte[]> outer = new LinkedHashMap<>();
    outer.put("c.eml", utf8(mail("关于转送名单的函\n请查收名单，并请提出意见。\n", inner)));
    outer.put("d.zip", zip());
    outer.put("e.txt", utf8(list("督查日程")));
    Files.writeString(folder.resolve("m.eml"), mail(MARK + PLAIN, outer));
    IntakeReport report = take();
    assertEquals(6, register.papers.size(), register.files.keySet().toString());
    assertEquals(Set.of(), open());
    assertEquals(
        5, report.internal().stream().filter(made -> made.reason().equals("所属公文标有密级")).count());
  }

  @Test
  void aChangedAttachmentOfAMarkedNoticeInAContainerStaysInternal() throws IOException {
    members.put("通知.txt", MARK + NOTICE);
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    takeZip();
    assertEquals(Set.of(), open());
    members.put("附件1.街道督查清单.txt", list("街道督查清单之二"));
    takeZip();
    assertEquals(Set.of(), open());
  }

  @ParameterizedTest
  @CsvSource({
    "附件/1.街道督查清单.txt, listed",
    "附件/街道.txt, listed",
    "附件材料/甲/街道.txt, listed",
    "附件1.txt, plain",
    "街道清单（附件）.txt, plain",
    "街道清单-附件2.txt, plain",
    "材料 附件2 街道清单.txt, plain",
    "附表1.txt, plain",
    "别处/附件3.txt, plain",
    "附 件1.txt, plain",
    "附1 街道.txt, plain",
    "附：街道.txt, plain",
    "附.txt, plain",
    "通知附件/街道.txt, plain",
    "附表/街道.txt, plain",
  })
  void inAContainerWithAMarkedNoticeWhatCallsItselfAnAttachmentIsInternal(
      String name, String notice) throws IOException {
    members.put("通知.txt", MARK + (notice.equals("listed") ? NOTICE : PLAIN));
    members.put("又一通知.txt", PLAIN.replace("督查", "检查"));
    members.put(name, list("街道情况"));
    members.put("街道简介.txt", list("街道简介"));
    IntakeReport report = takeZip();
    assertEquals(Set.of("又一通知.txt", "街道简介.txt"), open());
    assertEquals(2, report.internal().size());
    assertEquals(
        name.startsWith("附件/1.") ? "所属公文标有密级" : "同一处有标密公文，又不能确定它是哪件公文的附件",
        report.internal().getLast().reason());
    takeZip();
    assertEquals(Set.of("又一通知.txt", "街道简介.txt"), open());
  }

  @Test
  void besideTwoMarkedNoticesAnAttachmentIsInternal() throws IOException {
    members.put("一号.txt", MARK + NOTICE);
    members.put("二号.txt", MARK + NOTICE.replace("街道督查清单", "乡镇督查清单"));
    members.put("附件1.txt", list("清单"));
    takeZip();
    assertEquals(Set.of(), open());
  }

  @Test
  void whatCertainlyBelongsToAnUnmarkedNoticeIsPublic() throws IOException {
    members.put("一号.txt", MARK + NOTICE.replace("街道督查清单", "乡镇督查清单"));
    members.put("二号.txt", NOTICE);
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    takeZip();
    assertEquals(Set.of("二号.txt", "附件1.街道督查清单.txt"), open());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "通知（含附件）.txt",
        "方案及附件.txt",
        "附近道路整治方案.txt",
        "关于附件的说明.txt",
        "附属医院简介.txt",
        "附一院简介.txt",
        "附带民事公益诉讼.txt"
      })
  void whatNamesAttachmentsAndIsNoneIsPublic(String name) throws IOException {
    members.put("通知.txt", MARK + PLAIN);
    members.put(name, list("道路整治方案"));
    takeZip();
    assertEquals(Set.of(name), open());
  }

  @ParameterizedTest
  @ValueSource(strings = {"方案及附件/道路.txt", "附近/道路.txt", "含附件/道路.txt"})
  void whatLiesInAFolderThatHoldsMoreThanAttachmentsIsPublic(String name) throws IOException {
    members.put("通知.txt", MARK + PLAIN);
    members.put(name, list("道路整治方案"));
    takeFolder();
    assertEquals(Set.of(name), open());
  }

  @Test
  void inAFolderOnlyWhatLiesBesideTheMarkedNoticeIsInternal() throws IOException {
    members.put("一/附件1.txt", list("清单"));
    members.put("一/附件/名单.txt", list("名单"));
    members.put("一/简介.txt", list("简介"));
    members.put("一/二/附件1.txt", list("另一清单"));
    members.put("三/附件1.txt", list("又一清单"));
    takeFolder();
    assertEquals(5, open().size());
    members.put("一/通知.txt", MARK + PLAIN);
    IntakeReport report = takeFolder();
    assertEquals(Set.of("一/简介.txt", "一/二/附件1.txt", "三/附件1.txt"), open());
    assertEquals(3, report.internal().size());
    members.put("一/附件1.txt", list("清单之二"));
    takeFolder();
    assertEquals(Set.of("一/简介.txt", "一/二/附件1.txt", "三/附件1.txt"), open());
    Files.delete(folder.resolve("一/通知.txt"));
    members.remove("一/通知.txt");
    members.put("一/附件1.txt", list("清单之三"));
    takeFolder();
    assertEquals(
        Set.of("一/简介.txt", "一/二/附件1.txt", "三/附件1.txt"), open(), "never more public by itself");
  }

  @Test
  void aContainerThatIsAnAttachmentBesideAMarkedNoticeIsInternalWithAllInIt() throws IOException {
    members.put("清单.txt", list("清单"));
    Files.write(folder.resolve("附件1.zip"), zip());
    take();
    assertEquals(Set.of("清单.txt"), open());
    Files.writeString(folder.resolve("通知.txt"), MARK + PLAIN);
    take();
    assertEquals(Set.of(), open());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "请查收通知及附件，并请提出意见。\n"})
  void inAMailWithAMarkedNoticeWhatCallsItselfAnAttachmentIsInternal(String body)
      throws IOException {
    Map<String, byte[]> attached = new LinkedHashMap<>();
    attached.put("附件1.txt", utf8(list("清单")));
    attached.put("通知.txt", utf8(MARK + PLAIN));
    attached.put("简介.txt", utf8(list("简介")));
    Files.writeString(folder.resolve("m.eml"), mail(body, attached));
    take();
    assertEquals(Set.of("m.eml", "简介.txt"), open());
  }

  @Test
  void whatCameInTheFileOfAMailWithPersonalDataIsKeptWithIt() throws IOException {
    Map<String, byte[]> attached = new LinkedHashMap<>();
    attached.put("名单.txt", utf8(list("名单")));
    String body = "请查收名单，并请提出意见。\n";
    Files.writeString(folder.resolve("甲.eml"), mail(body, attached));
    Files.writeString(
        folder.resolve("乙.eml"), mail("李某身份证号码：11010119900307775X。\n" + body, attached));
    IntakeReport report = take();
    assertEquals(Set.of("甲.eml", "名单.txt"), open());
    assertEquals(1, sources("甲.eml!/名单.txt"));
    assertEquals("与它同在一个文件里的公文不公开", report.internal().getLast().reason());
  }

  private long sources(String source) {
    return register.papers.values().stream()
        .map(paper -> paper.document())
        .filter(paper -> paper.visibility() == wenmai.corpus.document.Visibility.PUBLIC)
        .filter(paper -> paper.provenance().source().equals(source))
        .count();
  }

  @Test
  void whatOnlyLiesBesideANoticeWithPersonalDataIsReadOnItsOwn() throws IOException {
    members.put("通知.txt", NOTICE.replace("请认真执行", "联系人身份证号码：11010119900307775X"));
    members.put("附件1.街道督查清单.txt", list("街道督查清单"));
    takeFolder();
    assertEquals(Set.of("附件1.街道督查清单.txt"), open());
    members.put("附件2.督查人员名单.txt", list("督查人员名单"));
    takeFolder();
    assertEquals(Set.of("附件1.街道督查清单.txt", "附件2.督查人员名单.txt"), open());
  }
}
