package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the RTF, it is made ready for its parser and grows no more than it may. */
class RtfFuzzTest {

  static Stream<Arguments> rtfs() {
    return Stream.of(
            "{\\rtf1\\ansi{\\header \\par h}{\\footnote \\u20851?}\\cell\\row\\bin3 {{{ x}",
            "{\\rtf1 {\\*\\footnote }",
            "{\\bin99999999999 }",
            "{{{")
        .map(rtf -> Arguments.of((Object) rtf.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @MethodSource("rtfs")
  @FuzzTest(maxDuration = "1m")
  void anyRtfIsPrepared(byte[] bytes) {
    byte[] prepared = RtfPreparation.of(bytes);
    assertTrue(prepared.length <= 40L * bytes.length + 40, "grew to " + prepared.length);
  }
}
