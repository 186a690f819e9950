package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** The name of each member, and of the paper it belongs to. */
  private Map<String, String> parents(Map<String, String> members) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("a.zip"));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    intake.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
    List<OfficialDocument> taken =
        register.papers.values().stream().map(paper -> paper.document()).toList();
    Map<String, String> parents = parents(taken);
    List<OfficialDocument> shown = new java.util.ArrayList<>();
    intake.examine(
        List.of(folder),
        one -> {
          if (one instanceof Examined.Readable readable) {
            shown.add(readable.document());
          }
        });
    assertEquals(parents, parents(shown), "shown as it is taken in");
    return parents;
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
    return source.substring(source.indexOf("!/") + 2);
  }

  private static String text(String title) {
    return title + "\n一、白石镇敬老院，床位一百二十张。\n二、青溪乡敬老院，床位八十张。\n";
  }

  @Test
  void numbersAndNamesLeadToTheOneNoticeWhereverItStands() throws IOException {
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
        parents(members));
  }

  @Test
  void besideTwoNoticesANameTellsAndANumberDoesNot() throws IOException {
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
        parents(members));
  }
}
