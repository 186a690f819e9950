package wenmai.indexer.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.indexer.TestSettings;

/** Whatever stands in a TNEF, its records lie within it. */
class TnefFuzzTest {
  private static final Decoder DECODER = new Decoder(CommonCharacters.read(TestSettings.config()));

  static Stream<Arguments> parcels() {
    byte[] record =
        little(40)
            .putInt(0x223E9F78)
            .putShort((short) 1)
            .put((byte) 1)
            .putShort((short) 0x9003)
            .putShort((short) 6)
            .putInt(16)
            .putInt(1)
            .putShort((short) 0x1E)
            .putShort((short) 0x1000)
            .putInt(1)
            .putInt(-1)
            .array();
    byte[] several =
        little(16)
            .putInt(1)
            .putShort((short) 0x101F)
            .putShort((short) 0x1000)
            .putInt(Integer.MAX_VALUE)
            .putInt(0)
            .array();
    return Stream.of(record, several, new byte[0]).map(bytes -> Arguments.of((Object) bytes));
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @MethodSource("parcels")
  @FuzzTest(maxDuration = "1m")
  void anyTnefIsReadWithinItsBounds(byte[] bytes) throws IOException {
    TnefProperties.of(bytes).text(0x1000, DECODER);
    Path file = Files.createTempFile("tnef", ".dat");
    try {
      Files.write(file, bytes);
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
        TnefRecords records = new TnefRecords(open);
        for (TnefRecords.Item item : records.all()) {
          assertTrue(item.offset() + item.length() <= bytes.length);
          assertTrue(records.bytes(item).length == item.length());
        }
      } catch (IOException e) {
        return; // no TNEF, or one that is cut off: it is refused
      }
    } finally {
      Files.delete(file);
    }
  }
}
