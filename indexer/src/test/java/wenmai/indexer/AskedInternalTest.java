package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.MadeInternal;
import wenmai.corpus.document.Visibility;

/** What is given as internal becomes internal, though it was public and has not changed. */
class AskedInternalTest extends MarkedCase {
  private static final String REASON = "收录时要求不公开";

  private static List<String> made(IntakeReport report) {
    return report.internal().stream()
        .filter(one -> one.reason().equals(REASON))
        .map(MadeInternal::path)
        .toList();
  }

  @Test
  void whatHasNotChangedBecomesInternalAndIsToldOf() throws IOException {
    members.put("甲/一.txt", list("清单"));
    members.put("甲/二.txt", list("名单"));
    members.put("乙/三.txt", list("日程"));
    takeFolder();
    assertEquals(3, open().size());
    IntakeReport report = take(Visibility.INTERNAL, folder.resolve("甲"));
    assertEquals(Set.of("乙/三.txt"), open());
    assertEquals(List.of("甲/一.txt", "甲/二.txt"), made(report));
    assertEquals(List.of(), made(take(Visibility.INTERNAL, folder.resolve("甲"))), "told once");
    take();
    assertEquals(Set.of("乙/三.txt"), open(), "a person decides");
  }

  @Test
  void whatWasMovedIntoTheFolderBecomesInternal() throws IOException {
    members.put("甲/一.txt", list("清单"));
    members.put("甲/二.txt", list("名单"));
    members.put("甲/三.txt", list("日程"));
    takeFolder();
    Path drafts = Files.createDirectories(folder.resolve("草稿"));
    Files.move(folder.resolve("甲/一.txt"), drafts.resolve("一.txt"));
    take(Visibility.INTERNAL, drafts);
    assertEquals(Set.of("甲/二.txt", "甲/三.txt"), open());
  }

  @Test
  void whatCameOutOfAContainerBecomesInternal() throws IOException {
    members.put("一.txt", list("清单"));
    takeZip();
    assertEquals(Set.of("一.txt"), open());
    take(Visibility.INTERNAL, folder.resolve("a.zip"));
    assertEquals(Set.of(), open());
  }

  @Test
  void whatAPersonPublishedStaysPublic() throws IOException {
    members.put("一.txt", list("清单"));
    members.put("二.txt", list("名单"));
    write();
    take(Visibility.INTERNAL, folder);
    register.publish("一.txt");
    assertEquals(List.of(), made(take(Visibility.INTERNAL, folder)));
    assertEquals(Set.of("一.txt"), open());
  }

  @Test
  void whatWasInternalFromTheBeginningStaysSoWhenItsFileChanges() throws IOException {
    members.put("一.txt", list("清单"));
    members.put("二.txt", list("名单"));
    members.put("三.txt", "联系人身份证号码：11010119900307775X。\n");
    write();
    take(Visibility.INTERNAL, folder);
    members.put("一.txt", list("清单之二"));
    members.put("三.txt", list("日程"));
    members.put("四.txt", list("新的名单"));
    IntakeReport report = takeFolder();
    assertEquals(Set.of("四.txt"), open(), "only what was never asked to be internal");
    assertEquals("原来就不公开，要公开须由人决定", report.internal().getFirst().reason());
    register.publish("一.txt");
    members.put("一.txt", list("清单之三"));
    takeFolder();
    assertEquals(Set.of("一.txt", "四.txt"), open(), "a person decides");
  }

  @Test
  void whatIsAttachedToAChangedInternalMailIsInternal() throws IOException {
    Path mail = folder.resolve("m.eml");
    Files.writeString(mail, mail("请查收名单。\n", Map.of("名单.txt", utf8(list("名单")))));
    take(Visibility.INTERNAL, folder);
    Map<String, byte[]> attached = Map.of("名单.txt", utf8(list("名单之二")));
    Files.writeString(mail, mail("请查收新的名单。\n", attached));
    take();
    assertEquals(Set.of(), open());
  }

  @Test
  void aLineStaysInternalUnlessItSaysElse() throws IOException {
    Path lines = folder.resolve("a.jsonl");
    Files.writeString(lines, line("a", "清单", "") + line("b", "名单", ""));
    take(Visibility.INTERNAL, folder);
    String says = ",\"visibility\":\"public\"";
    Files.writeString(lines, line("a", "清单之二", "") + line("b", "名单之二", says));
    take();
    assertEquals(Set.of("b"), open());
  }

  private static String line(String id, String title, String more) {
    String text = list(title).replace("\n", "\\n");
    return "{\"externalId\":\"" + id + "\",\"text\":\"" + text + "\"" + more + "}\n";
  }

  @Test
  void whatIsNoLongerPersonalBecomesPublicWhereNobodyAskedElse() throws IOException {
    members.put("三.txt", "联系人身份证号码：11010119900307775X。\n");
    takeFolder();
    assertEquals(Set.of(), open());
    members.put("三.txt", list("日程"));
    takeFolder();
    assertEquals(Set.of("三.txt"), open());
  }
}
