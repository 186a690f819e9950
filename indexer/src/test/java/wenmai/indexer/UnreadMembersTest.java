package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.document.DocumentId;

/** What could not be read of what came with a paper is noted, for its original may show it. */
class UnreadMembersTest extends MarkedCase {
  private static final String BODY = "请查收所附材料，并请提出意见。\n";
  private static final byte[] DAMAGED = utf8("%PDF-1.4\n1 0 obj\n<< /Type /Catalog broken");

  private final Map<String, byte[]> attached = new LinkedHashMap<>();

  private List<String> unread() {
    return register.files.values().stream()
        .filter(file -> file.sha256().isEmpty())
        .map(RegisteredFile::location)
        .map(location -> location.path())
        .toList();
  }

  private IntakeReport takeMail() throws IOException {
    Files.writeString(folder.resolve("m.eml"), mail(BODY, attached));
    return take();
  }

  @Test
  void anAttachmentThatCannotBeReadIsNotedUntilItCan() throws IOException {
    attached.put("名单.pdf", DAMAGED);
    attached.put("清单.txt", utf8(list("清单")));
    takeMail();
    assertEquals(List.of("m.eml!/名单.pdf"), unread());
    assertEquals(2, register.papers.size());
    attached.remove("名单.pdf");
    attached.put("名单.txt", utf8(list("名单")));
    takeMail();
    assertEquals(List.of(), unread());
    assertEquals(3, register.papers.size());
  }

  @Test
  void soIsWhatLiesInAContainerThatIsAttached() throws IOException {
    members.put("清单.txt", list("清单"));
    attached.put("包.zip", zip());
    attached.put("坏.zip", java.util.Arrays.copyOf(zip(), 60));
    takeMail();
    assertEquals(List.of("m.eml!/坏.zip!/.unopened"), unread());
    attached.put("坏.zip", zip());
    takeMail();
    assertEquals(List.of(), unread());
  }

  @Test
  void whatIsEmptyAndWhatIsInNoPapersFileIsNot() throws IOException {
    attached.put("空.txt", new byte[0]);
    attached.put("清单.txt", utf8(list("清单")));
    Files.write(folder.resolve("坏.pdf"), DAMAGED);
    takeMail();
    assertEquals(List.of(), unread());
  }

  @Test
  void moreThanCanBeTakenOutAreToldOfAndNoted() throws IOException {
    List<Map.Entry<String, byte[]>> many = new ArrayList<>();
    for (int i = 1; i <= 205; i++) {
      many.add(Map.entry("材料" + i + ".txt", utf8(list("第" + i + "份"))));
    }
    Files.writeString(folder.resolve("m.eml"), mail(BODY, many));
    IntakeReport report = take();
    assertEquals(201, register.papers.size());
    assertEquals(List.of("m.eml!/材料201.txt"), unread());
    assertEquals("too-many-attachments", report.rejected().getFirst().code());
    assertEquals("随附的文件太多（200 个以外还有 5 个），这个和排在它后面的没有收录", report.rejected().getFirst().reason());
  }

  @Test
  void whatIsAttachedToAMailWithoutTextIsCountedOnce() throws IOException {
    List<Map.Entry<String, byte[]>> many = new ArrayList<>();
    for (int i = 1; i <= 203; i++) {
      many.add(Map.entry("材料" + i + ".txt", utf8(list("第" + i + "份"))));
    }
    Files.writeString(folder.resolve("m.eml"), mail("", many));
    IntakeReport report = take();
    assertEquals(201, register.papers.size(), "the mail under its subject, and 200");
    assertEquals("随附的文件太多（200 个以外还有 3 个），这个和排在它后面的没有收录", report.rejected().getFirst().reason());
  }

  @Test
  void aMailThatIsMovedKeepsWhatCameInItAndWhatCouldNotBeRead() throws IOException {
    attached.put("名单.pdf", DAMAGED);
    attached.put("通知.txt", utf8(MARK + PLAIN));
    attached.put("清单.txt", utf8(list("清单")));
    Files.writeString(folder.resolve("甲.txt"), list("甲"));
    takeMail();
    Set<DocumentId> ids = Set.copyOf(register.papers.keySet());
    assertEquals(4, ids.size());
    Files.move(folder.resolve("m.eml"), folder.resolve("n.eml"));
    IntakeReport report = take();
    assertEquals(0, report.removed());
    assertEquals(ids, register.papers.keySet());
    assertEquals(List.of("n.eml!/名单.pdf"), unread());
    assertEquals(
        Set.of("n.eml", "n.eml!/名单.pdf", "n.eml!/清单.txt", "n.eml!/通知.txt", "甲.txt"),
        register.files.keySet().stream()
            .map(location -> location.path())
            .collect(Collectors.toSet()));
  }

  @Test
  void aFormOfAMailThatIsNotShownIsNotedUntilItSaysTheSame() throws IOException {
    Files.writeString(folder.resolve("m.eml"), twoForms("拟任命某某为办公室主任，请予审议。"));
    IntakeReport report = take();
    assertEquals(List.of("m.eml!/.revisions"), unread());
    assertEquals("other-form", report.rejected().getFirst().code());
    Files.writeString(folder.resolve("m.eml"), twoForms(BODY.strip()));
    take();
    assertEquals(List.of(), unread());
  }

  private static String twoForms(String plain) {
    return "From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\n"
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + plain
        + "\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<p>"
        + BODY.strip()
        + "</p>\n--b--\n";
  }
}
