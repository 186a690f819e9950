package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.indexer.TestSettings;

/** Whatever the bytes, they are read as some encoding, with line ends of one kind. */
class DecoderFuzzTest {
  private static final Decoder DECODER = new Decoder(CommonCharacters.read(TestSettings.config()));

  static Stream<Arguments> encodings() {
    return Stream.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE")
        .map(name -> "关于预算审查的决议，会议同意。\r\n　第一条".getBytes(Charset.forName(name)))
        .map(bytes -> Arguments.of((Object) bytes));
  }

  @MethodSource("encodings")
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreDecoded(byte[] bytes) {
    Decoder.Decoded decoded = DECODER.decode(bytes);
    assertTrue(Charset.isSupported(decoded.charset()));
    assertTrue(decoded.text().indexOf('\r') < 0);
  }
}
