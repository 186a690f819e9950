package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.document.OfficialDocument;

/** What Outlook packs for its like (winmail.dat) is opened as other attachments are. */
class WinmailTest extends IntakeCase {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String TEXT = "县人大常委会：现将代表建议办理情况报送你们，请予审阅。";
  private static final byte[] LIST = "一、白石镇石桥村供水站。".getBytes(StandardCharsets.UTF_8);

  /** Kinds of properties. */
  private static final int OBJECT = 0x0D;

  private static final int TEXT_8 = 0x1E;
  private static final int TEXT_16 = 0x1F;
  private static final int BINARY = 0x102;

  @Test
  void aParcelOfOutlookInAMailGivesItsTextAndItsFiles() throws IOException {
    byte[] parcel =
        tnef(
            item(1, 0x9003, properties(wide(0x0037, "关于报送办理情况的函"), wide(0x1000, TEXT))),
            item(2, 0x9002, new byte[14]),
            item(2, 0x8010, "LIST~1.TXT\0".getBytes(StandardCharsets.US_ASCII)),
            item(2, 0x800F, LIST),
            item(2, 0x9005, properties(number(0x3705, 1), wide(0x3707, "工程名单.txt"))));
    Files.writeString(folder.resolve("a.eml"), mail(parcel));
    IntakeReport report = run();
    assertEquals(List.of(), report.rejected());
    OfficialDocument mail = at("a.eml").orElseThrow();
    OfficialDocument letter = at("a.eml!/winmail.dat").orElseThrow();
    assertEquals("关于报送办理情况的函\n" + TEXT, letter.content().text());
    assertEquals("application/ms-tnef", letter.provenance().mediaType());
    assertEquals(Optional.of(mail.id()), letter.provenance().parent());
    OfficialDocument list = at("a.eml!/winmail.dat!/工程名单.txt").orElseThrow();
    assertEquals(Optional.of(letter.id()), list.provenance().parent());
  }

  @Test
  void aParcelOfBeforeUnicodeIsReadInItsEncoding() throws IOException {
    Files.write(
        folder.resolve("winmail.dat"),
        tnef(
            item(1, 0x8004, (TEXT.substring(0, 6) + "的函\0").getBytes(GBK)),
            item(1, 0x800C, (TEXT + "\r\n特此报告。\0").getBytes(GBK)),
            item(2, 0x9002, new byte[14]),
            item(2, 0x8010, "代表建议办理情况名单.txt\0".getBytes(GBK)),
            item(2, 0x800F, LIST)));
    assertEquals(List.of(), run().rejected());
    String text = at("winmail.dat").orElseThrow().content().text();
    assertTrue(text.contains(TEXT + "\n特此报告。"), text);
    assertTrue(at("winmail.dat!/代表建议办理情况名单.txt").isPresent());
  }

  @Test
  void aTextInRtfOrHtmlAndAMessageWithinAreRead() throws IOException {
    byte[] html =
        ("<html><body><p>" + TEXT + "</p></body></html>").getBytes(StandardCharsets.UTF_8);
    byte[] inner =
        tnef(item(1, 0x9003, properties(property(TEXT_8, 0x1000, "座谈会在六月召开。".getBytes(GBK)))));
    byte[] object = Arrays.copyOf(new byte[16], 16 + inner.length);
    System.arraycopy(inner, 0, object, 16, inner.length);
    Files.write(
        folder.resolve("html.dat"),
        tnef(
            item(1, 0x9003, properties(number(0x0017, 1), property(BINARY, 0x1013, html))),
            item(2, 0x9002, new byte[14]),
            item(2, 0x9005, properties(wide(0x3001, "来信"), property(OBJECT, 0x3701, object)))));
    StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\uc1 \\pard ");
    TEXT.chars().forEach(c -> rtf.append("\\u").append((short) c).append('?'));
    Files.write(
        folder.resolve("rtf.dat"),
        tnef(item(1, 0x9003, properties(property(BINARY, 0x1009, stored(rtf + "\\par}"))))));
    assertEquals(List.of(), run().rejected());
    assertTrue(at("html.dat").orElseThrow().content().text().contains(TEXT));
    assertTrue(at("rtf.dat").orElseThrow().content().text().contains(TEXT));
    assertTrue(at("html.dat!/来信").orElseThrow().content().text().contains("座谈会"));
  }

