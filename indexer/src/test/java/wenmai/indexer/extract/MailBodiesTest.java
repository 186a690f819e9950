package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a mail keeps its lines, whatever its mailer makes them of. */
class MailBodiesTest {
  private static final List<String> LINES = List.of("秘密★3年", "某县人大常委会文件", "关于召开座谈会的通知");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>#</p>",
        "<div>#</div>",
        "<div><span>#</span></div>",
        "#<br>",
        "#<br/>\n",
        "<table><tr><td>#</td></tr></table>",
        "<section><div>#</div></section>",
        "<ul><li>#</li></ul>",
        "<center>#</center>",
        "<blockquote>#</blockquote>"
      })
  void aPageThatIsTheTextOfAMailKeepsItsLines(String line) throws IOException {
    String html =
        "<html><head><title>x</title><style>p{color:red}</style></head><body>"
            + lines(line)
            + "</body></html>";
    assertEquals(LINES, read(single("text/html", html)), line);
    assertEquals(LINES, read(alternative("", "text/plain", String.join("\n", LINES), html)), line);
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Disposition: inline,text/plain",
    "Content-Disposition: inline,application/rtf",
    "'',text/rtf",
    "'',text/enriched"
  })
  void aFormThatIsNotShownIsToldOfHoweverItIsHeaded(String header, String type) throws IOException {
    String other =
        type.endsWith("rtf")
            ? "{\\rtf1\\ansi\\pard \\u31192?\\u23494?\\u9733?3\\u24180?\\par}"
            : "秘密★3年";
    Path file = alternative(header.isEmpty() ? "" : header + "\n", type, other, "<p>通知</p>");
    Extraction.Extracted read = extracted(file);
    String whole = read.text().text() + read.properties().getOrDefault("mail:other-form", "");
    assertTrue(whole.contains("秘密★3年"), whole);
    assertTrue(read.properties().containsKey("mail:other-form"), whole);
  }

  @Test
  void aTextThatIsShownUnderANameIsPartOfTheMail() throws IOException {
    String mail =
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
            + "--b\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: inline\n\n各位代表：\n"
            + "--b\nContent-Type: text/plain; charset=utf-8; name=\"a.txt\"\n"
            + "Content-Disposition: inline; filename=\"a.txt\"\n\n名单\n--b--\n";
    Extraction.Extracted read = extracted(Files.writeString(folder.resolve("m.eml"), mail));
    assertTrue(read.attachments().isEmpty());
    assertEquals("x\n各位代表：\n名单", read.text().text().strip().replaceAll("\\s*\n\\s*", "\n"));
  }

  private static String lines(String line) {
    return String.join("", LINES.stream().map(words -> line.replace("#", words)).toList());
  }

  private Path single(String type, String body) throws IOException {
    return Files.writeString(
        folder.resolve("m.eml"),
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: "
            + type
            + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
            + body
            + "\n");
  }

  private Path alternative(String header, String type, String other, String html)
      throws IOException {
    return Files.writeString(
        folder.resolve("m.eml"),
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: "
            + type
            + "; charset=utf-8\n"
            + header
            + "Content-Transfer-Encoding: 8bit\n\n"
            + other
            + "\n--b\nContent-Type: text/html; charset=utf-8\n"
            + header
            + "Content-Transfer-Encoding: 8bit\n\n"
            + html
            + "\n--b--\n");
  }

  private List<String> read(Path file) {
    return extracted(file)
        .text()
        .text()
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .skip(1)
        .toList();
  }

  private Extraction.Extracted extracted(Path file) {
    TikaReader reader =
        new TikaReader(100_000, folder, AttachmentRoom.of(folder, Limits.defaults()));
    return assertInstanceOf(
        Extraction.Extracted.class, reader.read(file, file.getFileName().toString(), Format.MAIL));
  }
}
