package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingRules;

/** What came with a paper that bears a mark of secrecy is kept with it, and says why. */
class MarkedParentTest {
  private static final String LIST = "平县代表名单\n一、闻帆，北桥镇代表团，本县北桥镇人，教师。\n";

  @TempDir Path folder;
  @TempDir Path scratch;
  private final MemoryRegister register = new MemoryRegister();

  private IntakeReport take() {
    DocumentReader reader =
        new DocumentReader(
            ReadingRules.load(TestSettings.config()), (text, outline, facts) -> List.of());
    try (FileIntake intake =
        FileIntake.create(TestSettings.in(scratch), reader::read, () -> register)) {
      return intake.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
    }
  }

  private Set<Visibility> visibilities() {
    return register.papers.values().stream()
        .map(paper -> paper.document().visibility())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"机密★5年\n", ""})
  void anAttachmentIsAsSecretAsItsPaper(String mark) throws IOException {
    String body = mark + "关于报送代表名单的函\n县委：\n现将名单报上，请审阅，并请提出意见。\n平县人大常委会\n2023年3月6日\n";
    Files.writeString(
        folder.resolve("a.eml"),
        "From: a@example.org\nSubject: list\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
            + "--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
            + base64(body)
            + "\n--b\nContent-Type: text/plain; charset=utf-8; name=\"m.txt\"\n"
            + "Content-Disposition: attachment; filename=\"m.txt\"\nContent-Transfer-Encoding: base64\n\n"
            + base64(LIST)
            + "\n--b--\n");
    IntakeReport report = take();
    assertEquals(2, register.papers.size());
    boolean marked = !mark.isEmpty();
    assertEquals(Set.of(marked ? Visibility.INTERNAL : Visibility.PUBLIC), visibilities());
    assertEquals(
        marked, report.internal().stream().anyMatch(made -> made.reason().equals("所属公文标有密级")));
  }

  @Test
  void thePapersOfAMarkedIssueAreAsSecretAsItsCover() throws IOException {
    Files.writeString(
        folder.resolve("a.txt"),
        "秘密★1年\n平县人大常委会公报\n2024年第四号\n目录\n关于加强供水的决定……3\n平县人大常委会任免名单……5\n"
            + "关于加强供水的决定\n为了加强供水，作如下决定。\n平县人大常委会任免名单\n任命闻帆为县水务局局长。\n");
    take();
    assertEquals(3, register.papers.size());
    assertEquals(Set.of(Visibility.INTERNAL), visibilities());
  }

  @Test
  void aMarkOverOneTitleOfAnIssueKeepsThatPaperAndTheContentsThatNameIt() throws IOException {
    Files.writeString(
        folder.resolve("a.txt"),
        "平县人大常委会公报\n2024年第四号\n目录\n关于加强供水的决定……3\n关于城市管理工作的报告……5\n"
            + "关于加强供水的决定\n为了加强供水，作如下决定。\n平县人大常委会\n2024年3月5日\n"
            + "秘密★5年\n关于城市管理工作的报告\n现将有关情况报告如下。\n");
    take();
    assertEquals(
        Set.of("a.txt", "a.txt!/2"),
        register.papers.values().stream()
            .map(paper -> paper.document())
            .filter(paper -> paper.visibility() == Visibility.INTERNAL)
            .map(paper -> paper.provenance().source())
            .collect(Collectors.toSet()));
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
