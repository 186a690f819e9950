package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Rejected;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/**
 * A mail is a paper, and what is attached to it belongs to it, mails with their own attachments
 * too.
 */
class MailsTest extends IntakeCase {
  @Test
  void aMailIsAPaperUnderItsSubjectAndWhatIsAttachedBelongsToIt() throws IOException {
    Files.writeString(
        folder.resolve("a.eml"),
        """
        Subject: =?utf-8?B?5YWz5LqO5oql6YCB5oOF5Ya155qE5Ye9?=
        From: a@example.org
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        县人大常委会：现将办理情况报送你们，请予审阅。
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="list.txt"

        附件的文字
        --b--
        """
            .replace("\n", "\r\n"));
    IntakeReport report = run();
    assertEquals(List.of(), report.rejected());
    OfficialDocument mail = at("a.eml").orElseThrow();
    assertTrue(mail.content().text().startsWith("关于报送情况的函"), mail.content().text());
    assertTrue(mail.content().text().contains("现将办理情况报送你们"), mail.content().text());
    assertEquals(Optional.of(mail.id()), at("a.eml!/list.txt").orElseThrow().provenance().parent());
  }

  @Test
  void aMailOfWhichAnAttachmentFailedIsReadAgain() throws IOException {
    Files.writeString(
        folder.resolve("a.eml"),
        """
        Subject: report
        From: a@example.org
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        县人大常委会：现将办理情况报送你们，请予审阅。
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="list.txt"

        乙县的清单
        --b--
        """
            .replace("\n", "\r\n"));
    try (FileIntake failing =
        FileIntake.create(
            TestSettings.in(scratch),
            input -> FileIntakeTest.readOrFail(input, "乙"),
            () -> register)) {
      IntakeReport report =
          failing.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
      assertEquals(1, report.added());
    }
    IntakeReport mended = run();
    assertEquals(1, mended.added(), "the mail is as it was, and its attachment new");
    assertEquals(List.of(), mended.rejected());
    IntakeReport last = run();
    assertEquals(0, last.added() + last.updated());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pkcs7-signature",
        "Application/X-Pkcs7-Signature; name=\"smime.p7s\"",
        "application/pgp-signature"
      })
  void theSignatureOfAMailIsNoPaper(String type) throws IOException {
    Files.writeString(
        folder.resolve("a.eml"),
        """
        Subject: report
        From: a@example.org
        MIME-Version: 1.0
        Content-Type: multipart/signed; boundary="b"

        --b
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        县人大常委会：现将办理情况报送你们，请予审阅。
        --b
        Content-Type: TYPE
        Content-Transfer-Encoding: base64

        MIJ4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
        --b--
        """
            .replace("TYPE", type)
            .replace("\n", "\r\n"));
    IntakeReport report = run();
    assertEquals(1, report.added());
    assertEquals(List.of(), report.rejected());
  }

  @Test
  void mailsThatAreAttachedToMailsComeInHoweverDeep() throws IOException {
    Files.writeString(
        folder.resolve("a.eml"),
        """
        Subject: outer
        From: a@example.org
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        转去来信，请阅处。
        --b
        Content-Type: message/rfc822

        Subject: middle
        From: b@example.org
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="c"

        --c
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        原信转上。
        --c
        Content-Type: message/rfc822
        Content-Disposition: attachment

        Subject: inner
        From: c@example.org
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        定于六月一日召开代表座谈会。
        --c--
        --b
        Content-Type: text/html
        Content-Disposition: attachment

        <p>没有名字的附件</p>
        --b
        Content-Type: application/ms-tnef; name="winmail.dat"
        Content-Disposition: attachment; filename="winmail.dat"
        Content-Transfer-Encoding: base64

        eJ8+IgEAAQAAAAAAAAAAAA==
        --b--
        """
            .replace("\n", "\r\n"));
    IntakeReport report = run();
    assertEquals(
        List.of("a.eml!/winmail.dat"), report.rejected().stream().map(Rejected::path).toList());
    assertTrue(at("a.eml").orElseThrow().content().text().contains("转去来信"));
    OfficialDocument middle = at("a.eml!/1.eml").orElseThrow();
    assertEquals(Optional.of(at("a.eml").orElseThrow().id()), middle.provenance().parent());
    assertTrue(middle.content().text().contains("原信转上"), middle.content().text());
    OfficialDocument inner = at("a.eml!/1.eml!/1.eml").orElseThrow();
    assertEquals(Optional.of(middle.id()), inner.provenance().parent());
    assertTrue(inner.content().text().contains("座谈会"), inner.content().text());
    assertTrue(at("a.eml!/2.html").orElseThrow().content().text().contains("没有名字的附件"));
  }
}
