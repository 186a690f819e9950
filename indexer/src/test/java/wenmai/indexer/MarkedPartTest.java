package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;

/**
 * An issue of a gazette one of whose papers bears a mark: the others are public, its title is not.
 */
class MarkedPartTest extends MarkedCase {
  private static final String BODY = "\n会议听取和审议了有关报告，决定如下：\n一、同意有关方案。\n二、本决定自公布之日起施行。\n\n";
  private static final String FIRST = "平县人大常委会关于加强供水的决定";
  private static final String SECOND = "平县人大常委会关于加强养老工作的决定";

  private static String issue(String mark) {
    return ("平县人大常委会公报\n2024年第四号\n目录\n" + FIRST + "……3\n" + SECOND + "……5\n\n")
        + (FIRST + BODY + mark + SECOND + BODY);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theContentsThatNameTheMarkedPaperAreInternalAndTheOtherPaperIsPublic() throws IOException {
    file("公报.txt", issue(MARK));
    IntakeReport report = take();
    assertEquals(Set.of("1"), open());
    assertEquals(
        Set.of("目录里有标密公文的名称", "秘密★5年"),
        report.internal().stream().map(one -> one.reason()).collect(Collectors.toSet()));
    file("公报.txt", issue(MARK).replace("2024年第四号", "2024年第四期"));
    take();
    assertEquals(Set.of("1"), open(), "nor does the other become internal when the file changes");
  }

  @Test
  void anIssueWithoutAMarkIsPublicAsAWhole() throws IOException {
    file("公报.txt", issue(""));
    take();
    assertEquals(Set.of("公报.txt", "1", "2"), open());
  }

  @Test
  void ofTwoPapersOfOneTitleEachIsKept() throws IOException {
    file("公报.txt", issue("").replace(SECOND, FIRST));
    take();
    assertEquals(Set.of("公报.txt", "1", "2"), open());
    take();
    assertEquals(Set.of("公报.txt", "1", "2"), open(), "when it is read again");
  }

  @Test
  void ofTwoPapersOfOneTitleTheMarkedOneAloneIsInternal() throws IOException {
    file("公报.txt", issue(MARK).replace(SECOND, FIRST));
    take();
    assertEquals(Set.of("1"), open());
  }

  @Test
  void aLaterAttachmentBesideItIsInternal() throws IOException {
    file("公报.txt", issue(MARK));
    file("附件1.txt", list("清单"));
    take();
    assertEquals(Set.of("1"), open());
    file("附件2.txt", list("名单"));
    take();
    assertEquals(Set.of("1"), open());
  }

  @Test
  void anIssueThatCallsItselfAnAttachmentIsNotBesideItsOwnPapers() throws IOException {
    file("附件1.公报.txt", issue(MARK));
    take();
    assertEquals(Set.of("1"), open());
    take();
    assertEquals(Set.of("1"), open());
  }
}
