package wenmai.corpus.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.Papers;
import wenmai.corpus.document.OfficialDocument;

/** Whatever the bytes of a record, they are unpacked, or a refusal. */
class PaperRecordFuzzTest {

  static Stream<Arguments> packed() {
    OfficialDocument document = Papers.at("a.txt", "关于河道的报告\n根据《水法》办理。\n").document();
    byte[] whole = new PaperRecord(document, document.content().text(), "text 1").compressed();
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    return Stream.of(whole, Arrays.copyOf(whole, whole.length / 2), flipped, new byte[0])
        .map(bytes -> Arguments.of((Object) bytes));
  }

  @MethodSource("packed")
  @FuzzTest(maxDuration = "1m")
  void isUnpackedOrRefused(byte[] bytes) {
    PaperRecord record;
    try {
      record = PaperRecord.ofCompressed(bytes);
    } catch (RecordProblem refused) {
      return;
    }
    assertEquals(record, PaperRecord.ofCompressed(record.compressed()));
  }
}