  @Test
  void picturesOfTheTextAreLeftAndWhatIsDamagedIsToldOf() throws IOException {
    Files.write(
        folder.resolve("a.dat"),
        tnef(
            item(1, 0x9003, properties(wide(0x1000, TEXT))),
            item(2, 0x9002, new byte[14]),
            item(2, 0x800F, new byte[] {1, 2}),
            item(2, 0x9005, properties(wide(0x3707, "logo.png"), wide(0x3712, "logo"))),
            item(2, 0x9002, new byte[14]),
            item(2, 0x9005, properties(wide(0x3707, "gone.pdf"))),
            item(2, 0x9002, new byte[14]),
            item(2, 0x800F, LIST),
            item(2, 0x9005, properties(wide(0x3707, "list.txt")))));
    byte[] whole = Files.readAllBytes(folder.resolve("a.dat"));
    Files.write(folder.resolve("b.dat"), Arrays.copyOf(whole, whole.length - 60));
    Files.write(folder.resolve("a.dat"), Arrays.copyOf(whole, whole.length + 60));
    assertEquals(
        List.of("a.dat!/gone.pdf damaged", "b.dat damaged"),
        run().rejected().stream().map(r -> r.path() + " " + r.code()).sorted().toList());
    assertTrue(at("a.dat!/list.txt").isPresent());
    assertFalse(at("b.dat").isPresent());
  }

  private static String mail(byte[] parcel) {
    return """
    Subject: letter
    From: a@example.org
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="b"

    --b
    Content-Type: text/plain; charset="utf-8"
    Content-Transfer-Encoding: 8bit

    来函收悉，随信附上材料。
    --b
    Content-Type: application/ms-tnef; name="winmail.dat"
    Content-Disposition: attachment; filename="winmail.dat"
    Content-Transfer-Encoding: base64

    """
            .replace("\n", "\r\n")
        + Base64.getMimeEncoder().encodeToString(parcel)
        + "\r\n--b--\r\n";
  }

  @Test
  void whatComesBehindZerosIsNotLostWithoutAWord() throws IOException {
    byte[] title = item(2, 0x8010, "a.txt\0".getBytes(StandardCharsets.US_ASCII));
    byte[] text = item(1, 0x9003, properties(wide(0x0037, "函"), wide(0x1000, TEXT)));
    byte[] begin = item(2, 0x9002, new byte[14]);
    byte[] data = item(2, 0x800F, LIST);
    Files.write(folder.resolve("a.dat"), tnef(text, begin, title, data, new byte[9], new byte[40]));
    Files.write(folder.resolve("b.dat"), tnef(text, new byte[9], begin, title, data));
    IntakeReport report = run();
    assertTrue(at("a.dat!/a.txt").isPresent(), "filled up with zeros to its end");
    assertEquals(List.of("b.dat"), report.rejected().stream().map(one -> one.path()).toList());
  }

  private static byte[] tnef(byte[]... items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    for (byte[] item : items) {
      out.writeBytes(item);
    }
    return out.toByteArray();
  }

  private static byte[] item(int level, int id, byte[] data) {
    ByteBuffer out = little(11 + data.length);
    out.put((byte) level).putShort((short) id).putShort((short) 6).putInt(data.length);
    int sum = 0;
    for (byte b : data) {
      sum += b & 0xFF;
    }
    return out.put(data).putShort((short) sum).array();
  }

  private static byte[] properties(byte[]... properties) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(little(4).putInt(properties.length).array());
    for (byte[] property : properties) {
      out.writeBytes(property);
    }
    return out.toByteArray();
  }

  private static byte[] number(int id, int value) {
    return little(8).putShort((short) 3).putShort((short) id).putInt(value).array();
  }

  private static byte[] wide(int id, String text) {
    return property(TEXT_16, id, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
  }

  private static byte[] property(int kind, int id, byte[] value) {
    int padded = (value.length + 3) / 4 * 4;
    ByteBuffer out = little(12 + padded).putShort((short) kind).putShort((short) id);
    return out.putInt(1).putInt(value.length).put(value).array();
  }

  /** Packed RTF that is not packed: lengths, a mark, a sum that nobody asks for. */
  private static byte[] stored(String rtf) {
    byte[] bytes = rtf.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = little(16 + bytes.length).putInt(12 + bytes.length).putInt(bytes.length);
    return out.putInt(0x414C454D).putInt(0).put(bytes).array();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
