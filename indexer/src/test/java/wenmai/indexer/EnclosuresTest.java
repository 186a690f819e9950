package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wenmai.corpus.Intake.Examined;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingRules;

/** An attachment in a container belongs to the notice that lists it, where that is certain. */
class EnclosuresTest {
  private static final DocumentReader READER =
      new DocumentReader(
          ReadingRules.load(TestSettings.config()), (text, outline, facts) -> List.of());

  private static final String NOTICE =
      """
      汀浦区人大常委会办公室关于印发监督方案的通知
      区人民政府办公室：
      现将监督方案印发给你们，请认真执行。
      附件：1.养老服务监督方案
      2.养老机构名单
      汀浦区人大常委会办公室
      2023年4月6日
      """;

  private static final String OTHER_NOTICE =
      NOTICE.replace("养老服务监督方案", "供水工作监督方案").replace("养老机构名单", "水厂名单");

  @TempDir Path folder;
  @TempDir Path scratch;
  private final MemoryRegister register = new MemoryRegister();
  private FileIntake intake;

  @BeforeEach
  void open() {
    intake = FileIntake.create(TestSettings.in(scratch), READER::read, () -> register);
  }

  @AfterEach
  void close() throws IOException {
    intake.close();
    try (var left = Files.list(scratch)) {
      assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
    }
  }

  /** How the files lie: in a ZIP, or side by side in a folder. */
  private enum Lie {
    ZIP,
    FOLDER
  }

  private void write(Lie lie, Map<String, String> members) throws IOException {
    if (lie == Lie.FOLDER) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        Path file = folder.resolve(member.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, member.getValue());
      }
      return;
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("a.zip"));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** The name of each member, and of the paper it belongs to. */
  private Map<String, String> parents(Lie lie, Map<String, String> members) throws IOException {
    write(lie, members);
    Map<String, String> parents = take();
    List<OfficialDocument> shown = new ArrayList<>();
    intake.examine(
        List.of(folder),
        one -> {
          if (one instanceof Examined.Readable readable) {
            shown.add(readable.document());
          }
        });
    assertEquals(parents, parents(shown), "shown as it is taken in");
    assertEquals(parents, take(), "nothing has changed");
    return parents;
  }

  private Map<String, String> take() {
    intake.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
    return parents(register.papers.values().stream().map(paper -> paper.document()).toList());
  }

  private static Map<String, String> parents(List<OfficialDocument> papers) {
    Map<DocumentId, String> names = new LinkedHashMap<>();
    papers.forEach(paper -> names.put(paper.id(), name(paper)));
    Map<String, String> parents = new TreeMap<>();
    for (OfficialDocument paper : papers) {
      Optional<DocumentId> parent = paper.provenance().parent();
      parents.put(name(paper), parent.map(names::get).orElse("-"));
    }
    return parents;
  }

  private static String name(OfficialDocument paper) {
    String source = paper.provenance().source();
    int member = source.indexOf("!/");
    return member < 0 ? source : source.substring(member + 2);
  }

  private static String text(String title) {
    return title + "\n一、白石镇敬老院，床位一百二十张。\n二、青溪乡敬老院，床位八十张。\n";
  }

  @ParameterizedTest
  @EnumSource
  void numbersAndNamesLeadToTheOneNoticeWhereverItStands(Lie lie) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("附件1：养老服务监督方案.txt", text("养老服务监督方案"));
    members.put("附件二.txt", text("养老机构名单"));
    members.put("通知.txt", NOTICE);
    members.put("附件/附件2.养老机构名单.txt", text("养老机构名单之二"));
    members.put("附件3.txt", text("没有列出的"));
    members.put("附件1 水库名单.txt", text("水库名单"));
    members.put("会议简报.txt", text("会议简报"));
    assertEquals(
        Map.of(
            "附件1：养老服务监督方案.txt", "通知.txt",
            "附件二.txt", "通知.txt",
            "附件/附件2.养老机构名单.txt", "通知.txt",
            "通知.txt", "-",
            "附件3.txt", "-",
            "附件1 水库名单.txt", "-",
            "会议简报.txt", "-"),
        parents(lie, members));
  }

  @ParameterizedTest
  @EnumSource
  void besideTwoNoticesANameTellsAndANumberDoesNot(Lie lie) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("一号.txt", NOTICE);
    members.put("二号.txt", OTHER_NOTICE);
    members.put("附件1.txt", text("方案"));
    members.put("附件2.水厂名单.txt", text("水厂名单"));
    members.put("别处/附件2.txt", text("别处的名单"));
    assertEquals(
        Map.of(
            "一号.txt",
            "-",
            "二号.txt",
            "-",
            "附件1.txt",
            "-",
            "附件2.水厂名单.txt",
            "二号.txt",
            "别处/附件2.txt",
            "-"),
        parents(lie, members));
  }

  @ParameterizedTest
  @EnumSource
  void whichOfThemComesFirstMakesNoDifference(Lie lie) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("附件1.txt", text("方案"));
    assertEquals(Map.of("附件1.txt", "-"), parents(lie, members));
    members.put("通知.txt", NOTICE);
    assertEquals(Map.of("附件1.txt", "通知.txt", "通知.txt", "-"), parents(lie, members));
    members.put("附件2.txt", text("名单"));
    assertEquals(
        Map.of("附件1.txt", "通知.txt", "附件2.txt", "通知.txt", "通知.txt", "-"), parents(lie, members));
  }

  @Test
  void aChangedAttachmentGivenByItselfStaysWithItsNotice() throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("通知.txt", NOTICE);
    members.put("附件1.txt", text("方案"));
    Map<String, String> parents = parents(Lie.FOLDER, members);
    Path attachment = folder.resolve("附件1.txt");
    Files.writeString(attachment, text("方案之二"));
    intake.take(new Request(List.of(attachment), Visibility.PUBLIC, false), Listener.silent());
    assertEquals(parents, take());
  }

  @Test
  void foldersBesideEachOtherKeepToThemselves() throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("一/通知.txt", NOTICE);
    members.put("一/附件/附件1.txt", text("方案"));
    members.put("二/附件1.txt", text("另一方案"));
    members.put("附件1.txt", text("又一方案"));
    assertEquals(
        Map.of("一/通知.txt", "-", "一/附件/附件1.txt", "一/通知.txt", "二/附件1.txt", "-", "附件1.txt", "-"),
        parents(Lie.FOLDER, members));
  }

  @Test
  void whatComesToAMarkedNoticeIsAsInternal() throws IOException {
    Files.writeString(folder.resolve("通知.txt"), "机密★1年\n" + NOTICE);
    take();
    Files.writeString(folder.resolve("附件1.txt"), text("方案"));
    take();
    assertEquals(
        List.of(Visibility.INTERNAL, Visibility.INTERNAL),
        register.papers.values().stream().map(paper -> paper.document().visibility()).toList());
  }
}
