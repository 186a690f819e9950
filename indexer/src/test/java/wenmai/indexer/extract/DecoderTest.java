package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.indexer.TestSettings;

/** Pins that text comes out as it was written, in whatever encoding. */
class DecoderTest {
  private static final Decoder DECODER = new Decoder(CommonCharacters.read(TestSettings.config()));
  private static final String SIMPLIFIED = "会议听取和审议了县人民政府关于教育工作情况的报告。\n决定批准。";
  private static final String TRADITIONAL = "會議聽取和審議了縣人民政府關於教育工作情況的報告。\n決定批准。";

  private static String through(String text, String charset) {
    return DECODER.decode(text.getBytes(Charset.forName(charset))).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void simplifiedTextComesOutAsWritten(String charset) {
    assertEquals(SIMPLIFIED, through(SIMPLIFIED, charset));
    assertEquals("第一条", through("第一条\n", charset).strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "Big5", "GB18030", "UTF-16LE"})
  void traditionalTextComesOutAsWritten(String charset) {
    assertEquals(TRADITIONAL, through(TRADITIONAL, charset));
  }

  @Test
  void aWideTextWithIdeographicBlanksIsATextWithoutItsMark(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("a.txt");
    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      Files.write(file, ("　　" + SIMPLIFIED).getBytes(Charset.forName(charset)));
      assertEquals(Format.TEXT, FormatSniffer.sniff(file, "a.txt"), charset);
    }
    byte[] noise = new byte[4000];
    new Random(7).nextBytes(noise);
    Files.write(file, noise);
    assertEquals(Format.OTHER, FormatSniffer.sniff(file, "a.txt"));
  }

  @Test
  void fourByteCharactersOfGb18030ComeOut() {
    assertEquals("𠮷田县𬱖河" + SIMPLIFIED, through("𠮷田县𬱖河" + SIMPLIFIED, "GB18030"));
  }

  @Test
  void oneBrokenByteDoesNotSpoilUtf8() {
    byte[] bytes = SIMPLIFIED.repeat(3).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;
    assertEquals("UTF-8", DECODER.decode(bytes).charset());
  }

  @Test
  void whatNoEncodingBearsOutIsNotTold() {
    String russian = "Экономика области в этом году росла, сообщила администрация. ".repeat(4);
    assertFalse(DECODER.decode(russian.getBytes(Charset.forName("windows-1251"))).told());
    byte[] data = new byte[4000];
    Random random = new Random(11);
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (random.nextInt(96) + (random.nextBoolean() ? 0x20 : 0x80));
    }
    assertFalse(DECODER.decode(data).told());
    for (String charset : List.of("UTF-8", "GBK", "Big5", "UTF-16LE", "UTF-16BE")) {
      String text = charset.equals("Big5") ? TRADITIONAL : SIMPLIFIED;
      assertTrue(DECODER.decode(text.getBytes(Charset.forName(charset))).told(), charset);
    }
  }

  @Test
  void lineEndsBecomeOneAndTheMarkGoes() {
    assertEquals("甲\n乙\n丙", through("\uFEFF甲\r\n乙\r丙", "UTF-8"));
  }
}
